// Measures the meeting room, R1–R7, against the floor and the best peer in alternating rounds; prints every run, and in the end the figures.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeFigures } from './figure.ts';
import { goalsOf, type Row } from './room/goals.ts';
import { openHarness } from './room/harness.ts';
import type { Measured, Wanted } from './room/run.ts';
import { scenarios, type Scenario } from './room/scenarios.ts';
import { copyOf, seed, type Seeded } from './room/seed.ts';

const { values: wishes } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    harness: { type: 'string', default: join(import.meta.dirname, '../../../../shared/bench') },
    only: { type: 'string' },
    target: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

const runOnce = async (wanted: Wanted): Promise<Measured> => {
  const program = join(import.meta.dirname, 'room/run.ts');
  const running = promisify(execFile)(process.execPath, [program], { timeout: 240_000, maxBuffer: 2 ** 24 });
  // Too long for a command line: it holds everybody's cookie.
  running.child.stdin?.end(JSON.stringify(wanted));
  const { stdout } = await running.catch((error: { readonly stderr?: string }) => {
    throw new Error(`${wanted.target} at ${wanted.m}: ${error.stderr ?? ''}`);
  });
  return JSON.parse(stdout);
};

async function measure(folder: string): Promise<readonly Row[]> {
  const harness = wishes.harness;
  await openHarness(harness);
  const chosen = scenarios(wishes.quick).filter(({ name }) => wishes.only === undefined || wishes.only.split(',').includes(name));
  const seeds = new Map<Scenario, Seeded>();
  for (const scenario of chosen) seeds.set(scenario, await seed(join(folder, scenario.name), scenario.roll));
  const rows: Row[] = [];
  for (let round = 0; round < (wishes.quick ? 1 : Number(wishes.rounds)); round += 1) {
    for (const scenario of chosen) {
      // Another target begins each round, so that noise hits all alike.
      const targets = scenario.targets.map((_, place) => scenario.targets[(place + round) % scenario.targets.length]);
      for (const target of targets) {
        if (!target || (wishes.target !== undefined && wishes.target !== target.name)) continue;
        const seeded = seeds.get(scenario);
        const own = target.server === 'ours' && seeded ? { seeded: copyOf(seeded, `${scenario.name}-run`) } : {};
        const profileTo = wishes.profile === undefined ? {} : { profileTo: wishes.profile };
        const measured = await runOnce({ harness, target: target.server, env: target.env, ...scenario.wanted, ...own, ...profileTo });
        if (own.seeded) await rm(own.seeded.folder, { recursive: true, force: true });
        const row: Row = { scenario: scenario.name, target: target.name, round, measured };
        rows.push(row);
        say(JSON.stringify(row));
      }
    }
  }
  return rows;
}

const folder = await mkdtemp(join(tmpdir(), 'xieshang-bench-'));
try {
  const rows = await measure(folder);
  const figures = goalsOf(rows);
  if (wishes.out) await writeFile(wishes.out, `${JSON.stringify({ rows, figures }, null, 1)}\n`);
  writeFigures('room', figures);
} finally {
  await rm(folder, { recursive: true, force: true });
}
