// P4: a write-ahead log that is cut or spoilt, a disk that is full, a disk that is read-only. Comes back with a prefix, or refuses; never lies.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure, Outcome, Programme } from '../programme.ts';
import { manyCommits } from './commits.ts';
import { tryOne } from './cuts.ts';
import { startSpoilt } from './spoilt-folder.ts';
import { whyNoDisks } from './small-disk.ts';
import { toldAsFull } from './told-as-full.ts';
import { fullDisk, readOnlyDisk, type Found } from './under-people.ts';

const sizes = {
  short: { cuts: 20, starts: 0, full: 1, readOnly: 1 },
  full: { cuts: 300, starts: 10, full: 20, readOnly: 5 },
} as const;

const none: Found = { rounds: 0, lost: 0, dup: 0, wrong: [] };

export const badDisk: Programme = {
  name: 'P4',
  title: '日志被截断或改坏，磁盘写满，磁盘变成只读',
  run: async (size, seed) => {
    const { cuts, starts, full, readOnly } = sizes[size];
    const spoilt = await spoil(seed, cuts);
    const started = await startSpoilt(starts, seed);
    const skipped = await whyNoDisks();
    const [whenFull, whenReadOnly] = skipped === null ? [await fullDisk(full, seed), await readOnlyDisk(readOnly, seed)] : [none, none];
    const sentences = [...(skipped === null ? await toldAsFull() : []), ...whenFull.wrong, ...whenReadOnly.wrong];
    return {
      figures: {
        cuts,
        corruptOpens: spoilt.length + started.failures.length,
        served: started.served,
        refused: started.refused,
        full: whenFull.rounds,
        readOnly: whenReadOnly.rounds,
        lost: whenFull.lost + whenReadOnly.lost,
        dup: whenFull.dup + whenReadOnly.dup,
        ...(skipped === null ? {} : { skipped }),
      },
      failures: [...spoilt, ...started.failures, ...sentences.map((sentence) => ({ seed: null, sentence }))],
    };
  },
  replay: async (seed, say): Promise<Outcome> => {
    const failures = await spoil(seed, 1);
    for (const { sentence } of failures) say(sentence);
    return { figures: { cuts: 1, corruptOpens: failures.length }, failures };
  },
};

/** One log, spoilt anew for every seed. */
async function spoil(from: number, cuts: number): Promise<readonly Failure[]> {
  const place = await mkdtemp(join(tmpdir(), 'xieshang-cuts-'));
  try {
    const committed = await manyCommits(join(place, 'whole'));
    const failures: Failure[] = [];
    for (let seed = from; seed < from + cuts; seed += 1) {
      const wrong = await tryOne(committed, join(place, 'spoilt'), seed);
      for (const sentence of wrong) failures.push({ seed, sentence });
    }
    await committed.close();
    return failures;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
