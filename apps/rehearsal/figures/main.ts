// Measures everything that is published, one part after the other, and writes docs/figures.md and docs/figures.json.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readyHarness } from './harness.ts';
import { load, thisCommit, thisMachine } from './machine.ts';
import { figuresPage } from './page.ts';
import { partNames, type MeasuredFigure, type Part, type PartName, type PrintedLine, type Results } from './results.ts';

const root = join(import.meta.dirname, '../../..');
const page = join(root, 'docs/figures.md');
const store = join(root, 'docs/figures.json');

const usage = `用法：npm run figures -- [选项]
  --only room,coedit   只测这几部分（${partNames.join('、')}），其余用上次的结果
  --quick              小规模，只看是否能跑
  --harness 文件夹     对照程序所在（默认 ../shared/bench）
  --rounds 3           与对照程序轮流测几轮（room、coedit）
  --stages live-10,busy 一起写纪要时只测这几段
  --page               不测，只用已有的结果重写页面`;

interface Wishes {
  readonly parts: readonly PartName[];
  readonly quick: boolean;
  readonly harness: string;
  readonly rounds: string;
  /** Of the minutes. */
  readonly stages: readonly string[];
}

/** A long measurement that breaks off must not take the others with it. */
const coeditStages = ['live-10', 'live-50', 'live-hall', 'busy', 'cursors', 'feed', 'join-random', 'join-typed', 'slope', 'flood', 'kill'];

function readWishes(): Wishes | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean' },
        harness: { type: 'string', default: join(root, '../shared/bench') },
        rounds: { type: 'string', default: '3' },
        stages: { type: 'string', default: coeditStages.join(',') },
        page: { type: 'boolean' },
      },
    });
    const asked = values.only?.split(',') ?? partNames;
    const parts = partNames.filter((name) => asked.includes(name));
    if (parts.length !== asked.length) return null;
    const { quick = false, harness, rounds, stages } = values;
    return { parts: values.page ? [] : parts, quick, harness, rounds, stages: stages.split(',') };
  } catch {
    return null;
  }
}

/** What each part runs, in order; each command prints lines of JSON. */
function commandsOf(name: PartName, { quick, harness, rounds, stages }: Wishes): readonly (readonly string[])[] {
  const small = quick ? ['--quick'] : ['--rounds', rounds];
  switch (name) {
    case 'room':
      return [['apps/rehearsal/bench/room.ts', '--harness', readyHarness(harness), ...small]];
    case 'coedit':
      return stages.map((stage) => ['apps/rehearsal/bench/coedit.ts', '--harness', readyHarness(harness), '--only', stage, ...small]);
    case 'doors':
      return [['apps/rehearsal/bench/doors.ts', ...(quick ? ['--quick'] : [])]];
    case 'browser':
      return [['apps/rehearsal/bench/browser.ts', ...(quick ? ['--quick'] : [])]];
    case 'torture':
      return [['apps/rehearsal/torture/main.ts', 'torture', ...(quick ? ['--short'] : [])]];
    case 'rehearsal':
      return [
        ['apps/rehearsal/src/main.ts', '--members', quick ? '30' : '300'],
        ['apps/rehearsal/src/main.ts', '--typists', quick ? '3' : '20', '--secs', quick ? '5' : '30'],
      ];
  }
}

/** Runs one command; what it says to people goes to the terminal, what it prints comes back. */
function run(args: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly PrintedLine[] }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    // Whoever ends us ends the measurement, not only what runs just now.
    const forward = (signal: NodeJS.Signals): void => {
      child.kill(signal);
      process.exit(1);
    };
    process.on('SIGTERM', forward).on('SIGINT', forward);
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('close', (code) => {
      process.off('SIGTERM', forward).off('SIGINT', forward);
      resolve({ code: code ?? 1, lines: printed.split('\n').flatMap(lineOf) });
    });
  });
}

function lineOf(text: string): readonly PrintedLine[] {
  if (!text.startsWith('{')) return [];
  try {
    const line: PrintedLine = JSON.parse(text);
    return [line];
  } catch {
    return [];
  }
}

async function measure(name: PartName, wishes: Wishes): Promise<Part> {
  const [began, at, loadBefore] = [performance.now(), Date.now(), load()];
  const outcomes = [];
  for (const command of commandsOf(name, wishes)) outcomes.push(await run(command));
  const lines = outcomes.flatMap((one) => one.lines);
  const told = lines.filter((line) => Array.isArray(line['figures']));
  return {
    ...{
      at,
      loadBefore,
      commit: thisCommit(),
      command: `npm run figures -- --only ${name}${wishes.quick ? ' --quick' : ` --rounds ${wishes.rounds}`}`,
    },
    seconds: Math.round((performance.now() - began) / 1000),
    ended: Math.max(...outcomes.map(({ code }) => code)),
    figures: told.flatMap((line) => line['figures'] as readonly MeasuredFigure[]),
    lines: lines.filter((line) => !told.includes(line)),
  };
}

async function main(): Promise<number> {
  const wishes = readWishes();
  if (wishes === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const machine = thisMachine();
  const before: Results | null = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : null;
  // Results of another machine would stand beside ours as if they could be compared.
  const known = before !== null && before.machine.cpu === machine.cpu && before.machine.cpus === machine.cpus ? before.parts : {};
  let results: Results = { machine, parts: known };
  for (const name of wishes.parts) {
    process.stderr.write(`── ${name} ──\n`);
    results = { machine, parts: { ...results.parts, [name]: await measure(name, wishes) } };
    writeFileSync(store, `${JSON.stringify(results, null, 1)}\n`);
  }
  writeFileSync(page, figuresPage(results));
  process.stderr.write('已写入 docs/figures.md。\n');
  return wishes.parts.every((name) => results.parts[name]?.ended === 0) ? 0 : 1;
}

process.exitCode = await main();
