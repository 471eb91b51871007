// Everybody sees who has the text open and where they write, goes there and follows; a tab that only reads takes no edits until it is told to.
import { press } from '../acts.ts';
import { expect, moderator, test } from '../cast.ts';
import { atDesk, beginUnder, expectWritable, sheet, writeUnder } from '../minutes.ts';
import { openPanel } from '../panels.ts';

test('who is where', async ({ setUp }) => {
  const stage = await setUp();
  await press(await moderator(stage), '开会');
  const reader = await atDesk(stage, 'mishu1');
  const writer = await atDesk(stage, 'mishu2');
  const people = await openPanel(reader, '在线');
  const other = people.getByRole('listitem').filter({ hasNot: reader.getByText('我', { exact: true }) });

  await test.step('who only looks is there without a place; who writes, with the section', async () => {
    await expect(people.getByRole('listitem')).toHaveCount(2);
    await writeUnder(writer, '协商情况', '会议听取了通报。');
    await expect(other).toContainText('在“一、协商情况”');
    await writeUnder(writer, '有关要求', '会议要求抓好落实。');
    await expect(other).toContainText('在“四、有关要求”');
  });

  await test.step('one goes there with a press, and follows until one’s own hand moves the text', async () => {
    await reader.setViewportSize({ width: 1440, height: 420 });
    await reader.evaluate(() => scrollTo(0, 0));
    await expect(sheet(reader).getByText('会议要求抓好落实。')).not.toBeInViewport();
    await other
      .getByRole('button', { name: /所在的位置|子|武/ })
      .first()
      .click();
    await expect(sheet(reader).getByText('会议要求抓好落实。')).toBeInViewport();
    await other.getByRole('button', { name: /^跟随/ }).click();
    await beginUnder(writer, '协商情况');
    await expect(sheet(reader).getByText('会议听取了通报。')).toBeInViewport();
    await sheet(reader).getByText('会议听取了通报。').hover();
    await reader.mouse.wheel(0, 40);
    await expect(other.getByRole('button', { name: /^跟随/ })).toHaveText('跟随');
  });

  await test.step('a tab that only reads takes no edits, says so, and still does after a reload', async () => {
    await press(reader, '只看：本页不再改动正文，防止误触');
    await expect(reader.getByText('本页的键盘、粘贴都不会改动正文。')).toBeVisible();
    await sheet(reader).getByText('会议听取了通报。').click();
    await reader.keyboard.type('误触');
    await reader.keyboard.press('Backspace');
    await reader.reload();
    await expect(reader.getByText('本页的键盘、粘贴都不会改动正文。')).toBeVisible();
    await expect(sheet(reader)).toHaveAttribute('contenteditable', 'false');
    await expect(sheet(reader).getByText('会议听取了通报。')).toBeVisible();
    await expect(sheet(reader)).not.toContainText('误触');
    await press(reader, '恢复修改');
    await expectWritable(reader);
    await writeUnder(reader, '部门回应情况', '部门作了回应。');
    await expect(sheet(writer).getByText('部门作了回应。')).toBeVisible();
  });
});
