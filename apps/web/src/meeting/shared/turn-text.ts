// Knows how the reason of a turn and of a change of turns is put into a short sentence; the meeting finds the reasons.
import type { Moved, Roll, Turn } from '@xieshang/meeting';
import { turnWords as words } from '../../words/zh/turns.ts';
import { nameOf } from './people.ts';

/** Q10, Q11. Why it stands where it stands, in a few characters. */
export const turnReason = ({ group, ahead }: Turn): string => {
  if (group !== 'fair') return words.groups[group];
  return ahead === null ? words.alone : words.criteria[ahead];
};

/** Q13. */
export function movedSentence({ to, cause }: Moved, roll: Roll): string {
  switch (cause.type) {
    case 'aheadGone':
      return words.movedUp(cause.count, to);
    case 'placed':
      return words.placed(to);
    case 'skipped':
      return words.skipped(to);
    case 'overtaken':
      return words.overtaken(nameOf(roll, cause.by), cause.ahead ?? cause.group);
    case 'passed':
      return words.passed(to);
  }
}
