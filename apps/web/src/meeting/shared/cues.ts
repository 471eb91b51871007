// Knows when a speech calls for attention and how strongly; not how that is sounded or shown.
import type { Floor, Instant } from '@xieshang/meeting';

export interface Cue {
  /** ms left when it comes; 0: time is up. */
  readonly leftMs: number;
  /** How often it sounds: once, twice, and three times at the end, as bells in a hall do. */
  readonly strokes: number;
  readonly at: Instant;
}

type Speaking = Extract<Floor, { phase: 'speaking' }>;

/** All of a speech, in order. A warning as long as the speech itself is none. */
function allCues({ limitMs, spokenMs, since }: Speaking, warningsMs: readonly number[]): readonly Cue[] {
  const warnings = [...new Set(warningsMs)].filter((ms) => ms > 0 && ms < limitMs).toSorted((one, other) => other - one);
  return [...warnings, 0].map((leftMs, place, all): Cue => ({
    leftMs,
    strokes: place === all.length - 1 ? 3 : Math.min(place + 1, 2),
    at: since + limitMs - spokenMs - leftMs,
  }));
}

/** F11. Those still to come; none while the clock stands. */
export const cuesOf = (floor: Floor, warningsMs: readonly number[], now: Instant): readonly Cue[] =>
  floor.phase === 'speaking' ? allCues(floor, warningsMs).filter(({ at }) => at > now) : [];

/** F11. A limit that is cut may leave a cue behind at once: the last of those is still owed. `knownMs`: what was left when last looked at. */
export const cueOwed = (floor: Speaking, warningsMs: readonly number[], knownMs: number, now: Instant): Cue | undefined =>
  allCues(floor, warningsMs).findLast(({ leftMs, at }) => at <= now && leftMs < knownMs);
