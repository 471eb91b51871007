// Knows when the state of a document is kept as a shortcut for loading (Y19), and when it is worth making small; the log stays the truth.
import type { MinutesStore } from '../ports.ts';
import type { Compactor } from './compactor.ts';
import { limits } from './limits.ts';
import { outlined } from './outline.ts';
import type { Encoded, SharedState } from './shared-state.ts';

export interface Snapshots {
  /** The document now holds all updates up to `seq`. */
  passed(seq: number): void;
  /** Keeps what is due and resolves when none is being written. */
  settled(seq: number): Promise<void>;
}

export interface SnapshotsDeps {
  readonly document: string;
  /** The last one. */
  readonly since: { readonly seq: number; readonly bytes: number };
  readonly shared: Pick<SharedState, 'whole' | 'compacting'>;
  readonly store: Pick<MinutesStore, 'saveSnapshot'>;
  readonly compactor: Compactor;
  readonly report: (error: unknown) => void;
}

/** One at a time; a failure costs only time at the next loading. */
export function openSnapshots({ document, since, shared, store, compactor, report }: SnapshotsDeps): Snapshots {
  let last = since.seq;
  /** As Yjs made it the last time, as far as is known. */
  let smallBytes = since.bytes;
  let saving: Promise<void> | null = null;

  const isDue = (seq: number): boolean => {
    const { least, most } = limits.snapshotEvery;
    return seq >= last + Math.min(Math.max(smallBytes / limits.snapshotBytesOfUpdate, least), most);
  };

  const save = async (seq: number, { bytes, sections }: Encoded): Promise<void> =>
    store.saveSnapshot(document, { seq, bytes, outline: outlined(seq, bytes, sections) });

  /** What Yjs joins was typed letter by letter; put together here it only grows. */
  const made = async (seq: number): Promise<void> => {
    const state = shared.whole();
    if (state.bytes.length <= smallBytes * limits.compactAt + limits.compactFrom) return save(seq, state);
    const take = shared.compacting(seq);
    let small: Encoded | null = null;
    try {
      small = await compactor.compact(state.bytes);
    } finally {
      take(small);
    }
    smallBytes = small.bytes.length;
    return save(seq, small);
  };

  const begin = (seq: number, keep: (seq: number) => Promise<void>): void => {
    last = seq;
    saving = keep(seq)
      .catch(report)
      .finally(() => (saving = null));
  };

  return {
    passed: (seq) => {
      if (!saving && isDue(seq)) begin(seq, made);
    },
    settled: async (seq) => {
      await saving;
      // At rest it costs nobody anything, and whoever opens the document next has less to read.
      if (seq >= last + limits.snapshotEvery.least) begin(seq, (at) => save(at, shared.whole()));
      await saving;
    },
  };
}
