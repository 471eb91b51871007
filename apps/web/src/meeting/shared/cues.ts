// Knows when a speech calls for attention and how strongly; not how that is sounded or shown.
import type { Floor, Instant } from '@xieshang/meeting';

export interface Cue {
  /** ms left when it comes; 0: time is up. */
  readonly leftMs: number;
  /** How often it sounds: once, twice, and three times at the end, as bells in a hall do. */
  readonly strokes: number;
  readonly at: Instant;
}

/** F11. Those still to come, in order; none while the clock stands. A warning as long as the speech itself is none. */
export function cuesOf(floor: Floor, warningsMs: readonly number[], now: Instant): readonly Cue[] {
  if (floor.phase !== 'speaking') return [];
  const { limitMs, spokenMs, since } = floor;
  const warnings = [...new Set(warningsMs)].filter((ms) => ms > 0 && ms < limitMs).toSorted((one, other) => other - one);
  return [...warnings, 0]
    .map((leftMs, place, all): Cue => ({
      leftMs,
      strokes: place === all.length - 1 ? 3 : Math.min(place + 1, 2),
      at: since + limitMs - spokenMs - leftMs,
    }))
    .filter(({ at }) => at > now);
}
