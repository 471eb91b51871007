// P1: the meeting's rules against a second, simple idea of them, under random commands that race for the host's turn.
import { commandTypes, askOf } from '@xieshang/meeting/testing';
import fc from 'fast-check';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import { cells, pairs, ways, type Ask } from './cells.ts';
import { nothingMet, playCourse, told, type Met, type Round } from './course.ts';

const runs: Readonly<Record<Size, number>> = { short: 108, full: 3000 };
const commandsPerRun = 60;
/** Each pair is to be met so often, at full size. */
const wanted = 20;
const failuresTold = 5;

const anyAsk: fc.Arbitrary<Ask> = fc.oneof(...commandTypes.map(askOf));
const alone = anyAsk.map((ask): readonly Ask[] => [ask]);
const anyRound: fc.Arbitrary<Round> = fc.record({
  ms: fc.constantFrom(0, 1, 1000, 20_000, 180_000, -500),
  asks: fc.oneof({ weight: 5, arbitrary: alone }, { weight: 1, arbitrary: fc.array(anyAsk, { minLength: 2, maxLength: 3, size: 'max' }) }),
});

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

async function runSeed(seed: number, met: Met, shrink: boolean): Promise<Failure | null> {
  const first = beginning(seed).rounds;
  const anyCourse = fc.array(anyRound, { minLength: commandsPerRun, maxLength: commandsPerRun, size: 'max' });
  const shorter = shrink ? fc.array(anyRound, { minLength: 0, maxLength: commandsPerRun, size: 'max' }) : anyCourse;
  const property = fc.asyncProperty(fc.oneof({ maxDepth: 0 }, anyCourse, shorter), fc.scheduler(), (rounds, scheduler) =>
    playCourse(atMost([...first, ...rounds]), scheduler, sealOf(seed), met),
  );
  const details = await fc.check(property, { seed, numRuns: 1, unbiased: true, endOnFailure: !shrink });
  if (!details.failed) return null;
  const [course = []] = details.counterexample ?? [];
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  return { seed, sentence: shrink ? `${why}\n${lines(course)}` : why };
}

const lines = (course: readonly Round[]): string => course.map(({ ms, asks }) => `  +${ms} ${asks.map(told).join('  ‖  ')}`).join('\n');

async function run(size: Size, seed: number): Promise<Outcome> {
  const met = nothingMet();
  const failures: Failure[] = [];
  let divergences = 0;
  for (let one = seed; one < seed + runs[size]; one += 1) {
    const failure = await runSeed(one, met, false);
    if (!failure) continue;
    divergences += 1;
    if (failures.length < failuresTold) failures.push(failure);
  }
  const all = pairs(commandTypes);
  const hits = all.map((pair) => met.pairs.get(pair) ?? 0);
  const rare = all.filter((_, place) => (hits[place] ?? 0) < wanted);
  if (size === 'full' && rare.length > 0)
    failures.push({ seed: null, sentence: `有 ${rare.length} 对命令与状态不足 ${wanted} 次：${rare.slice(0, 8).join('；')}` });
  return {
    figures: {
      runs: runs[size],
      commands: met.commands,
      races: met.races,
      accepted: met.accepted,
      refused: met.commands - met.accepted,
      refusalTypes: met.refusals.size,
      facts: met.facts,
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
  say(`从“${beginning(seed).name}”开始，种子 ${seed}`);
  const failure = await runSeed(seed, met, true);
  return { figures: { runs: 1, commands: met.commands, divergences: failure ? 1 : 0 }, failures: failure ? [failure] : [] };
}

export const p1: Programme = { name: 'P1', title: '随机命令与另一份独立写成的规则对照', run, replay };
