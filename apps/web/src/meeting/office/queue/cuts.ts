// Knows which shorter limits are worth offering; not whether they are taken.
import type { Queue, StageBudget } from '@xieshang/meeting';

const halfMinute = 30_000;
const usual: readonly number[] = [5, 3, 2, 1].map((minutes) => minutes * 60_000);
const offered = 3;

/** Shorter than the longest limit that waits, longest first; where time is short, the one with which it suffices is among them. */
export function cutsFor({ waiting }: Queue, { leftMs, neededMs, waiting: count }: StageBudget): readonly number[] {
  const limits = waiting.filter(({ origin }) => origin !== 'passedOver').map(({ limitMs }) => limitMs);
  const longest = Math.max(0, ...limits);
  const running = neededMs - limits.reduce((sum, ms) => sum + ms, 0);
  const fits = count > 0 && neededMs > leftMs ? Math.floor((leftMs - Math.max(0, running)) / count / halfMinute) * halfMinute : 0;
  const shorter = usual.filter((ms) => ms < longest);
  const all = fits >= halfMinute && fits < longest ? [fits, ...shorter.filter((ms) => ms !== fits)] : shorter;
  return all.slice(0, offered).toSorted((one, other) => other - one);
}
