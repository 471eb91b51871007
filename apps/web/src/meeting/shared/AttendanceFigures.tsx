// Knows how the figures read out at an opening are shown; the meeting counts them.
import { attendance } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import look from './AttendanceFigures.module.css';

/** 应到 · 实到 · 请假 · 缺席 and whether that is a quorum. Sized by the text around. */
export function AttendanceFigures({ meeting }: { readonly meeting: Held }) {
  const { eligible, present, online, onLeave, absent, needed, quorumMet } = attendance(meeting.roll, meeting.rules.quorum);
  const figures: readonly (readonly [string, number])[] = [
    [words.eligible, eligible],
    [words.present, present],
    [words.onLeave, onLeave],
    // Before the opening those who have not come are still on their way.
    meeting.phase === 'convened' ? [words.online, online] : [words.absent, absent],
  ];
  return (
    <div className={look['figures']}>
      <dl>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <p data-met={quorumMet}>{quorumMet ? words.quorumMet : words.quorumMissing(needed - present)}</p>
    </div>
  );
}
