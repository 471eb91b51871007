// Knows everybody's codes as slips on paper, to be cut and handed out.
import type { Attendee } from '@xieshang/meeting';
import type { MeetingSummary } from '../../http/shapes.ts';
import { Button } from '../../ui/Button.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { clockTime, dayAndTime, shortDay } from '../../words/time.ts';
import { convenedWords as words } from '../../words/zh/prepare.ts';
import look from './convened.module.css';

export interface Slip {
  readonly attendee: Attendee;
  readonly link: string;
  readonly expiresAt: number;
  readonly error: string | null;
}

export function InviteSheet({
  meeting,
  slips,
  onBack,
}: {
  readonly meeting: MeetingSummary;
  readonly slips: readonly Slip[];
  readonly onBack: () => void;
}) {
  const failed = slips.filter(({ error }) => error !== null);
  return (
    <>
      <div className={`${look['tools']} no-print`}>
        <Button onClick={onBack}>{words.back}</Button>
        <Button kind="primary" onClick={() => print()}>
          {words.print}
        </Button>
      </div>
      {failed.map(({ attendee, error }) => (
        <p key={attendee.person} className={look['error']}>
          {words.failedFor(attendee.name, error ?? '')}
        </p>
      ))}
      <ul className={look['sheet']}>
        {slips
          .filter(({ error }) => error === null)
          .map(({ attendee, link, expiresAt }) => (
            <li key={attendee.person} className={`${look['slip']} ${look['code']}`}>
              <strong>{attendee.name}</strong>
              <span className="small">{[attendee.sector, attendee.unit, attendee.seat].filter(Boolean).join(' · ')}</span>
              <QrCode text={link} label={words.qrOf(attendee.name)} size={170} />
              <span className="small">{words.scan}</span>
              <span className="small">{meeting.title}</span>
              <span className="small muted num">{dayAndTime(meeting.startsAt)}</span>
              <span className="small muted num">{words.validUntil(`${shortDay(expiresAt)} ${clockTime(expiresAt)}`)}</span>
            </li>
          ))}
      </ul>
    </>
  );
}
