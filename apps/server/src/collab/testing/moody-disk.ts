// The real disk with a temper: full, slow, unreadable when a test wants; for tests only.
import type { MinutesStore } from '../../ports.ts';

/** A disk that can be full or slow, over the real one. */
export function moodyDisk() {
  const mood = {
    ...{ full: 0, failsAfterWriting: false, unreadable: 0, loads: 0, failures: 0, snapshots: 0 },
    ...{ slowMs: 0, slowLoadMs: 0, slowSnapshotMs: 0 },
  };
  const pause = (ms: number): Promise<void> => (ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms)));
  const disk = (real: MinutesStore): MinutesStore => ({
    ...real,
    load: async (document) => {
      mood.loads += 1;
      await pause(mood.slowLoadMs);
      return real.load(document);
    },
    updates: async (...asked) => {
      if (mood.unreadable > 0) {
        mood.unreadable -= 1;
        throw new Error('the disk cannot be read');
      }
      return real.updates(...asked);
    },
    append: async (...asked) => {
      await pause(mood.slowMs);
      if (mood.full > 0) {
        mood.full -= 1;
        mood.failures += 1;
        throw new Error('the disk is full');
      }
      const outcome = await real.append(...asked);
      if (mood.failsAfterWriting) {
        mood.failsAfterWriting = false;
        throw new Error('the answer was lost');
      }
      return outcome;
    },
    saveSnapshot: async (...asked) => {
      mood.snapshots += 1;
      await pause(mood.slowSnapshotMs);
      await real.saveSnapshot(...asked);
    },
  });
  return { mood, disk };
}
