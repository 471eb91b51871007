// What a phone and the hall's screen load before they show the meeting: at most 180 KB of gz in all, and no antd; and that
// it is all asked for at once.
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { enter, expect, test, type Stage } from '../cast.ts';

const most = 180 * 1024;

/** Bytes of all scripts and styles that the page has loaded by the time it is connected, each packed with gzip. */
async function weight(stage: Stage, account: string, path: string, shown: (page: Page) => Promise<unknown>): Promise<number> {
  const page = await enter(stage, account, { width: 390, height: 844, path });
  await page.goto('about:blank');
  const loaded: Promise<number>[] = [];
  let entries = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/meetings/demo/room')) entries += 1;
  });
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) loaded.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`${stage.front}${path}`);
  await shown(page);
  // Fetched along with the page, and not once more by what runs on it.
  expect(entries, `${account} ${path}`).toBe(1);
  return (await Promise.all(loaded)).reduce((sum, bytes) => sum + bytes, 0);
}

test('a light page', async ({ setUp }) => {
  const stage = await setUp();
  const connected = (page: Page) => expect(page.getByText('已连接', { exact: true })).toBeVisible();
  const welcome = (page: Page) => expect(page.getByText('欢迎参加')).toBeVisible();
  for (const [account, path, shown] of [
    ['weiyuan01', '/meeting/demo', connected],
    ['bumen1', '/meeting/demo', connected],
    ['pangting1', '/meeting/demo/screen', welcome],
  ] as const) {
    const bytes = await weight(stage, account, path, shown);
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes, `${account} ${path}`).toBeLessThanOrEqual(most);
    console.log(`${account} ${path}: ${Math.round(bytes / 1024)} KB gz`);
  }
});
