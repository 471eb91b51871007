// Knows how far a speech is on its clock; not how that is shown.
import { spokenMs, type Floor, type Instant } from '@xieshang/meeting';

export type TakenFloor = Exclude<Floor, { phase: 'empty' }>;

export interface SpeechClock {
  /** ms; below zero is overtime. */
  readonly leftMs: number;
  readonly limitMs: number;
  /** 0–1 of the limit that has been spoken. */
  readonly share: number;
  readonly tone: 'plain' | 'soon' | 'over';
  readonly paused: boolean;
}

/** F6, F11. `warningsMs` are the committee's: from the longest of them that is shorter than the speech on it is soon. */
export function speechClock(floor: TakenFloor, now: Instant, warningsMs: readonly number[]): SpeechClock {
  const { limitMs } = floor;
  const leftMs = limitMs - spokenMs(floor, now);
  const soon = Math.max(0, ...warningsMs.filter((ms) => ms < limitMs));
  return {
    leftMs,
    limitMs,
    share: limitMs > 0 ? Math.min(1, Math.max(0, 1 - leftMs / limitMs)) : 1,
    tone: leftMs < 0 ? 'over' : leftMs <= soon ? 'soon' : 'plain',
    paused: floor.phase === 'paused',
  };
}

/** ms until the second shown changes: the figure of a clock flips when a whole second is left, or over. */
export const untilNextSecond = (leftMs: number): number => leftMs - Math.floor((leftMs - 1) / 1000) * 1000;
