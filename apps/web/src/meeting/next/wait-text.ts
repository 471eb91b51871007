// Knows how the wait that is expected is put into a few characters; the meeting reckons it.
import type { ExpectedWait } from '@xieshang/meeting';
import { nextWords as words } from '../../words/zh/next.ts';

const minuteMs = 60_000;
/** From here on minutes are said by fives: nobody can know them better. */
const coarseFrom = 10;

/** Q22. Empty for less than half a minute. */
export function waitText({ ms, orLonger }: ExpectedWait): string {
  const exact = ms / minuteMs;
  const minutes = exact < coarseFrom ? Math.round(exact) : Math.round(exact / 5) * 5;
  if (minutes === 0) return '';
  return orLonger ? words.atLeast(minutes) : words.about(minutes);
}
