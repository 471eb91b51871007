// Knows what a department named to countersign is told, and the way to the text; not how it is signed.
import type { Countersigner } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { buttonLook } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { calendarDay, clockTime } from '../../words/time.ts';
import { signingWords as words } from '../../words/zh/signing.ts';
import { ways } from '../room-at.ts';

const moment = (at: number): string => `${calendarDay(at)} ${clockTime(at)}`;

export default function CountersignCard({ countersigner }: { readonly countersigner: Countersigner }) {
  const { notice } = useMeeting();
  if (countersigner.phase === 'released') {
    return (
      <Card className="stack">
        <h2>{words.released}</h2>
        <p>{words.because(countersigner.reason)}</p>
        <p className="muted">{words.releasedHint}</p>
      </Card>
    );
  }
  const owed = countersigner.phase !== 'signed';
  return (
    <Card tone={owed ? 'next' : 'plain'} className="stack">
      <h2>{owed ? words.pleaseCountersign : words.countersigned}</h2>
      <p>
        {countersigner.phase === 'signed'
          ? words.youSigned(moment(countersigner.at))
          : countersigner.phase === 'excused'
            ? words.excusedYou
            : words.pleaseCountersignHint}
      </p>
      <a href={ways.minutes(notice.meeting)} className={buttonLook({ kind: owed ? 'primary' : 'plain', size: 'large' })}>
        {owed ? words.readAndSign : words.readAgain}
      </a>
    </Card>
  );
}
