// Runs fault programmes one after the other, each in a process of its own, and prints a line of JSON for each.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { programmes } from './all.ts';
import { readAsked, usage, type Replay, type Torture } from './asked.ts';
import { seedName, type Outcome, type Programme, type ProgrammeName } from './programme.ts';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const print = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function find(name: ProgrammeName): Promise<Programme> {
  const load = programmes[name];
  if (!load) throw new Error(`没有 ${name} 这项故障测试。`);
  return load();
}

/** One line of JSON, and the failing seeds in words. */
function report(
  { name, title }: Programme,
  { figures, failures }: Outcome,
  began: number,
  about: Readonly<Record<string, unknown>>,
): boolean {
  for (const { seed, sentence } of failures) {
    say(`${name} ${sentence}${seed === null ? '' : `（重放：npm run replay -- ${seedName(name, seed)}）`}`);
  }
  const seeds = failures.flatMap(({ seed }) => (seed === null ? [] : [seedName(name, seed)]));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  print({ programme: name, title, ok: failures.length === 0, ...about, ...figures, failures: failures.length, seeds, seconds });
  return failures.length === 0;
}

/** In this process: what a programme breaks must not be the next one's trouble. */
async function runHere(name: ProgrammeName, { size, seed, seeds }: Torture): Promise<boolean> {
  const programme = await find(name);
  const began = performance.now();
  return report(programme, await programme.run(size, seed, seeds ?? undefined), began, { size, seed, cpus: availableParallelism() });
}

function runApart(name: ProgrammeName, { size, seed, seeds }: Torture): Promise<boolean> {
  return new Promise((resolve) => {
    const words = ['torture', name, '--seed', String(seed), ...(size === 'short' ? ['--short'] : [])];
    if (seeds !== null) words.push('--seeds', String(seeds));
    const child = spawn(process.execPath, [import.meta.filename, ...words], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TORTURE_APART: '1' },
    });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGTERM', forward).on('SIGINT', forward);
    child.on('close', (code) => {
      process.off('SIGTERM', forward).off('SIGINT', forward);
      if (code !== 0 && code !== 1) print({ programme: name, ok: false, failures: 1, ended: code ?? 'killed' });
      resolve(code === 0);
    });
  });
}

async function torture(asked: Torture): Promise<boolean> {
  let passed = 0;
  for (const name of asked.programmes) {
    say(`── ${name} ──`);
    if (await runApart(name, asked)) passed += 1;
  }
  const failed = asked.programmes.length - passed;
  process.stdout.write(`${passed} passed, ${failed} failed, 0 skipped\n`);
  return failed === 0;
}

async function replay({ programme: name, seed }: Replay): Promise<boolean> {
  const programme = await find(name);
  if (!programme.replay) throw new Error(`${name} 不靠随机数，没有种子可以重放；直接运行 npm run torture -- ${name}。`);
  const began = performance.now();
  return report(programme, await programme.replay(seed, say), began, { seed });
}

const asked = readAsked(process.argv.slice(2));
try {
  if ('wrong' in asked) {
    say(`${asked.wrong}\n${usage}`);
    process.exitCode = 2;
  } else if (asked.do === 'replay') process.exitCode = (await replay(asked)) ? 0 : 1;
  else {
    const [only] = asked.programmes;
    const isApart = process.env['TORTURE_APART'] === '1' && only !== undefined;
    process.exitCode = (await (isApart ? runHere(only, asked) : torture(asked))) ? 0 : 1;
  }
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 3;
}
