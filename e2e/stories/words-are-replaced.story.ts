// Words are found and replaced while somebody else writes: facts stay, one undo takes all of it back, nothing of the other is touched, and no composition breaks.
import { press } from '../acts.ts';
import { expect, moderator, test } from '../cast.ts';
import { composerOn } from '../composing.ts';
import { atDesk, expectOnDisk, proseOf, sheet, writeUnder } from '../minutes.ts';
import { callFind, lineWith, panelOf } from '../panels.ts';

test('words are replaced', async ({ setUp }) => {
  const stage = await setUp();
  await press(await moderator(stage), '开会');
  const writer = await atDesk(stage, 'mishu1');
  const other = await atDesk(stage, 'mishu2');
  await writeUnder(writer, '有关要求', '请明信局牵头，明信局会同ＸＹ组落实。');
  await writer.keyboard.press('Enter');
  await writer.keyboard.type('明信局按月报告。');
  await expectOnDisk(writer);
  await expect(lineWith(other, '按月报告')).toBeVisible();
  const ours = async (): Promise<readonly string[]> => (await proseOf(writer)).filter((text) => /局|组/.test(text));

  await test.step('Ctrl+F in the text opens the panel; pressed again it is the browser’s own', async () => {
    const panel = await callFind(writer);
    await writer.evaluate(() => {
      addEventListener('keydown', ({ defaultPrevented }) => {
        document.documentElement.dataset['prevented'] = String(defaultPrevented);
      });
    });
    await writer.keyboard.press('Control+f');
    expect(await writer.evaluate(() => document.documentElement.dataset['prevented'])).toBe('false');
    await writer.keyboard.type('明信局');
    await expect(panel.getByRole('status')).toHaveText('第 1 处，共 3 处');
    await expect(sheet(writer).locator('.found')).toHaveCount(3);
    await writer.keyboard.press('Shift+Enter');
    await expect(panel.getByRole('status')).toHaveText('第 3 处，共 3 处');
  });
  const panel = panelOf(writer, '查找');
  const field = panel.getByLabel('查找', { exact: true });

  await test.step('full and half width are the same only while that is asked for', async () => {
    await field.fill('xy组');
    await expect(panel.getByRole('status')).toHaveText('第 1 处，共 1 处');
    await panel.getByRole('checkbox').uncheck();
    await expect(panel.getByRole('status')).toHaveText('没有找到');
    await panel.getByRole('checkbox').check();
  });

  await test.step('what stands in facts is found, and cannot be replaced', async () => {
    await field.fill('应到');
    await expect(panel.getByRole('status')).toHaveText(/（其中事实 \d+ 处，不能替换）/);
    await expect(sheet(writer).locator('.fact.found')).not.toHaveCount(0);
    const facts = await sheet(writer).getByRole('note').allInnerTexts();
    await panel.getByLabel('替换为').fill('改');
    await expect(panel.getByRole('button', { name: '全部替换', exact: true })).toHaveAttribute('aria-disabled', 'true');
    await panel.getByRole('button', { name: '全部替换', exact: true }).click({ force: true });
    expect(await sheet(writer).getByRole('note').allInnerTexts()).toEqual(facts);
  });

  await test.step('one is replaced, and the next is looked at', async () => {
    await field.fill('明信局');
    await panel.getByLabel('替换为').fill('市工信局');
    await panel.getByRole('button', { name: '替换', exact: true }).click();
    await expect.poll(ours).toEqual(['请市工信局牵头，明信局会同ＸＹ组落实。', '明信局按月报告。']);
    await expect(panel.getByRole('status')).toHaveText('第 1 处，共 2 处');
    await writer.getByRole('button', { name: /^撤销/ }).click();
    await expect.poll(ours).toEqual(['请明信局牵头，明信局会同ＸＹ组落实。', '明信局按月报告。']);
  });

  await test.step('all are replaced while the other writes between two of them; one undo takes back the replacing and nothing else', async () => {
    await expect(panel.getByRole('status')).toHaveText(/共 3 处/);
    await lineWith(other, '牵头').click();
    await other.keyboard.press('Home');
    for (let n = 0; n < 6; n += 1) await other.keyboard.press('ArrowRight');
    await Promise.all([other.keyboard.type('并由办公室督办'), panel.getByRole('button', { name: '全部替换', exact: true }).click()]);
    const replaced = ['请市工信局牵头并由办公室督办，市工信局会同ＸＹ组落实。', '市工信局按月报告。'];
    for (const page of [writer, other]) {
      await expect.poll(async () => (await proseOf(page)).filter((text) => /局|组/.test(text))).toEqual(replaced);
    }
    await writer.getByRole('button', { name: /^撤销/ }).click();
    const back = ['请明信局牵头并由办公室督办，明信局会同ＸＹ组落实。', '明信局按月报告。'];
    for (const page of [writer, other]) {
      await expect.poll(async () => (await proseOf(page)).filter((text) => /局|组/.test(text))).toEqual(back);
    }
  });

  await test.step('a word composed inside what is marked stays whole while the other changes the same line', async () => {
    await expect(sheet(writer).locator('.found')).toHaveCount(3);
    await lineWith(writer, '按月报告').click();
    await writer.keyboard.press('Home');
    await writer.keyboard.press('ArrowRight');
    const composer = await composerOn(writer);
    await composer.type("ming'chuan");
    await lineWith(other, '按月报告').click();
    await other.keyboard.press('End');
    await other.keyboard.type('明信局另报。');
    await expect(writer.getByText(/^还有 \d+ 处更新，待输入完成后显示$/)).toBeVisible();
    expect(await composer.told()).toEqual(['compositionstart ']);
    await composer.choose('明川');
    for (const page of [writer, other]) await expect.poll(() => proseOf(page)).toContain('明明川信局按月报告。明信局另报。');
    expect(await composer.told()).toEqual(['compositionstart ', 'compositionend 明川']);
  });

  await test.step('a composition in the field looks for nothing before the word is chosen', async () => {
    await field.click();
    await field.fill('');
    const composer = await composerOn(writer);
    await composer.type("du'ban");
    await expect(panel.getByRole('status')).toHaveText('');
    await composer.choose('督办');
    await expect(panel.getByRole('status')).toHaveText('第 1 处，共 1 处');
    await writer.keyboard.press('Escape');
    await expect(sheet(writer)).toBeFocused();
    expect(await writer.evaluate(() => getSelection()?.toString())).toBe('督办');
  });
});
