// A secretary's tab without a network while the minutes are issued elsewhere: its text is refused, kept and copied; the issued text stays as it was.
import { press } from '../acts.ts';
import { expect, quietPerson, test } from '../cast.ts';
import { atDesk, expectOnDisk, saveState, sheet, writeUnder } from '../minutes.ts';

const [inTime, late] = ['会议强调，要一链一策。', '断网以后才写下的一句。'] as const;
const number = '〔2026〕3号';
const address = '/api/meetings/demo/minutes';

test('an old tab after issue', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await quietPerson(stage, 'zhuchi');
  const checker = await quietPerson(stage, 'mishu2');
  const elsewhere = await quietPerson(stage, 'mishu1');
  await chair.take('OpenMeeting');
  const tab = await atDesk(stage, 'mishu1');
  await writeUnder(tab, '协商情况', inTime);
  await expectOnDisk(tab);

  await test.step('without a network the text waits and says that it is not saved', async () => {
    await tab.context().setOffline(true);
    await writeUnder(tab, '有关要求', late);
    await expect(saveState(tab)).toHaveText(/^尚未存盘：\d+ 处改动还在本机/);
  });

  const issued = await test.step('meanwhile the others bring the minutes to their end', async () => {
    await chair.take('ConcludeMeeting');
    await checker.take('SubmitMinutes');
    await elsewhere.take('PassMinutes');
    await chair.take('CountersignMinutes');
    await chair.take('IssueMinutes', { number });
    return chair.read(address);
  });

  await test.step('the tab comes back: its text is refused, in view, and can be copied', async () => {
    await tab.context().setOffline(false);
    const rescue = tab.getByRole('region', { name: '没有存盘的文字' });
    await expect(rescue).toContainText(late, { timeout: 20_000 });
    await expect(sheet(tab).getByText(late)).toBeHidden();
    await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press(tab, '复制全部文字');
    // Where the page heard of the issue before its text was refused, the desk waits to be left; else the box has moved already.
    const issuedPage = tab.getByRole('article');
    const leave = tab.getByRole('button', { name: '看纪要', exact: true });
    await expect(issuedPage.or(leave).first()).toBeVisible();
    if (await leave.isVisible()) await leave.click();
    await expect(issuedPage).toContainText(number);
    // The box moves with the page, and still says what was done.
    await expect(rescue.getByText('已复制', { exact: true })).toBeVisible();
    expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe(late);
  });

  await test.step('the page shows what was issued, and that has not changed', async () => {
    const paper = tab.getByRole('article');
    await expect(paper).toContainText(number);
    await expect(paper).toContainText(inTime);
    await expect(paper).not.toContainText(late);
    await expect(tab.getByRole('region', { name: '没有存盘的文字' })).toContainText(late);
    expect(await chair.read(address)).toEqual(issued);
    await expect(paper.getByText((issued as { readonly hash: string }).hash)).toBeVisible();
  });

  await test.step('the kept text stays through a reload, until its owner is done with it', async () => {
    await tab.reload();
    const rescue = tab.getByRole('region', { name: '没有存盘的文字' });
    await expect(rescue).toContainText(late);
    await expect(rescue.getByText('已复制', { exact: true })).toBeHidden();
    await test.step('and is copied also where the browser has no clipboard, as over plain http', async () => {
      const clipboard = await tab.evaluateHandle(async () => {
        const given = navigator.clipboard;
        await given.writeText('');
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        return given;
      });
      await press(tab, '复制全部文字');
      await expect(rescue.getByText('已复制', { exact: true })).toBeVisible();
      expect(await clipboard.evaluate((given) => given.readText())).toBe(late);
    });
    await press(tab, '已处理，收起');
    await tab.getByRole('alertdialog').or(tab.getByRole('dialog')).getByRole('button', { name: '收起', exact: true }).click();
    await expect(rescue).toBeHidden();
    await tab.reload();
    await expect(tab.getByRole('article')).toContainText(number);
    await expect(rescue).toBeHidden();
  });
});
