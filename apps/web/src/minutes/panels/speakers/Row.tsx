// Knows how one speech is shown to the office: what is asked, what was answered, what can be done next; not the dialogs.
import { useState, type RefObject } from 'react';
import { useMeeting, useSend, useViewer } from '../../../live/index.ts';
import { ReasonAct } from '../../../meeting/office/ReasonAct.tsx';
import { affiliationOf, nameOf } from '../../../meeting/shared/people.ts';
import { OwnDigest } from '../../../meeting/later/OwnDigest.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Tag, type Tone } from '../../../ui/Tag.tsx';
import { calendarDay, clockTime } from '../../../words/time.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { signingWords as words } from '../../../words/zh/signing.ts';
import { DigestDialog } from './DigestDialog.tsx';
import type { OpenText } from '../panel.ts';
import { showRecord, writeBelow } from './in-text.ts';
import type { RowStanding, SpeakerRow } from './rows.ts';
import look from './Speakers.module.css';

const tones: Readonly<Record<RowStanding, Tone>> = {
  notAsked: 'grey',
  waiting: 'amber',
  overdue: 'amber',
  confirmed: 'jade',
  contested: 'seal',
  excused: 'grey',
};

const moment = (at: number): string => `${calendarDay(at)} ${clockTime(at)}`;

interface RowProps {
  readonly row: SpeakerRow;
  readonly place: RefObject<HTMLElement | null>;
  /** The text, where this person may write in it. */
  readonly writable: OpenText | null;
}

export function Row({ row, place, writable }: RowProps) {
  const { roll } = useMeeting();
  const { person: me } = useViewer();
  const { may } = useSend();
  const [open, setOpen] = useState(false);
  const { requestId, person, kind, from, digest, standing, written, changed } = row;
  const text = digest?.text ?? written;
  const mayAsk = may({ type: 'AskSpeakers', digests: [] }) === null;
  const needed = changed || standing === 'notAsked' || standing === 'contested';
  const answered = digest && digest.standing.phase !== 'waiting' ? digest.standing : null;
  return (
    <li className={look['row']}>
      <div className="spread">
        <span className="grow">
          <strong>{nameOf(roll, person)}</strong> <span className="small muted">{affiliationOf(roll, person)}</span>
        </span>
        <Tag tone={tones[standing]}>{words.standings[standing]}</Tag>
      </div>
      <p className="small muted num">
        {roomWords.speechKinds[kind]} · {clockTime(from)}
        {digest && digest.version > 1 && ` · ${words.versionOf(digest.version)}`}
        {digest?.dueAt && standing === 'waiting' && ` · ${words.dueBy(moment(digest.dueAt))}`}
      </p>
      {text === '' ? <p className="small muted">{words.noDigest}</p> : <p className={look['text']}>{text}</p>}
      {changed && <p className={look['warning']}>{words.textChanged}</p>}
      {digest?.wish && <p className={look['wish']}>{words.wished(digest.wish)}</p>}
      {answered && (
        <p className="small muted num">
          {words.answeredBy(nameOf(roll, answered.by), moment(answered.at))}
          {answered.phase === 'confirmed' && answered.reason !== null && <> · {words.behalfBecause(answered.reason)}</>}
          {answered.phase === 'excused' && <> · {words.because(answered.reason)}</>}
        </p>
      )}
      {digest && person === me && <OwnDigest digest={digest} next={standing === 'waiting'} />}
      <div className="row">
        {mayAsk && (
          <Button size="small" kind={needed ? 'plain' : 'quiet'} onClick={() => setOpen(true)}>
            {digest ? words.askAgain : words.askOne}
          </Button>
        )}
        {digest && standing !== 'confirmed' && (
          <>
            <ReasonAct
              size="small"
              kind="quiet"
              bodies={(reason) => [{ type: 'ConfirmSpeechDigestFor', requestId, hash: digest.hash, reason }]}
              title={`${words.confirmFor}：${nameOf(roll, person)}`}
              will={words.confirmForWill}
              act={words.confirmFor}
              usual={words.usualConfirmFor}
            >
              {words.confirmFor}
            </ReasonAct>
            {standing !== 'excused' && standing !== 'overdue' && (
              <ReasonAct
                size="small"
                kind="quiet"
                bodies={(reason) => [{ type: 'ExcuseSpeaker', requestId, reason }]}
                title={`${words.goOn}：${nameOf(roll, person)}`}
                will={words.goOnWill}
                act={words.goOn}
                usual={words.usualGoOn}
              >
                {words.goOn}
              </ReasonAct>
            )}
          </>
        )}
        {writable && written === '' ? (
          <Button
            size="small"
            kind="quiet"
            aria-label={`${words.write}：${nameOf(roll, person)}`}
            onClick={() => writeBelow(writable.editor, requestId)}
          >
            {words.write}
          </Button>
        ) : (
          <Button size="small" kind="quiet" onClick={() => showRecord(place.current, requestId)}>
            {words.toText}
          </Button>
        )}
      </div>
      {open && <DigestDialog row={row} onClose={() => setOpen(false)} />}
    </li>
  );
}
