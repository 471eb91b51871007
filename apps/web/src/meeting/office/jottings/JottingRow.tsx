// Knows one jotting and what may be done with it: its author's acts, the secretary's; not the others.
import { jottingLimits, maySettleJottings, type Jotting } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { clockTime } from '../../../words/time.ts';
import { common } from '../../../words/zh/common.ts';
import { jottingWords as words } from '../../../words/zh/jottings.ts';
import { aboutText } from '../../shared/jotted.ts';
import { nameOf } from '../../shared/people.ts';
import look from './jottings.module.css';
import { useJottings } from './JottingsOfRoom.tsx';
import type { Unsaved } from './use-unsaved.ts';

export function JottingRow({ jotting }: { readonly jotting: Jotting }) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { act, mayWrite } = useJottings();
  const ask = useConfirm();
  const [rewording, setRewording] = useState(false);
  const { id, by, at, text, about, rewordedAt, standing } = jotting;
  const mine = mayWrite && by === person;
  const settles = maySettleJottings(meeting, person);
  const erase = async (): Promise<void> => {
    if (await ask({ title: words.eraseTitle, will: words.eraseWill, act: words.erase })) await act(id, { type: 'erase' });
  };
  const { phase } = standing;
  return (
    <li className={look['row']} data-phase={phase}>
      {rewording ? (
        <Rewording jotting={jotting} onEnd={() => setRewording(false)} />
      ) : (
        <p className={look['text']}>{phase === 'struck' ? <s>{text}</s> : text}</p>
      )}
      <p className={`small muted num ${look['about']}`}>
        {[
          clockTime(at),
          by !== person && nameOf(meeting.roll, by),
          aboutText(meeting, about),
          rewordedAt !== null && words.reworded,
          phase === 'struck' && words.struck,
          standing.phase === 'done' && words.doneBy(nameOf(meeting.roll, standing.by), clockTime(standing.at)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!rewording && (mine || settles) && (
        <div className={look['acts']}>
          {phase === 'open' && settles && (
            <Button size="small" kind="quiet" aria-label={words.finishOf(text)} onClick={() => void act(id, { type: 'finish' })}>
              {words.finish}
            </Button>
          )}
          {phase === 'open' && mine && (
            <>
              <Button size="small" kind="quiet" aria-label={words.rewordOf(text)} onClick={() => setRewording(true)}>
                {words.reword}
              </Button>
              <Button size="small" kind="quiet" aria-label={words.strikeOf(text)} onClick={() => void act(id, { type: 'strike' })}>
                {words.strike}
              </Button>
            </>
          )}
          {phase === 'done' && settles && (
            <Button size="small" kind="quiet" aria-label={words.reopenOf(text)} onClick={() => void act(id, { type: 'reopen' })}>
              {words.reopen}
            </Button>
          )}
          {phase === 'struck' && mine && (
            <>
              <Button size="small" kind="quiet" aria-label={words.restoreOf(text)} onClick={() => void act(id, { type: 'restore' })}>
                {words.restore}
              </Button>
              <Button size="small" kind="quiet" aria-label={words.eraseOf(text)} onClick={() => void erase()}>
                {words.erase}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** The revision that was on the screen when the rewording began goes with it (L3). */
function Rewording({ jotting: { id, text, revision }, onEnd }: { readonly jotting: Jotting; readonly onEnd: () => void }) {
  const { act } = useJottings();
  const [said, setSaid] = useState(text);
  const [seen] = useState(revision);
  return (
    <form
      className={look['line']}
      onSubmit={(event) => {
        event.preventDefault();
        const line = said.trim();
        if (line === '' || line === text) onEnd();
        else void act(id, { type: 'reword', text: line, seen }).then((done) => done && onEnd());
      }}
    >
      <input
        className={look['input']}
        // The press that brought it asks for it.
        ref={(input) => input?.focus()}
        value={said}
        maxLength={jottingLimits.text}
        aria-label={words.rewordLine}
        autoComplete="off"
        onChange={(event) => setSaid(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onEnd();
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      <Button type="submit" size="small">
        {common.save}
      </Button>
      <Button size="small" kind="quiet" onClick={onEnd}>
        {common.cancel}
      </Button>
    </form>
  );
}

/** One that is not on the server's disk yet. */
export function UnsavedRow({ unsaved: { id, at, text, about, waits, refused } }: { readonly unsaved: Unsaved }) {
  const meeting = useMeeting();
  const { again, giveUp } = useJottings();
  const ask = useConfirm();
  const drop = async (): Promise<void> => {
    if (await ask({ title: words.giveUpTitle, will: text, act: words.giveUp })) giveUp(id);
  };
  return (
    <li className={look['row']} data-phase="unsaved">
      <p className={look['text']}>{text}</p>
      <p className={`small muted num ${look['about']}`}>
        {[clockTime(at), aboutText(meeting, about)].join(' · ')}{' '}
        <span className={look['saving']} role="status">
          {refused === null ? (waits ? words.waiting : words.saving) : words.refused(refused)}
        </span>
      </p>
      {refused !== null && (
        <div className={look['acts']}>
          <Button size="small" onClick={() => again(id)}>
            {words.again}
          </Button>
          <Button size="small" kind="quiet" onClick={() => void drop()}>
            {words.giveUp}
          </Button>
        </div>
      )}
    </li>
  );
}
