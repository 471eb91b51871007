// Knows how much of a set time is left; not what it is set for.
import type { Instant } from '@xieshang/meeting';
import { clockText } from '../../ui/clock-text.ts';

export interface Countdown {
  /** ms, never below zero. */
  readonly leftMs: number;
  readonly over: boolean;
  /** `00:38` */
  readonly text: string;
  readonly soon: boolean;
}

/** The last seconds of a vote are shown in amber. */
const soonMs = 15_000;

export function countdown(dueAt: Instant, now: Instant): Countdown {
  const leftMs = Math.max(0, dueAt - now);
  return { leftMs, over: leftMs === 0, text: clockText(leftMs), soon: leftMs > 0 && leftMs <= soonMs };
}
