// Knows the screens of the house as the office sees them: what is on each, since when, whether it is up to date; puts nothing on them.
import { longestScreenName, mainScreen, screenName, showingOn, type Screen, type ScreenName } from '@xieshang/meeting';
import type { ScreenNote } from '@xieshang/protocol';
import { useState } from 'react';
import { useMeeting, useNote } from '../../../live/index.ts';
import { Button, buttonLook } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ConnectionDot } from '../../../ui/ConnectionDot.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { clockTime, clockTimeWithSeconds } from '../../../words/time.ts';
import { screenWords as words } from '../../../words/zh/screens.ts';
import { ways } from '../../room-at.ts';
import { nameOf } from '../../shared/people.ts';
import { Act, useAct, useLit } from '../act.tsx';
import { screenCalled, showingCalled } from './names.ts';
import look from './screens.module.css';

interface ScreenListProps {
  readonly chosen: ScreenName;
  readonly onChoose: (screen: ScreenName) => void;
}

export function ScreenList({ chosen, onChoose }: ScreenListProps) {
  const { screens } = useMeeting();
  const { screens: notes = [] } = useNote();
  const strangers = notes.filter(({ name }) => !screens.some((one) => one.name === name));
  return (
    <Card className={look['screens'] ?? ''}>
      <h2>{words.list}</h2>
      <ul className={look['rows']} aria-label={words.list}>
        {screens.map((screen) => (
          <Row
            key={screen.name}
            screen={screen}
            note={notes.find(({ name }) => name === screen.name)}
            chosen={screen.name === chosen}
            onChoose={() => onChoose(screen.name)}
          />
        ))}
        {strangers.map(({ name }) => (
          <li key={name} className={look['stranger']}>
            <span className="grow">
              <b>{name}</b> <span className="small muted">{words.stranger}</span>
            </span>
            <Act bodies={[{ type: 'AddScreen', screen: screenName(name) }]} size="small">
              {words.register}
            </Act>
          </li>
        ))}
      </ul>
      <AddScreen onAdded={onChoose} />
    </Card>
  );
}

interface RowProps {
  readonly screen: Screen;
  readonly note: ScreenNote | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ screen: { name, put }, note, chosen, onChoose }: RowProps) {
  const meeting = useMeeting();
  const showing = showingOn(meeting, name);
  const called = screenCalled(name);
  const address = ways.screen(meeting.notice.meeting, name === mainScreen ? undefined : name);
  return (
    <li className={look['row']} data-chosen={chosen || undefined}>
      <button type="button" className={look['choose']} aria-pressed={chosen} onClick={onChoose}>
        <b>{called}</b>
        <span className={look['what']}>{showingCalled(meeting, showing)}</span>
        {put && showing.kind !== 'meeting' && (
          <span className="small muted num">{words.putBy(nameOf(meeting.roll, put.by), clockTime(put.at))}</span>
        )}
      </button>
      <div className={look['state']}>
        <Standing note={note} />
        <span className={look['acts']}>
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className={buttonLook({ kind: 'quiet', size: 'small' })}
            aria-label={`${words.address}${called}`}
          >
            {words.address}
          </a>
          {name !== mainScreen && (
            <Act
              bodies={[{ type: 'RemoveScreen', screen: name }]}
              kind="quiet"
              size="small"
              ask={{ title: words.removeAsk(called), will: words.removeNote, act: words.remove }}
            >
              {words.remove}
            </Act>
          )}
        </span>
      </div>
      {chosen && (
        <p className={look['address']}>
          {words.addressHint}
          <br />
          {`${location.origin}${decodeURI(address)}`}
        </p>
      )}
    </li>
  );
}

function Standing({ note }: { readonly note: ScreenNote | undefined }) {
  switch (note?.standing) {
    case 'current':
      return <ConnectionDot state="on" text={note.connected > 1 ? words.connectedTimes(note.connected) : words.current} />;
    case 'behind':
      return <ConnectionDot state="wait" text={words.behind(clockTimeWithSeconds(note.at))} />;
    case 'gone':
      return <ConnectionDot state="off" text={words.gone(clockTimeWithSeconds(note.at))} />;
    default:
      return <span className="small muted">{words.never}</span>;
  }
}

function AddScreen({ onAdded }: { readonly onAdded: (screen: ScreenName) => void }) {
  const { screens } = useMeeting();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy } = useAct();
  const lit = useLit({ type: 'AddScreen', screen: screenName(name.trim() || '-') });
  if (!lit) return null;
  const wished = name.trim();
  const taken = screens.some((one) => one.name === wished || screenCalled(one.name) === wished);
  const problem = wished === '' ? words.nameNeeded : taken ? words.nameTaken : undefined;
  const add = async () => {
    setTried(true);
    if (problem !== undefined || !(await act({ type: 'AddScreen', screen: screenName(wished) }))) return;
    setName('');
    setTried(false);
    onAdded(screenName(wished));
  };
  return (
    <form
      className={look['add']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={words.add}
        hint={words.addHint}
        value={name}
        onText={setName}
        maxLength={longestScreenName}
        error={tried ? problem : undefined}
        autoComplete="off"
      />
      <Button type="submit" busy={busy} unavailable={lit.reason}>
        {words.addAct}
      </Button>
    </form>
  );
}
