// The encoded text of one loaded document, as it is on disk: kept in its parts, encoded once for all who come, never decoded. Knows no members and no disk.
import * as Y from 'yjs';
import { openDeletions, sideBySide, type Deletions } from './deletions.ts';
import { limits } from './limits.ts';
import { openRecent } from './recent.ts';
import { joined, sectionFrom, sectionsOf, type Section, type Sections } from './sections.ts';
import { stepTwoFrame, stepTwoHead } from './wire.ts';

/** The state of a document, and where its parts are; null for one in which something stands that the minutes do not hold. */
export interface Encoded {
  readonly bytes: Uint8Array;
  readonly sections: Sections | null;
}

export interface SharedState {
  /** The whole state; not to be written to. */
  whole(): Encoded;
  vector(): Uint8Array;
  reach(client: number): number;
  /** The next update of the log, and its `seq`. */
  extend(seq: number, update: Uint8Array): void;
  /** The state, which is the one at `seq`, is being made smaller. To be called with what was made, or null when that failed. */
  compacting(seq: number): (small: Encoded | null) => void;
  /**
   * The frame that brings whoever holds `vector` up to date. `ask` when it would mostly say what they know to be deleted, which no state vector
   * tells and their answer to step 1 does: then ask again with that. Throws for no vector, and for no update.
   */
  stepTwo(vector: Uint8Array, answer?: Uint8Array): Uint8Array | 'ask';
  /** Whether an update only says what is deleted, and all of that is known. */
  isKnown(update: Uint8Array): boolean;
}

const nothingDeleted = Uint8Array.of(0);

export function openSharedState(state: Encoded): SharedState {
  /** Up to where the document goes, for each client. */
  const reached = new Map<number, number>();
  let base = state;
  /** What has been written since, as long as it could be put together. */
  let since: (Sections & { readonly seq: number })[] = [];
  /** The whole as a frame, until more is written. */
  let frame: { readonly bytes: Uint8Array; readonly state: Encoded } | null = null;
  let deletions: Deletions | null = null;
  /** While a smaller state is being made: what comes since must stay apart from what it is made of. */
  let compacting: object | null = null;
  /** For those who lack more than the recent updates, and often the same: all of a hall that was cut off. */
  let last: { readonly vector: Uint8Array; readonly frame: Uint8Array } | null = null;

  const restart = (whole: Encoded): void => {
    base = whole;
    since = [];
    [frame, last, compacting] = [null, null, null];
  };

  const deleted = (): Deletions => {
    if (deletions) return deletions;
    deletions = openDeletions();
    if (base.sections) for (const sections of [base.sections, ...since]) deletions.add(sections.deleted);
    else deletions.add(deletionsIn(base.bytes));
    return deletions;
  };

  /** Together with what came since. */
  const current = (): NonNullable<typeof frame> => {
    if (frame) return frame;
    if (!base.sections || since.length === 0) return (frame = { bytes: stepTwoFrame(base.bytes), state: base });
    const parts = [base.sections, ...since];
    const all = deletions?.encoded() ?? sideBySide(parts.map((one) => one.deleted));
    const added = parts.flatMap((one) => one.added);
    const { bytes, length, sections } = joined(added, all, stepTwoHead);
    frame = { bytes, state: { bytes: bytes.subarray(bytes.length - length), sections } };
    // Put together once, its parts are never put together again.
    if (!compacting) [base, since] = [frame.state, []];
    return frame;
  };

  const fromParts = (held: ReadonlyMap<number, number>): Uint8Array | null => {
    if (!base.sections) return null;
    const missing = [base.sections, ...since]
      .flatMap(({ added }) => added)
      .flatMap((section) => sectionFrom(section, held.get(section.client) ?? 0) ?? []);
    return joined(missing, deleted().encoded(), stepTwoHead).bytes;
  };

  const fromFurtherBack = (vector: Uint8Array, held: ReadonlyMap<number, number>): Uint8Array => {
    if (!last || Buffer.compare(last.vector, vector) !== 0) {
      last = { vector, frame: fromParts(held) ?? stepTwoFrame(Y.diffUpdate(current().state.bytes, vector)) };
    }
    return last.frame;
  };

  const follows = ({ client, clock }: Section): boolean => clock === (reached.get(client) ?? 0);

  const reachIn = (update: Uint8Array, sections: Sections | null): void => {
    const ends = sections ? sections.added.map(({ client, end }) => [client, end] as const) : Y.parseUpdateMeta(update).to;
    for (const [client, end] of ends) reached.set(client, Math.max(end, reached.get(client) ?? 0));
  };

  reachIn(base.bytes, base.sections);
  const recent = openRecent(reached);

  return {
    whole: () => current().state,
    vector: () => Y.encodeStateVector(new Map(reached)),
    reach: (client) => reached.get(client) ?? 0,
    extend: (seq, update) => {
      const sections = sectionsOf(update);
      deletions?.add(sections?.deleted ?? deletionsIn(update));
      if (!base.sections || !sections?.added.every(follows)) {
        const bytes = Y.mergeUpdates([current().state.bytes, update]);
        restart({ bytes, sections: null });
        recent.forget();
        return reachIn(update, null);
      }
      reachIn(update, sections);
      recent.add(sections.added);
      since.push({ seq, ...sections });
      [frame, last] = [null, null];
    },
    compacting: (seq) => {
      const own = {};
      compacting = own;
      return (small) => {
        // What could not be put together meanwhile stands in a state that was begun anew, and nowhere else.
        if (compacting !== own) return;
        compacting = null;
        if (small) [base, since, frame] = [small, since.filter((one) => one.seq > seq), null];
      };
    },
    stepTwo: (vector, answer) => {
      const held = Y.decodeStateVector(vector);
      const holdsNothing = [...reached.keys()].every((client) => !held.get(client));
      if (holdsNothing) return current().bytes;
      const missing = base.sections ? recent.after(held) : null;
      if (!missing) return fromFurtherBack(vector, held);
      const all = deleted().encoded();
      if (answer) return joined(missing, deleted().beyond(deletionsIn(answer)) ?? nothingDeleted, stepTwoHead).bytes;
      return all.length > limits.deletionsToAskFor ? 'ask' : joined(missing, all, stepTwoHead).bytes;
    },
    isKnown: (update) => {
      if (update[0] !== 0) return false;
      try {
        return update.length === 2 && update[1] === 0 ? true : deleted().holds(update.subarray(1));
      } catch {
        return false;
      }
    },
  };
}

/** Throws when it is no update. */
function deletionsIn(update: Uint8Array): Uint8Array {
  if (update[0] === 0) return update.subarray(1);
  const sections = sectionsOf(update);
  if (sections) return sections.deleted;
  const all = openDeletions();
  // What Yjs leaves of an update whose content is all known is what it deletes.
  const { to } = Y.parseUpdateMeta(update);
  all.add(Y.diffUpdate(update, Y.encodeStateVector(to)).subarray(1));
  return all.encoded();
}
