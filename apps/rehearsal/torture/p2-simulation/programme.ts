// P2: the host and twelve people on bad lines and a bad disk, step by step, all from one seed.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Outcome, Programme, Size } from '../programme.ts';
import { runSeed, type Run } from './run.ts';
import { runSeeds, type Stretch } from './stretch.ts';
import { add, noSum, outcomeOf, sumOf, type Sum } from './sum.ts';

const seeds: Readonly<Record<Size, number>> = { short: 24, full: 600 };
const steps: Readonly<Record<Size, number>> = { short: 800, full: 1500 };
const stepsTold = 60;

async function runApart(stretch: Stretch): Promise<Sum> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: stretch });
  const [sum] = (await once(worker, 'message')) as [Sum];
  return sum;
}

/** Every thread takes every so manyth seed. */
async function run(size: Size, seed: number, count = seeds[size]): Promise<Outcome> {
  if (size === 'short') return outcomeOf(await runSeeds({ from: seed, count, stride: 1, steps: steps.short }));
  const threads = Math.min(availableParallelism(), count);
  const stretches = Array.from({ length: threads }, (_, place): Stretch => {
    return { from: seed + place, count: Math.ceil((count - place) / threads), stride: threads, steps: steps.full };
  });
  const sums = await Promise.all(stretches.map(runApart));
  return outcomeOf(sums.reduce(add, noSum));
}

/** Fewer steps that still break a promise, found by halving; the judge comes after them, with everything mended. */
async function shortest(seed: number, failing: Run): Promise<Run> {
  let [few, many] = [0, failing];
  while (many.steps - few > 1) {
    const half = await runSeed(seed, Math.floor((few + many.steps) / 2));
    if (half.faults.length > 0) many = half;
    else few = half.steps;
  }
  return many;
}

async function replay(seed: number, say: (sentence: string) => void): Promise<Outcome> {
  const whole = await runSeed(seed, steps.full);
  if (whole.faults.length === 0) {
    say(`种子 ${seed}：${whole.steps} 步，${whole.facts} 条事实，没有发现问题`);
    return outcomeOf(sumOf(whole));
  }
  const least = await shortest(seed, whole);
  const lines: string[] = [];
  await runSeed(seed, least.steps, (line) => void lines.push(line));
  say(`种子 ${seed}：走 ${least.steps} 步就会出现，最后 ${Math.min(stepsTold, lines.length)} 步：`);
  for (const line of lines.slice(-stepsTold)) say(`  ${line}`);
  for (const { figure, sentence } of least.faults) say(`${figure}：${sentence}`);
  return outcomeOf(sumOf(least));
}

export const p2: Programme = { name: 'P2', title: '一个种子决定一切的模拟：磁盘、网络、进程和时钟出错', run, replay };
