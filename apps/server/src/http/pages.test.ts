import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hall, type Hall } from '../testing/hall.ts';

const script = `export const words = '${'协商'.repeat(2000)}';`;

async function built(at: Hall): Promise<void> {
  const web = join(at.folder.path, 'web');
  await mkdir(join(web, 'assets'), { recursive: true });
  await writeFile(join(web, 'index.html'), '<title>协商厅</title>');
  await writeFile(join(web, 'assets/app-1a2b.js'), script);
}

test('any address of the application is its page, always asked for anew', async () => {
  const at = await hall();
  await built(at);
  for (const path of ['/', '/meeting/demo', '/meeting/demo/screen', '/no/such.thing']) {
    const answer = await at.app.request(path);
    expect(await answer.text()).toContain('协商厅');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
});

test('a hashed file is kept for ever, and sent packed to those who unpack', async () => {
  const at = await hall();
  await built(at);
  const ask = (encodings?: string) =>
    at.app.request('/assets/app-1a2b.js', { headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });
  const plain = await ask();
  expect([await plain.text(), plain.headers.get('cache-control')]).toEqual([script, 'public, max-age=31536000, immutable']);
  const [br, gzip, refused] = [await ask('gzip, deflate, br'), await ask('gzip'), await ask('br;q=0')];
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(script);
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script);
  expect([br, gzip, refused].map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
  expect(br.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('a script built anew is sent anew', async () => {
  const at = await hall();
  await built(at);
  const file = join(at.folder.path, 'web/index.html');
  const page = async (text: string, second: number) => {
    await writeFile(file, text.repeat(2000));
    await utimes(file, second, second);
    return brotliDecompressSync(await (await at.app.request('/', { headers: { 'accept-encoding': 'br' } })).arrayBuffer()).toString();
  };
  expect((await page('old', 1)).slice(0, 3)).toBe('old');
  expect((await page('new', 2)).slice(0, 3)).toBe('new');
});

test('a file that is gone is not answered with a page', async () => {
  const at = await hall();
  await built(at);
  expect((await at.app.request('/assets/app-old.js')).status).toBe(404);
});

test.each(['/../mode', '/..%2fmode', '/%2e%2e/xieshang.sqlite', '/assets/..%2f..%2fxieshang.sqlite', '/assets/%00.js', '/%E0%A4%A'])(
  '%s stays inside',
  async (path) => {
    const at = await hall();
    await built(at);
    const answer = await at.app.request(path);
    expect(await answer.text()).toMatch(/协商厅|NotFound/);
  },
);

test('without built pages a plain one says so', async () => {
  const at = await hall();
  expect(await (await at.app.request('/')).text()).toContain('页面尚未构建');
});
