// Knows how long a page stands still while long minutes open on it; not why.
import type { Browser } from '@playwright/test';
import { workDuring, type Work } from './main-thread.ts';
import { cookieOf } from './signed-in.ts';

export interface Opening {
  readonly slowdown: number;
  readonly work: Work;
  /** ms from the page's beginning until the text is there. */
  readonly shownAfter: number;
  /** Characters that are shown. */
  readonly characters: number;
}

/** Once the text is there, what is done for it afterwards counts too: ms. */
const settles = 1500;

export async function openLong(browser: Browser, address: string, cookie: string, slowdown: number): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  try {
    await context.addCookies([cookieOf(cookie, address)]);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const sheet = page.getByRole('textbox', { name: '会议纪要' });
    let shownAfter = Number.NaN;
    const work = await workDuring(cdp, async () => {
      await page.goto(address);
      await sheet.waitFor({ timeout: 120_000 });
      shownAfter = await page.evaluate(() => performance.now());
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), settles);
    });
    if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/long-${slowdown}.png` });
    const characters = await sheet.evaluate((element) => element.textContent.length);
    return { slowdown, work, shownAfter: Math.round(shownAfter), characters };
  } finally {
    await context.close();
  }
}
