// Knows how the wait that is expected is put into a few characters; the meeting reckons it.
import { minutesTold, type ExpectedWait } from '@xieshang/meeting';
import { nextWords as words } from '../../words/zh/next.ts';

/** Q22. Empty where it comes to no minute. */
export function waitText(wait: ExpectedWait): string {
  const minutes = minutesTold(wait);
  if (minutes === 0) return '';
  return wait.orLonger ? words.atLeast(minutes) : words.about(minutes);
}
