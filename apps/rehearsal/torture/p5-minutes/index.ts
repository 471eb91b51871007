// P5: minutes that six people write at once, through partitions, crashes and restorations. One text everywhere, everything in it once.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type MinutesStore } from '@xieshang/server/testing';
import { tenth } from '../../src/spread.ts';
import { done } from '../in-time.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { anyAct, assemble, longTyping } from './acts.ts';
import { judge, type Verdict } from './judge.ts';
import { tallied, world, type Tally } from './world.ts';

const sizes = { short: 12, full: 400 } as const;
const actsOfOne = 240;
/** In one of so many seeds more letters are typed than a snapshot waits for, or than can stay without being made small. */
const long = { every: 8, letters: 520 } as const;
const longest = { every: 200, letters: 4000 } as const;

/** What has gone wrong so often is known, of one seed and of all. */
const enough = 5;
const enoughSeeds = 20;

interface Played {
  readonly tally: Tally;
  readonly verdict: Verdict;
  readonly sentences: readonly string[];
}

/** The same acts by the same seed. The server's own windows of a few ms are real, so a receipt more or less may have come. */
async function playOne(seed: number, store: MinutesStore, say?: (sentence: string) => void): Promise<Played> {
  const one = world(seed, store);
  await assemble(one);
  if (seed % long.every === 0) await longTyping(one, seed % longest.every === 0 ? longest.letters : long.letters);
  for (let act = 0; act < actsOfOne && one.wrong.length < enough; act += 1) await anyAct(one);
  const verdict = await judge(one);
  const counted = Object.entries({ ...verdict, hashes: verdict.hashes - 1, lost: one.tally.lost });
  const sentences = [...one.wrong, ...counted.flatMap(([what, count]) => (count === 0 ? [] : [`${what}：${count}`]))];
  say?.(JSON.stringify({ ...one.tally, ...verdict }));
  return { tally: one.tally, verdict, sentences };
}

async function withStore<Answer>(use: (store: MinutesStore) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-p5-'));
  const store = await openStore({ database: join(folder, 'minutes.sqlite'), materials: folder }, Date.now);
  try {
    return await use(store.minutes);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const failuresOf = (seed: number, { sentences }: Played): readonly Failure[] =>
  sentences.length === 0 ? [] : [{ seed, sentence: sentences.slice(0, 3).join('；') }];

export const minutesConverge: Programme = {
  name: 'P5',
  title: '六人写纪要，经过断线、崩溃和恢复，最后是同一篇文字',
  run: (size: Size, first: number): Promise<Outcome> =>
    withStore(async (store) => {
      const total = Object.fromEntries(tallied.map((name) => [name, 0])) as Tally;
      const faults = { hashes: 0, pending: 0, doubled: 0, missing: 0, strange: 0, template: 0, looks: 0 };
      const failures: Failure[] = [];
      let slowest = 0;
      for (let seed = first; seed < first + sizes[size] && failures.length < enoughSeeds; seed += 1) {
        const began = performance.now();
        const playing = playOne(seed, store);
        if (!(await done(playing))) {
          failures.push({ seed, sentence: '一分钟之内没有结束' });
          break;
        }
        const played = await playing;
        slowest = Math.max(slowest, performance.now() - began);
        for (const name of tallied) total[name] += played.tally[name];
        for (const name of Object.keys(faults) as (keyof typeof faults)[])
          faults[name] += played.verdict[name] - (name === 'hashes' ? 1 : 0);
        failures.push(...failuresOf(seed, played));
      }
      return { figures: { runs: sizes[size], ...total, ...faults, slowestMs: tenth(slowest) }, failures };
    }),
  replay: (seed, say): Promise<Outcome> =>
    withStore(async (store) => {
      const played = await playOne(seed, store, say);
      return { figures: { ...played.tally, ...played.verdict }, failures: failuresOf(seed, played) };
    }),
};
