// Knows what the pages of a room have to do when something happens in a meeting of a thousand; not how they do it.
import type { Browser, CDPSession, Page } from '@playwright/test';
import { workDuring, type Work } from './main-thread.ts';
import { signedIn } from './signed-in.ts';
import { take, type Step } from './steps.ts';

export const watchers = {
  member: { account: 'weiyuan01', path: '/meeting/demo', width: 390, height: 844 },
  moderator: { account: 'zhuchi', path: '/meeting/demo', width: 1440, height: 900 },
  secretary: { account: 'mishu1', path: '/meeting/demo', width: 1440, height: 900 },
  hall: { account: 'pangting1', path: '/meeting/demo/screen', width: 1920, height: 1080 },
} as const;
export type Watcher = keyof typeof watchers;
export const watcherNames = Object.keys(watchers) as readonly Watcher[];

interface Watching {
  readonly name: Watcher;
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** Nothing has been drawn for this long, or something is drawn all the time: ms. */
const stillFor = 400;
const longestWait = 2500;

async function come(browser: Browser, url: string, name: Watcher): Promise<Watching> {
  const { account, path, width, height } = watchers[name];
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  await context.addCookies(await signedIn(url, account));
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.locator('main').waitFor();
  // The wall of all names is the secretary's place while people come.
  if (name === 'secretary') await page.getByRole('tab', { name: '名册', exact: true }).click();
  return { name, page, cdp: await context.newCDPSession(page) };
}

/** Resolves when the page has drawn nothing new for a while. */
const still = (page: Page): Promise<void> =>
  page.evaluate(
    ({ quiet, atMost }) =>
      new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          clearTimeout(patience);
          seen.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quiet);
        const patience = setTimeout(done, atMost);
        const seen = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        });
        seen.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    { quiet: stillFor, atMost: longestWait },
  );

/** `one more`: the thousand are there already and one thing happens. */
export type Happening = 'checkIn' | 'request' | 'votingOpens' | 'vote' | 'votingCloses' | 'announced';

export interface RollFigure {
  readonly watcher: Watcher;
  readonly happening: Happening;
  readonly slowdown: number;
  readonly works: readonly Work[];
}

type Course = readonly (readonly [happening: Happening | null, step: Step])[];

const before: Course = [
  [null, { do: 'checkIn', from: 1, to: 997 }],
  ['checkIn', { do: 'checkIn', from: 998, to: 998 }],
  ['checkIn', { do: 'checkIn', from: 999, to: 999 }],
  ['checkIn', { do: 'checkIn', from: 1000, to: 1000 }],
  [null, { do: 'open' }],
  [null, { do: 'toFloor' }],
  [null, { do: 'ask', from: 1, to: 297 }],
  ['request', { do: 'ask', from: 298, to: 298 }],
  ['request', { do: 'ask', from: 299, to: 299 }],
  ['request', { do: 'ask', from: 300, to: 300 }],
  [null, { do: 'toVoting' }],
];
const oneVote = (motion: string): Course => [
  ['votingOpens', { do: 'openVoting', motion }],
  [null, { do: 'cast', motion, from: 2, to: 950 }],
  ['vote', { do: 'cast', motion, from: 951, to: 951 }],
  ['votingCloses', { do: 'closeVoting', motion }],
  ['announced', { do: 'announce', motion }],
];

/** One page after the other, each on a meeting of its own that the other half has made ready. */
export async function roll(browser: Browser, url: string, name: Watcher, slowdown: number, rounds: number): Promise<readonly RollFigure[]> {
  const { page, cdp } = await come(browser, url, name);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const works = new Map<Happening, Work[]>();
  const motions = Array.from({ length: rounds }, (_, round) => `m${round + 1}`);
  for (const [happening, step] of [...before, ...motions.flatMap(oneVote)]) {
    const work = await workDuring(cdp, async () => {
      await take(step);
      await still(page);
    });
    if (happening) works.set(happening, [...(works.get(happening) ?? []), work]);
    if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/${name}-${step.do}.png` });
  }
  await page.context().close();
  return Array.from(works, ([happening, list]) => ({ watcher: name, happening, slowdown, works: list }));
}
