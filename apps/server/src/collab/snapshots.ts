// Knows when the state of a document is kept as a shortcut for loading (Y19); the log stays the truth.
import type { MinutesStore } from '../ports.ts';
import { limits } from './limits.ts';

export interface Snapshots {
  /** The document now holds all updates up to `seq`; `encode` gives its state. */
  passed(seq: number, encode: () => Uint8Array): void;
  /** Resolves when none is being written. */
  settled(): Promise<void>;
}

export interface SnapshotsDeps {
  readonly document: string;
  /** `seq` of the last one. */
  readonly since: number;
  readonly store: Pick<MinutesStore, 'saveSnapshot'>;
  readonly report: (error: unknown) => void;
}

/** One at a time, every so many updates; a failure costs only time at the next loading. */
export function openSnapshots({ document, since, store, report }: SnapshotsDeps): Snapshots {
  let last = since;
  let saving: Promise<void> | null = null;
  return {
    passed: (seq, encode) => {
      if (saving || seq < last + limits.snapshotEvery) return;
      last = seq;
      saving = store
        .saveSnapshot(document, seq, encode())
        .catch(report)
        .finally(() => (saving = null));
    },
    settled: async () => {
      await saving;
    },
  };
}
