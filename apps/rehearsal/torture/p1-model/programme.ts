// P1: the meeting's rules against a second, simple idea of them, under random commands that race for the host's turn.
import { commandTypes } from '@xieshang/meeting/testing';
import fc, { type Scheduler } from 'fast-check';
import { courseOf } from './scenes.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { cells, pairs, ways } from './cells.ts';
import { nothingMet, playCourse, told, type Met, type Round } from './course.ts';

const runs: Readonly<Record<Size, number>> = { short: 240, full: 12_000 };
const commandsPerRun = 60;
/** Each pair is to be met so often, at full size. */
const wanted = 20;
const failuresTold = 5;

/** Begins where the seed says, so that every state of affairs has its share of courses. */
function beginning(seed: number): { readonly name: string; readonly rounds: readonly Round[] } {
  const [name = '', asks = []] = ways[seed % ways.length] ?? [];
  return { name, rounds: asks.map((ask) => ({ ms: 1000, asks: [ask] })) };
}

function atMost(rounds: readonly Round[]): readonly Round[] {
  let left = commandsPerRun;
  return rounds.filter(({ asks }) => (left -= asks.length) >= 0);
}

/** Every eighth course has minutes nobody has sealed. */
const sealOf = (seed: number): string => (seed % 8 === 0 ? '' : '5ea1'.repeat(16));

const anyPlay = fc.tuple(courseOf(commandsPerRun), fc.scheduler());

/** The course of a seed, and who is heard first in it; a scheduler serves one play only. */
function playOf(seed: number): { readonly rounds: readonly Round[]; readonly scheduler: Scheduler } {
  const [play] = fc.sample(anyPlay, { seed, numRuns: 1 });
  if (!play) throw new Error(`seed ${seed} makes no course`);
  const [rounds, scheduler] = play;
  return { rounds: atMost([...beginning(seed).rounds, ...rounds]), scheduler };
}

/** Where host and idea part, in a sentence; null where they never do. */
async function parting(seed: number, rounds: readonly Round[], met: Met): Promise<string | null> {
  try {
    await playCourse(rounds, playOf(seed).scheduler, sealOf(seed), met);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Leaves out whatever is not needed for them to part, in ever smaller pieces. */
async function shortened(seed: number, rounds: readonly Round[]): Promise<readonly Round[]> {
  let kept = rounds;
  for (const piece of [16, 8, 4, 2, 1, 1, 1]) {
    for (let place = kept.length - piece; place >= 0; place -= piece) {
      const fewer = kept.toSpliced(place, piece);
      if ((await parting(seed, fewer, nothingMet())) !== null) kept = fewer;
    }
  }
  return kept;
}

const lines = (course: readonly Round[]): string => course.map(({ ms, asks }) => `  +${ms} ${asks.map(told).join('  ‖  ')}`).join('\n');

async function run(size: Size, seed: number, count = runs[size]): Promise<Outcome> {
  const met = nothingMet();
  const failures: Failure[] = [];
  let divergences = 0;
  for (let one = seed; one < seed + count; one += 1) {
    const sentence = await parting(one, playOf(one).rounds, met);
    if (sentence === null) continue;
    divergences += 1;
    if (failures.length < failuresTold) failures.push({ seed: one, sentence });
  }
  const all = pairs(commandTypes);
  const hits = all.map((pair) => met.pairs.get(pair) ?? 0);
  const rare = all.filter((_, place) => (hits[place] ?? 0) < wanted);
  if (size === 'full' && rare.length > 0)
    failures.push({ seed: null, sentence: `有 ${rare.length} 对命令与状态不足 ${wanted} 次：${rare.slice(0, 8).join('；')}` });
  return {
    figures: {
      runs: count,
      commands: met.commands,
      races: met.races,
      accepted: met.accepted,
      refused: met.commands - met.accepted,
      refusalTypes: met.refusals.size,
      facts: met.facts,
      secretVotesCounted: met.ballots.get('motions counted') ?? 0,
      secretElectionsCounted: met.ballots.get('election counted') ?? 0,
      states: cells.size,
      pairs: all.length,
      pairsBelow20: rare.length,
      leastHits: Math.min(...hits),
      divergences,
    },
    failures,
  };
}

async function replay(seed: number, say: (sentence: string) => void): Promise<Outcome> {
  const met = nothingMet();
  const { rounds } = playOf(seed);
  const sentence = await parting(seed, rounds, met);
  say(`种子 ${seed}，从“${beginning(seed).name}”开始，${rounds.length} 步`);
  if (sentence !== null) {
    const few = await shortened(seed, rounds);
    say(`去掉无关的，剩下 ${few.length} 步：\n${lines(few)}`);
    say((await parting(seed, few, nothingMet())) ?? '');
  }
  const failures = sentence === null ? [] : [{ seed, sentence }];
  return { figures: { runs: 1, commands: met.commands, divergences: failures.length }, failures };
}

export const p1: Programme = { name: 'P1', title: '随机命令与另一份独立写成的规则对照', run, replay };
