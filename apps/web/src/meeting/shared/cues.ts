// Knows when a speech calls for attention and how strongly; not how that is sounded or shown.
import { spokenMs, type Floor, type Instant } from '@xieshang/meeting';

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

/** The last of those that have come since so much was left; none: nothing has. */
const cueOwed = (floor: Speaking, warningsMs: readonly number[], knownMs: number, now: Instant): Cue | undefined =>
  allCues(floor, warningsMs).findLast(({ leftMs, at }) => at <= now && leftMs < knownMs);

/** A clock is looked at again after that at the latest, ms: a device's timers stand while it sleeps, and what it knows of the time may be mended. */
const lookAgainMs = 2000;
/** Less than that a clock is mended by all the time, ms; more is another idea of the time. */
const jitterMs = 1500;

export interface CueWatch {
  /** What is to be called for now, if anything, and after how many ms to look again; null: not before the floor is another. `steadyMs`: the device's own time, which nobody sets. */
  look(floor: Floor, warningsMs: readonly number[], now: Instant, steadyMs: number): { readonly cue?: Cue; readonly again: number | null };
}

/**
 * F11. Calls for each cue that comes while it watches, once: what was past at the first look is told to nobody, of several that are found
 * late only the last, and what seems to come or to go because the time was mended is none.
 */
export function cueWatch(): CueWatch {
  let known: { readonly floor: Speaking; readonly leftMs: number; readonly steadyMs: number } | null = null;
  return {
    look: (floor, warningsMs, now, steadyMs) => {
      if (floor.phase !== 'speaking') return { again: null };
      const leftMs = floor.limitMs - spokenMs(floor, now);
      const before = known?.floor.request.requestId === floor.request.requestId ? known : null;
      const isMended = before?.floor === floor && before.leftMs - leftMs > steadyMs - before.steadyMs + jitterMs;
      const isSame = before !== null && !isMended && leftMs - before.leftMs <= jitterMs;
      const cue = before && !isMended ? cueOwed(floor, warningsMs, before.leftMs, now) : undefined;
      known = { floor, leftMs: isSame ? Math.min(leftMs, before.leftMs) : leftMs, steadyMs };
      const next = cuesOf(floor, warningsMs, now)[0];
      return { ...(cue && { cue }), again: Math.min(lookAgainMs, next ? next.at - now : lookAgainMs) };
    },
  };
}
