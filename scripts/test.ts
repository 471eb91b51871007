// Knows the order of the checks and adds up their counts; not what they check. `all` = everything, `check` = without a browser.
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { wrongArrows } from './arrows.ts';
import { findBrowser } from './browser.ts';
import { fetchPostgres } from './postgres.ts';
import { fetchProxy } from './proxy.ts';
import { storyCounts, sum, unitCounts, type Counts } from './counts.ts';
import { fetchWordReader } from './word-reader.ts';

const root = join(import.meta.dirname, '..');
const cache = join(root, '.cache');
const passed: Counts = { passed: 1, failed: 0, skipped: [] };
const failed: Counts = { passed: 0, failed: 1, skipped: [] };
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** The exit code; whoever ends us ends the running step too. */
function run(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = root): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    const forward = (signal: NodeJS.Signals): void => {
      child.kill(signal);
      process.exitCode = 1;
    };
    process.on('SIGTERM', forward).on('SIGINT', forward);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      process.off('SIGTERM', forward).off('SIGINT', forward);
      resolve(code ?? 1);
    });
  });
}

const types = async (): Promise<Counts> => ((await run(bin('tsc'), ['-b'])) === 0 ? passed : failed);

async function lint(): Promise<Counts> {
  // Explicit paths: a walk from the root could stray into data or caches.
  const paths = ['packages', 'apps', 'e2e', 'scripts', 'vitest.config.ts'];
  return (await run(bin('oxlint'), ['--type-aware', '--quiet', ...paths])) === 0 ? passed : failed;
}

function arrows(): Counts {
  const wrong = wrongArrows(root);
  for (const sentence of wrong) console.error(sentence);
  return wrong.length === 0 ? passed : failed;
}

async function unit(): Promise<Counts> {
  fetchWordReader();
  fetchPostgres();
  const report = join(cache, 'unit.json');
  rmSync(report, { force: true });
  const code = await run(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=./scripts/unit-reporter.ts'],
    process.stdout.isTTY ? {} : { NO_COLOR: '1' },
  );
  return agree(code, unitCounts(report));
}

async function stories(): Promise<Counts> {
  const browser = await findBrowser(root);
  if (!browser.found) {
    const files = globSync('e2e/stories/*.story.ts', { cwd: root });
    return { passed: 0, failed: 0, skipped: files.map((file) => `${file}：${browser.reason}`) };
  }
  console.log(`浏览器：${browser.from}`);
  fetchProxy();
  const report = join(cache, 'stories.json');
  rmSync(report, { force: true });
  const env = { ...browser.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const playwright = join(root, 'e2e/node_modules/@playwright/test/cli.js');
  const code = await run(process.execPath, [playwright, 'test', '--reporter=list,json'], env, join(root, 'e2e'));
  return agree(code, storyCounts(report));
}

/** A runner that says no while its report says yes has failed: an error outside any test. */
const agree = (code: number, counts: Counts): Counts => (code !== 0 && counts.failed === 0 ? sum([counts, failed]) : counts);

const steps: readonly (readonly [string, () => Counts | Promise<Counts>])[] = [
  ['types', types],
  ['lint', lint],
  ['arrows', arrows],
  ['unit', unit],
  ['stories', stories],
];

mkdirSync(cache, { recursive: true });
const wanted = process.argv[2] === 'check' ? steps.filter(([name]) => name !== 'stories') : steps;
const lines: string[] = [];
const all: Counts[] = [];
for (const [name, step] of wanted) {
  const began = Date.now();
  console.log(`\n── ${name} ──`);
  const counts = await step();
  all.push(counts);
  lines.push(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped (${((Date.now() - began) / 1000).toFixed(1)} s)`,
  );
  console.log(lines.at(-1));
}
const total = sum(all);
console.log(['', ...lines, ...total.skipped.map((reason) => `skipped: ${reason}`)].join('\n'));
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
