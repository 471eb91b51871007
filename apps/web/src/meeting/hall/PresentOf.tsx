// Knows how many of those entitled are here, in a line.
import { attendance } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { hallWords as words } from '../../words/zh/hall.ts';

/** `实到 28 / 应到 32` */
export function PresentOf() {
  const { roll, rules } = useMeeting();
  const { present, eligible } = attendance(roll, rules.quorum);
  return <span className="num">{words.presentOf(present, eligible)}</span>;
}
