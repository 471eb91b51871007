import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeOneFile } from './one-file.ts';

const root = join(import.meta.dirname, '..');
/** As deep below the server as what is run, and not in its place: a start may be reading that one. */
const product = join(root, `apps/server/dist/of-test-${process.pid}.js`);

beforeAll(() => makeOneFile(product));
afterAll(() => rm(product, { force: true }));

test('the one file starts a demo, answers, and says nothing of errors', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-one-file-'));
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: join(folder, 'data') };
  const child = spawn(process.execPath, [product, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  let [said, errors] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}${errors}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /协商厅已启动：(\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(errors).toBe('');
});

test('what a module looks for beside itself is where the one file looks for it', () => {
  const code = readFileSync(product, 'utf8');
  const beside = [...code.matchAll(/import\.meta\.dirname \+ "\/([^"]+)"/g)].map(([, way = '']) => join(dirname(product), way));
  const modules = [...code.matchAll(/new URL\("([^"]+)", import\.meta\.url\)/g)].map(
    ([, way = '']) => new URL(way, pathToFileURL(product)),
  );
  const threads = [...code.matchAll(/new URL\("([^"]+)", new URL\("([^"]+)", import\.meta\.url\)/g)];
  expect(threads).toHaveLength(2);
  const named = [...beside, ...modules.map((one) => fileURLToPath(one))];
  const run = threads.map(([, file = '', module = '']) => fileURLToPath(new URL(file, new URL(module, pathToFileURL(product)))));
  expect([...named, ...run].filter((place) => !existsSync(place))).toEqual([]);
});
