// Knows from when a stage's time is short, and which shorter limits are worth offering; not whether they are taken.
import type { Queue, StageBudget } from '@xieshang/meeting';

const minute = 60_000;
const halfMinute = 30_000;
const usual: readonly number[] = [5, 3, 2, 1].map((minutes) => minutes * minute);
const offered = 3;

/** What those who wait would need beyond the time left, ms. Less than a minute is none: a list as long as its stage is no alarm in its first second. */
export function lackOf({ leftMs, neededMs, waiting }: StageBudget): number {
  const lack = neededMs - Math.max(leftMs, 0);
  return waiting > 0 && lack >= minute ? lack : 0;
}

/** Shorter than the longest limit that waits, longest first; where time is short, the one with which it suffices is among them. */
export function cutsFor({ waiting }: Queue, budget: StageBudget): readonly number[] {
  const { leftMs, neededMs, waiting: count } = budget;
  const limits = waiting.filter(({ origin }) => origin !== 'passedOver').map(({ limitMs }) => limitMs);
  const longest = Math.max(0, ...limits);
  const running = neededMs - limits.reduce((sum, ms) => sum + ms, 0);
  const fits = lackOf(budget) > 0 ? Math.floor((leftMs - Math.max(0, running)) / count / halfMinute) * halfMinute : 0;
  const shorter = usual.filter((ms) => ms < longest);
  const all = fits >= halfMinute && fits < longest ? [fits, ...shorter.filter((ms) => ms !== fits)] : shorter;
  return all.slice(0, offered).toSorted((one, other) => other - one);
}
