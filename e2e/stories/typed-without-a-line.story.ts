// What is typed without a line outlives the tab: the same person finds it and it is sent, once; another person is shown nothing of it; sign-out wipes it.
import type { Page } from '@playwright/test';
import { press } from '../acts.ts';
import { expect, moderator, signIn, test } from '../cast.ts';
import { atDesk, beginUnder, expectOnDisk, expectWritable, minutesPath, proseOf, saveState } from '../minutes.ts';

const password = 'xieshang-demo';

/** Cuts the line, writes, and closes the tab without being asked. */
async function typeAndClose(page: Page, text: string): Promise<void> {
  const context = page.context();
  await beginUnder(page, '有关要求');
  await context.setOffline(true);
  await page.keyboard.type(text);
  await expect(saveState(page)).toHaveText(/^尚未存盘/);
  await page.close();
  await context.setOffline(false);
}

const kept = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('xieshang.minutes.')).length);

const linesWith = async (page: Page, text: string): Promise<number> => (await proseOf(page)).filter((line) => line.includes(text)).length;

test('typed without a line', async ({ setUp }) => {
  const stage = await setUp();
  await press(await moderator(stage), '开会');
  const first = await atDesk(stage, 'mishu1');
  const reader = await atDesk(stage, 'mishu2');
  const context = first.context();
  const at = (path: string): string => `${stage.front}${path}`;
  const tab = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(stage.front);
    return page;
  };

  await test.step('a closed tab takes nothing with it: the next one sends it, once, and the browser keeps it no longer', async () => {
    await typeAndClose(first, '断网时写的第一句。');
    expect(await linesWith(reader, '第一句')).toBe(0);
    const page = await tab();
    await page.goto(at(minutesPath));
    await expectWritable(page);
    await expect.poll(() => linesWith(page, '第一句')).toBe(1);
    await expectOnDisk(page);
    await expect.poll(() => linesWith(reader, '第一句')).toBe(1);
    expect(await kept(page)).toBe(0);
    await typeAndClose(page, '断网时写的第二句。');
  });

  await test.step('somebody else in the same browser is shown nothing of it, and takes nothing away', async () => {
    const page = await tab();
    await context.clearCookies();
    await page.goto(at(minutesPath));
    await signIn(page, 'mishu2', password);
    await expectWritable(page);
    expect(await linesWith(page, '第二句')).toBe(0);
    await expect(page.getByRole('region', { name: '没有存盘的文字' })).toBeHidden();
    await page.goto(at('/'));
    await press(page, '退出登录');
    await page.waitForURL('**/sign-in**');
    expect(await kept(page)).toBe(1);
    await page.goto(at(minutesPath));
    await signIn(page, 'mishu1', password);
    await expectWritable(page);
    await expect.poll(() => linesWith(page, '第二句')).toBe(1);
    await expectOnDisk(page);
    expect(await linesWith(page, '第一句')).toBe(1);
    await typeAndClose(page, '断网时写的第三句。');
  });

  await test.step('sign-out asks, and then leaves nothing behind', async () => {
    const page = await tab();
    await page.goto(at('/'));
    await press(page, '退出登录');
    const dialog = page.getByRole('dialog', { name: '还有没送出的文字' });
    await dialog.getByRole('button', { name: '取消', exact: true }).click();
    expect(await kept(page)).toBe(1);
    await press(page, '退出登录');
    await dialog.getByRole('button', { name: '清除并退出', exact: true }).click();
    await page.waitForURL('**/sign-in**');
    expect(await kept(page)).toBe(0);
    await page.goto(at(minutesPath));
    await signIn(page, 'mishu1', password);
    await expectWritable(page);
    await expectOnDisk(page);
    expect(await linesWith(page, '第三句')).toBe(0);
  });
});
