// Knows which moments of a document are versions: each step of the meeting, each five minutes of change; not who named others.
import type { Change } from './annals.ts';

/** What happened in the meeting at a moment. */
export type MomentKind = 'opened' | 'stage' | 'suspended' | 'concluded' | 'submitted' | 'returned' | 'passed' | 'countersigned' | 'issued';

export interface Moment {
  readonly kind: MomentKind;
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
  /** Of a stage; empty otherwise. */
  readonly name: string;
}

export type AutomaticVersion =
  | { readonly kind: 'begun' | 'interval'; readonly seq: number; readonly at: number }
  | { readonly kind: 'moment'; readonly seq: number; readonly at: number; readonly moment: Moment };

/** ms */
export const intervalMs = 5 * 60_000;

/** `seq` of the last change up to a moment; 0 when there was none yet. */
export function seqAt(changes: readonly Change[], at: number): number {
  let seq = 0;
  for (const change of changes) {
    if (change.at > at) break;
    seq = change.seq;
  }
  return seq;
}

/**
 * Oldest first. The first change is a version; so is the document at each moment of the meeting, and at the end of each five minutes
 * that begin with a change, once they are over. What would be the same as the one before is none.
 */
export function automaticVersions(changes: readonly Change[], moments: readonly Moment[], now: number): readonly AutomaticVersion[] {
  const [first] = changes;
  if (!first) return [];
  const begun: AutomaticVersion = { kind: 'begun', seq: first.seq, at: first.at };
  const marked = moments.flatMap((moment): readonly AutomaticVersion[] => {
    const seq = seqAt(changes, moment.at);
    return seq === 0 ? [] : [{ kind: 'moment', seq, at: moment.at, moment }];
  });
  const taken = new Set([begun, ...marked].map(({ seq }) => seq));
  const intervals = endsOfIntervals(changes, now).filter(({ seq }) => !taken.has(seq));
  return [begun, ...marked, ...intervals.map((end): AutomaticVersion => ({ kind: 'interval', ...end }))].toSorted(
    (one, other) => one.seq - other.seq || one.at - other.at,
  );
}

function endsOfIntervals(changes: readonly Change[], now: number): readonly { readonly seq: number; readonly at: number }[] {
  const ends: { seq: number; at: number }[] = [];
  let begunAt = 0;
  let last: Change | null = null;
  for (const change of changes) {
    if (last && change.at >= begunAt + intervalMs) {
      ends.push({ seq: last.seq, at: last.at });
      last = null;
    }
    if (!last) begunAt = change.at;
    last = change;
  }
  if (last && now >= begunAt + intervalMs) ends.push({ seq: last.seq, at: last.at });
  return ends;
}

/** A step of the playback: what one person did in one go. */
export interface Frame {
  readonly seq: number;
  readonly at: number;
  readonly by: string | null;
}

/** A pause of one writer after which another step begins, and the longest step, ms. */
const pauseMs = 8_000;
const longestMs = 30_000;

/** Oldest first; the last one is the document as it stands. What the server mends belongs to the change it mends. */
export function framesOf(changes: readonly Change[]): readonly Frame[] {
  const frames: (Frame & { readonly from: number })[] = [];
  for (const { seq, at, author } of changes) {
    const last = frames.at(-1);
    const mends = last !== undefined && author === null && at === last.at && last.by !== null;
    const goesOn = last !== undefined && last.by === author && at - last.at <= pauseMs && at - last.from <= longestMs;
    if (last && (mends || goesOn)) frames.splice(-1, 1, { ...last, seq, at });
    else frames.push({ seq, at, by: author, from: at });
  }
  return frames.map(({ seq, at, by }) => ({ seq, at, by }));
}
