// The encoded text of one loaded document, as it is on disk: encoded once for all who come. Knows no members and no disk.
import * as Y from 'yjs';
import { limits } from './limits.ts';
import { openRecent } from './recent.ts';
import { allDeleted, joined, sectionsOf, type Sections } from './sections.ts';
import { stepTwoFrame, stepTwoHead } from './wire.ts';

export interface SharedState {
  /** The whole state; not to be written to. */
  whole(): Uint8Array;
  /** Encodes the live document anew, as small as it gets, and keeps that. */
  renew(): Uint8Array;
  /** The frame that brings whoever holds `vector` up to date, and tells them all that is deleted. Throws for no vector. */
  stepTwo(vector: Uint8Array): Uint8Array;
}

/** What is kept of the document in place of encoding it: a frame with the whole state at its end. */
interface Encoded {
  readonly frame: Uint8Array;
  readonly stateBytes: number;
  /** Of the state; null until they are asked for. */
  sections: Sections | null;
}

/**
 * Holds at most one encoding of the document, one answer to a peer and twice `limits.recentBytes` of updates. What it cannot put together itself
 * it leaves to Yjs. Follows the live document, which holds nothing but what is on disk, until that is destroyed. `stored` is the snapshot that the live document has been made from so far; null when there was none.
 */
export function openSharedState(live: Y.Doc, stored: Uint8Array | null): SharedState {
  /** Up to where the live document goes, for each client. */
  const reached = vectorOf(live);
  const recent = openRecent(reached);
  /** False for good as soon as something comes that is not simply more of a text of minutes. */
  let isOurs = true;
  let encoded: Encoded | null = null;
  /** What has been written since then. */
  let since: Sections[] = [];
  /** How much has been put together since Yjs encoded it. */
  let grown = { bytes: 0, updates: 0 };
  /** For those who lack more than the recent updates, and often the same: all of a hall that was cut off. */
  let last: { readonly vector: Uint8Array; readonly frame: Uint8Array } | null = null;

  const forget = (): void => {
    encoded = null;
    since = [];
    grown = { bytes: 0, updates: 0 };
  };

  const keep = (state: Uint8Array): Encoded => {
    forget();
    return (encoded = { frame: stepTwoFrame(state), stateBytes: state.length, sections: null });
  };
  const renewed = (): Encoded => keep(Y.encodeStateAsUpdate(live));

  /** The state as of now, out of what is kept and what has come since. */
  const current = (): Encoded => {
    const kept = encoded ?? renewed();
    if (since.length === 0) return kept;
    kept.sections ??= sectionsOf(stateIn(kept));
    const all = kept.sections ? [kept.sections, ...since] : [];
    const added = all.flatMap((one) => one.added);
    if (!isUnbroken(added, reached)) return renewed();
    const { bytes: frame, length, sections } = joined(added, allDeleted(all), stepTwoHead);
    since = [];
    return (encoded = { frame, stateBytes: length, sections });
  };

  /** All deletions go with it: which of those somebody knows no state vector tells. */
  const fromRecent = (held: ReadonlyMap<number, number>): Uint8Array | null => {
    const missing = isOurs ? recent.after(held) : null;
    if (!missing) return null;
    const kept = current();
    const { added, deleted } = (kept.sections ??= sectionsOf(stateIn(kept))) ?? { added: [], deleted: null };
    return deleted && isUnbroken(added, reached) ? joined(missing, deleted, stepTwoHead).bytes : null;
  };

  const fromYjs = (vector: Uint8Array): Uint8Array => {
    if (!last || Buffer.compare(last.vector, vector) !== 0) last = { vector, frame: stepTwoFrame(Y.encodeStateAsUpdate(live, vector)) };
    return last.frame;
  };

  const extend = (update: Uint8Array): void => {
    last = null;
    const sections = sectionsOf(update);
    const follows = sections?.added.every(
      ({ client, clock, end }) => clock === (reached.get(client) ?? 0) && end === Y.getState(live.store, client),
    );
    if (!sections || !follows) isOurs = false;
    if (!sections || !isOurs) return forget();
    for (const { client, end } of sections.added) reached.set(client, end);
    recent.add(sections.added);
    if (!encoded) return;
    since.push(sections);
    grown = { bytes: grown.bytes + update.length, updates: grown.updates + 1 };
    // Yjs joins what was typed letter by letter; put together here it only grows.
    if (grown.bytes > limits.recentBytes || grown.updates > limits.recentUpdates) forget();
  };
  if (stored) keep(stored);
  live.on('update', extend);

  return {
    whole: () => stateIn(current()),
    renew: () => stateIn(renewed()),
    stepTwo: (vector) => {
      const held = Y.decodeStateVector(vector);
      const holdsNothing = [...reached.keys()].every((client) => !held.get(client));
      return holdsNothing ? current().frame : (fromRecent(held) ?? fromYjs(vector));
    },
  };
}

const stateIn = ({ frame, stateBytes }: Encoded): Uint8Array => frame.subarray(frame.length - stateBytes);

const vectorOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));

/** Whether the sections are those of a whole document that goes so far: from the beginning, without a gap, nothing twice. */
function isUnbroken(added: Sections['added'], reached: ReadonlyMap<number, number>): boolean {
  const ends = new Map<number, number>();
  for (const { client, clock, end } of added) {
    if (clock !== (ends.get(client) ?? 0)) return false;
    ends.set(client, end);
  }
  return ends.size === reached.size && [...reached].every(([client, end]) => ends.get(client) === end);
}
