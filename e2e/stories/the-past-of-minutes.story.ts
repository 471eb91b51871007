// The past of minutes: what somebody else deleted is found and put back, a version is named, compared, brought back and undone, and read after the issue.
import type { Locator, Page } from '@playwright/test';
import { press } from '../acts.ts';
import { composerOn } from '../composing.ts';
import { expect, moderator, test } from '../cast.ts';
import { atDesk, expectOnDisk, factsOf, proseOf, sheet, take, writeUnder } from '../minutes.ts';

const lineWith = (page: Page, text: string): Locator => sheet(page).getByRole('paragraph').filter({ hasText: text });
const openHistory = (page: Page): Promise<void> => page.getByRole('tab', { name: '历史', exact: true }).click();
const inPanel = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
const version = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('button', { name }) });
/** The words of people alone, without the headings of the skeleton. */
const ours = async (page: Page): Promise<readonly string[]> =>
  (await proseOf(page)).filter((line) => line.endsWith('。') && !line.includes('主持会议'));
const expectOurs = async (pages: readonly Page[], lines: readonly string[]): Promise<void> => {
  for (const page of pages) await expect.poll(() => ours(page)).toEqual(lines);
};

async function deleteLine(page: Page, line: string): Promise<void> {
  await lineWith(page, line).click();
  for (const key of ['Home', 'Shift+End', 'Backspace', 'Backspace']) await page.keyboard.press(key);
}

async function nameVersion(page: Page, name: string): Promise<void> {
  await press(page, '命名版本');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill(name);
  await dialog.getByRole('button', { name: '命名', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('the past of minutes', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  await press(chair, '开会');
  const [one, other, third] = [await atDesk(stage, 'mishu1'), await atDesk(stage, 'mishu2'), await atDesk(stage, 'mishu1')];

  await test.step('what one wrote and the other deleted is found, told of, and put back at the caret', async () => {
    await writeUnder(one, '协商情况', '会议听取了情况通报。');
    await writeUnder(one, '有关要求', '会议要求抓好落实，按季度报告进度。');
    await expectOnDisk(one);
    await writeUnder(other, '部门回应情况', '市商务局作了回应。');
    await expectOnDisk(other);
    await deleteLine(other, '按季度报告进度');
    await expectOurs([one, other, third], ['会议听取了情况通报。', '市商务局作了回应。']);
    await expectOnDisk(other);
    await openHistory(one);
    await inPanel(one, '找回');
    await one.getByLabel('查找').fill('季度');
    const found = one.getByRole('listitem').filter({ hasText: '会议要求抓好落实，按季度报告进度。' });
    await expect(found).toContainText(/写；.+ 删/);
    await lineWith(one, '市商务局').click();
    await one.keyboard.press('End');
    await one.keyboard.press('Enter');
    await found.getByRole('button', { name: '放回光标处' }).click();
    await expectOurs([one, other, third], ['会议听取了情况通报。', '市商务局作了回应。', '会议要求抓好落实，按季度报告进度。']);
    await expectOnDisk(one);
  });

  await test.step('whose each word is is told at the caret, and disturbs no composition', async () => {
    await one.getByRole('switch', { name: '谁写的' }).click();
    await lineWith(one, '市商务局').click();
    const legend = one.getByRole('list', { name: '各人写的字数' });
    await expect(legend.getByRole('listitem')).toHaveCount(2);
    const atCaret = one.getByRole('paragraph').filter({ hasText: /^光标处/ });
    await expect(atCaret).toContainText(/写$/);
    const writer = await atCaret.innerText();
    await lineWith(one, '情况通报').click();
    await expect(atCaret).not.toHaveText(writer);
    expect(await one.evaluate(() => CSS.highlights.size)).toBe(2);
    const composer = await composerOn(one);
    await lineWith(one, '情况通报').click();
    await one.keyboard.press('End');
    await composer.type("bing'yan'jiu");
    expect(await composer.told()).toEqual(['compositionstart ']);
    await composer.choose('并研究。');
    expect(await composer.told()).toEqual(['compositionstart ', 'compositionend 并研究。']);
    await expectOurs([one, other, third], ['会议听取了情况通报。并研究。', '市商务局作了回应。', '会议要求抓好落实，按季度报告进度。']);
    await expectOnDisk(one);
    await one.getByRole('switch', { name: '谁写的' }).click();
    expect(await one.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  const named = ['会议听取了情况通报。并研究。', '市商务局作了回应。', '会议要求抓好落实，按季度报告进度。'];
  const changed = ['会议听取了情况通报。并研究。', '市商务局作了书面回应。', '各单位年底前完成。'];
  await test.step('a version is named, changed and compared', async () => {
    await inPanel(one, '版本');
    await nameVersion(one, '送校核前');
    await lineWith(other, '市商务局').click();
    await other.keyboard.press('End');
    for (let n = 0; n < 3; n += 1) await other.keyboard.press('ArrowLeft');
    await other.keyboard.type('书面');
    await deleteLine(other, '按季度报告进度');
    await writeUnder(other, '有关要求', '各单位年底前完成。');
    await expectOurs([one, other, third], changed);
    await expectOnDisk(other);
    await version(one, '送校核前').getByRole('button').first().click();
    await version(one, '送校核前').getByRole('button', { name: '与现在比较' }).click();
    const dialog = one.getByRole('dialog');
    await expect(dialog.getByRole('insertion').filter({ hasText: '书面' })).toHaveText('书面');
    await expect(dialog.getByRole('deletion').filter({ hasText: '按季度' })).toBeVisible();
    await dialog.getByRole('button', { name: '关闭' }).click();
  });

  const facts = await factsOf(third);
  await test.step('it is brought back as a change of whoever did it, facts as they are; a third page sees it; it is undone and done again', async () => {
    const restore = async (): Promise<void> => {
      await version(one, '送校核前').getByRole('button', { name: '恢复', exact: true }).click();
      await one.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    };
    await restore();
    await expectOurs([one, other, third], named);
    expect(await factsOf(third)).toEqual(facts);
    await press(one, '撤销恢复');
    await expectOurs([one, other, third], changed);
    await restore();
    await expectOurs([one, other, third], named);
    expect(await factsOf(third)).toEqual(facts);
    await expectOnDisk(one);
  });

  await test.step('law 10 what the restoration took away is found again', async () => {
    await inPanel(other, '历史');
    await inPanel(other, '找回');
    await expect(other.getByRole('listitem').filter({ hasText: '各单位年底前完成。' }).first()).toBeVisible();
  });

  await test.step('the playback shows each step with who and when', async () => {
    await press(one, '回放');
    const dialog = one.getByRole('dialog');
    await dialog.getByRole('slider', { name: '时间' }).press('Home');
    await expect(dialog.getByText(/第 1 步/)).toBeVisible();
    await dialog.getByRole('button', { name: '播放' }).click();
    await expect(dialog.getByText(/第 [3-9] 步/)).toBeVisible({ timeout: 15_000 });
    await expect(dialog.getByRole('insertion').first()).toBeVisible();
    await dialog.getByRole('button', { name: '关闭' }).click();
  });

  await test.step('after the issue the office reads and compares the drafts, and nothing comes back', async () => {
    await take(chair, '散会');
    await take(one, '提交校核');
    await take(other, '校核通过');
    await chair.goto(`${stage.front}/meeting/demo/minutes`);
    await take(chair, '会签');
    await take(chair, '签发', (dialog) => dialog.getByLabel('发文字号').fill('〔2026〕3号'));
    await chair.getByRole('button', { name: '查看历次文稿' }).click();
    await version(chair, '送校核前').getByRole('button').first().click();
    await expect(chair.getByRole('button', { name: '恢复', exact: true })).toHaveCount(0);
    await version(chair, '送校核前').getByRole('button', { name: '与签发稿比较' }).click();
    await expect(chair.getByRole('dialog').getByText('两个版本的文字相同')).toBeVisible();
  });
});
