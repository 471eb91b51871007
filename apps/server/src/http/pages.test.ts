import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hall, type Hall } from '../testing/hall.ts';

async function built(at: Hall): Promise<void> {
  const web = join(at.folder.path, 'web');
  await mkdir(join(web, 'assets'), { recursive: true });
  await writeFile(join(web, 'index.html'), '<title>协商厅</title>');
  await writeFile(join(web, 'assets/app-1a2b.js'), 'script');
  await writeFile(join(web, 'assets/app-1a2b.js.br'), 'packed');
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
  const plain = await at.app.request('/assets/app-1a2b.js');
  expect([await plain.text(), plain.headers.get('cache-control')]).toEqual(['script', 'public, max-age=31536000, immutable']);
  const packed = await at.app.request('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } });
  expect([await packed.text(), packed.headers.get('content-encoding'), packed.headers.get('content-type')]).toEqual([
    'packed',
    'br',
    'text/javascript; charset=utf-8',
  ]);
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
