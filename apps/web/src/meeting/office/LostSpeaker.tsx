// Knows what may be done while the one who speaks has lost the line (F12–F14); not how they are found again.
import { leaseOf, suggestedTurn, type Instant, type Lost } from '@xieshang/meeting';
import { useMeeting, useNote, useServerNow } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { officeWords } from '../../words/zh/office.ts';
import { speakerLineWords as words } from '../../words/zh/speaker-line.ts';
import { nameOf } from '../shared/people.ts';
import type { TakenFloor } from '../shared/speech-clock.ts';
import { Act, useLit } from './act.tsx';
import { keys } from './keys.ts';
import look from './LostSpeaker.module.css';

export type LostFloor = Extract<TakenFloor, { phase: 'paused' }> & { readonly lost: Lost };

export const isLost = (floor: TakenFloor): floor is LostFloor => floor.phase === 'paused' && floor.lost !== undefined;

const lostFor = ({ lost }: LostFloor, now: Instant): string => clockText(Math.max(0, now - lost.since));

/** Asks whoever presides what is to be done; the clock stands meanwhile, and nothing needs to be pressed. */
export function LostSpeaker({ floor, onWait }: { readonly floor: LostFloor; readonly onWait: () => void }) {
  const { queue, roll } = useMeeting();
  const now = useServerNow(1000);
  const { requestId, person } = floor.request;
  const next = floor.beneath ? undefined : suggestedTurn(queue, roll)?.request;
  return (
    <section className={look['card']} aria-labelledby="lost-speaker">
      <p>
        <strong id="lost-speaker" role="alert" className={look['title']}>
          {words.lostTitle(nameOf(roll, person))}
        </strong>
        <span className="num">{words.lostFor(lostFor(floor, now))}</span>
      </p>
      <div className={look['acts']}>
        <Button kind="primary" onClick={onWait}>
          {words.wait}
        </Button>
        <Act bodies={[{ type: 'ResumeSpeech' }]} shortcut={keys.pause}>
          {officeWords.goOn}
        </Act>
        {next && (
          <Act
            bodies={[
              { type: 'EndSpeech', requestId },
              { type: 'GiveFloor', requestId: next.requestId },
            ]}
            aria-describedby="after-the-lost"
          >
            {words.endAndNext}
          </Act>
        )}
        {next && (
          <span id="after-the-lost" className="small">
            {words.nextIs(nameOf(roll, next.person))}
          </span>
        )}
      </div>
    </section>
  );
}

/** One line of it, for whoever waits or does not preside. */
export function LostLine({ floor }: { readonly floor: LostFloor }) {
  const { roll } = useMeeting();
  const now = useServerNow(1000);
  return (
    <p className={look['line']}>
      <span className="num">{words.waitingFor(nameOf(roll, floor.request.person), lostFor(floor, now))}</span>
      <Act bodies={[{ type: 'PauseSpeech' }]} size="small" kind="quiet">
        {words.byHand}
      </Act>
    </p>
  );
}

/** Within the grace nothing stands yet: that the line is gone is said at once. */
export function ShakyLine() {
  const meeting = useMeeting();
  const { onlinePersons } = useNote();
  const lease = leaseOf(meeting);
  if (lease?.phase !== 'held' || !onlinePersons || onlinePersons.includes(lease.person)) return null;
  return <p className={look['line']}>{words.shaky(nameOf(meeting.roll, lease.person), lease.graceMs / 1000)}</p>;
}

/** Whether the one who looks may decide about it: only whoever presides. */
export function useDecides(): boolean {
  const lit = useLit({ type: 'ResumeSpeech' });
  return lit !== null && lit.reason === undefined;
}
