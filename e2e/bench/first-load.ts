// Knows how long a phone on a poor network waits until a member can press the first button; not why.
import type { Browser, Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { startServer } from '../server.ts';
import { barePage } from './bare-page.ts';
import { median } from './median.ts';
import { signedIn } from './signed-in.ts';

/** Bytes a second and ms, as DevTools has them; `plain` is the same network by its round trip, without the preset's allowance for a handshake. */
export const networks = {
  preset: { latency: 562.5, down: (1.6 * 1024 * 1024 * 0.9) / 8, up: (750 * 1024 * 0.9) / 8 },
  plain: { latency: 150, down: (1.6 * 1024 * 1024) / 8, up: (750 * 1024) / 8 },
} as const;
type Network = keyof typeof networks;

const slowdown = 4;

/** Set by the page itself as soon as the button is there and may be pressed, in the frame that shows it. */
function watchForButton(): void {
  const usable = (): boolean =>
    [...document.querySelectorAll('button')].some(
      (button) => /^(签到|申请发言)$/.test(button.innerText.trim()) && !button.disabled && button.getAttribute('aria-disabled') !== 'true',
    );
  const look = (): void => {
    if (usable()) performance.mark('usable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function load(page: Page, url: string, network: Network): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const { latency, down, up } = networks[network];
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down, uploadThroughput: up });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchForButton);
  await page.goto(url, { waitUntil: 'commit', timeout: 60_000 });
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, undefined, { timeout: 60_000 });
  return page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN);
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: 'zh-CN' } as const;

export interface FirstLoad {
  readonly network: Network;
  readonly floorMs: number;
  readonly oursMs: number;
  /** Median of the rounds' ratios. */
  readonly ratio: number;
}

export interface FirstLoads {
  readonly loads: readonly FirstLoad[];
  /** Scripts and styles of a member's page until it is connected, packed with gzip. */
  readonly gzipBytes: number;
  readonly rounds: number;
}

export async function firstLoads(browser: Browser, rounds: number): Promise<FirstLoads> {
  const bare = await barePage();
  const server = await startServer();
  try {
    const once = async (url: string, network: Network, cookies: Awaited<ReturnType<typeof signedIn>>): Promise<number> => {
      const context = await browser.newContext(phone);
      try {
        await context.addCookies(cookies);
        return await load(await context.newPage(), url, network);
      } finally {
        await context.close();
      }
    };
    const cookies = await signedIn(server.url, 'weiyuan01');
    const room = `${server.url}/meeting/demo`;
    // The first of each is not counted: the browser starts, the server packs and opens its log.
    await once(bare.url, 'plain', []);
    await once(room, 'plain', cookies);
    const loads: FirstLoad[] = [];
    for (const network of ['preset', 'plain'] as const) {
      const pairs: { readonly floor: number; readonly ours: number }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        pairs.push({ floor: await once(bare.url, network, []), ours: await once(room, network, cookies) });
      }
      loads.push({
        network,
        floorMs: median(pairs.map(({ floor }) => floor)),
        oursMs: median(pairs.map(({ ours }) => ours)),
        ratio: median(pairs.map(({ floor, ours }) => ours / floor)),
      });
    }
    return { loads, gzipBytes: await weight(browser, room, cookies), rounds };
  } finally {
    await server.end();
    await bare.end();
  }
}

async function weight(browser: Browser, url: string, cookies: Awaited<ReturnType<typeof signedIn>>): Promise<number> {
  const context = await browser.newContext(phone);
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    const loaded: Promise<number>[] = [];
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(new URL(response.url()).pathname)) loaded.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(url);
    await page.getByText('已连接', { exact: true }).waitFor();
    return (await Promise.all(loaded)).reduce((sum, bytes) => sum + bytes, 0);
  } finally {
    await context.close();
  }
}
