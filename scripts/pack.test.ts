import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { layOut } from './pack-tree.ts';

/** Only what is built can be packed; `npm test` builds first. */
const hasPages = existsSync(join(import.meta.dirname, '../apps/web/dist/index.html'));

/** Whether a program can be cut off from every network here. */
function canCutOff(): boolean {
  try {
    execFileSync('unshare', ['-n', 'true'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

let place = '';
beforeAll(async () => {
  if (!hasPages) return;
  place = await mkdtemp(join(tmpdir(), 'xieshang-pack-test-'));
  layOut(join(place, 'xieshang'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** With nothing of ours in the environment: no search path, no registry, no home. */
function run(file: string, words: readonly string[], data: string) {
  const child = spawn(file, words, { cwd: '/', env: { PORT: '0', DATA_DIR: data, npm_config_registry: 'http://127.0.0.1:9' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      };
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          look();
        });
      }
      void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
    });
  return { child, ended, printed };
}

test.skipIf(!hasPages)(
  'what is packed starts with nothing but a shell, serves its pages, and is backed up by itself',
  { timeout: 120_000 },
  async () => {
    const xieshang = join(place, 'xieshang/xieshang');
    const { child, ended, printed } = run(xieshang, ['start'], join(place, 'data'));
    const url = await printed(/协商厅已启动：(\S+)/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const page = await (await fetch(url)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    expect((await fetch(`${url}${script}`)).status).toBe(200);
    const backup = run(xieshang, ['backup', join(place, 'backups')], join(place, 'data'));
    expect(await backup.printed(/(已经核对)/)).toBe('已经核对');
    expect(await backup.ended).toBe(0);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  },
);

test.skipIf(!hasPages || !canCutOff())('it starts where there is no network at all', { timeout: 120_000 }, async () => {
  const data = join(place, 'cut-off');
  const unshare = execFileSync('which', ['unshare']).toString().trim();
  const { child, ended, printed } = run(unshare, ['-n', join(place, 'xieshang/xieshang'), 'serve'], data);
  await printed(/(协商厅已启动)/);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test.skipIf(!hasPages)('nothing is packed that only those need who change the program', { timeout: 120_000 }, async () => {
  const names = readdirSync(join(place, 'xieshang'), { recursive: true }).map(String);
  const ours = names.filter((name) => !name.includes('node_modules'));
  expect(ours.filter((name) => /\.test\.|\/testing\/|torture|^e2e/.test(name))).toEqual([]);
  expect(names.filter((name) => /node_modules\/(vite|vitest|typescript|playwright|antd|react)(\/|$)/.test(name))).toEqual([]);
});
