// What the chair jots down by a key stands at the secretary's at once, with what ran; it survives a lost line, is seen to, put into the minutes, erased.
import type { Page } from '@playwright/test';
import { checkIn, expectSpeaking, goToStage, press } from '../acts.ts';
import { expectOpenToAll } from '../axe.ts';
import { departmentRep, expect, member, moderator, quietPerson, secretary, test } from '../cast.ts';
import { sheet } from '../minutes.ts';

const open = (page: Page) => page.getByRole('list', { name: '未办的随记' });
const promise = '请工信局会后补能耗数字';
const break_ = '茶歇时找商务局对口径';

test('the chair jots down', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const office = await secretary(stage);
  const phone = await member(stage, 17, { phone: true });
  await checkIn(phone);
  await press(chair, '开会');
  await goToStage(chair, '自由发言');
  await press(phone, '申请发言');
  await expect(chair.getByRole('region', { name: '建议下一位' }).getByText('蒋委员', { exact: true })).toBeVisible();
  // Q16. Limits are the moderator's: to the secretary nothing is said of what only the moderator may press.
  const cuts = (page: Page) => page.getByRole('group', { name: '其余每人改为', exact: true });
  await expect(cuts(chair)).toBeVisible();
  await expect(office.getByText('蒋委员', { exact: true }).first()).toBeVisible();
  await expect(cuts(office)).toHaveCount(0);
  await press(chair, '请下一位发言');
  await expectSpeaking(chair, '蒋委员');

  const jot = async (words: string): Promise<void> => {
    await chair.keyboard.press('j');
    await expect(chair.getByRole('textbox', { name: '记一笔' })).toBeFocused();
    await chair.keyboard.type(words);
    await chair.keyboard.press('Enter');
  };

  await test.step('one line by a key is at the secretary with the stage and the speech that ran', async () => {
    await jot(promise);
    await expect(open(office).getByRole('listitem')).toContainText(promise);
    await expect(open(office).getByRole('listitem')).toContainText('自由发言 · 蒋委员');
    await expectOpenToAll(office);
    // The line is left: the next key is the room's again.
    await expect(chair.getByRole('button', { name: '暂停计时', exact: true })).not.toHaveAttribute('aria-disabled', 'true');
    await chair.keyboard.press(' ');
    await expect(chair.getByText('计时已暂停').first()).toBeVisible();
  });

  await test.step('a line written without a network is not lost, and comes by itself', async () => {
    await chair.context().setOffline(true);
    await jot(break_);
    await expect(open(chair).getByText('还没有存到服务器，会自动重试')).toBeVisible();
    await chair.context().setOffline(false);
    await expect(open(office).getByText(break_)).toBeVisible();
    await expect(open(chair).getByText('还没有存到服务器，会自动重试')).toBeHidden();
  });

  await test.step('members and departments have nothing of it, whichever way they ask', async () => {
    const department = await departmentRep(stage, 1);
    await expect(department.getByText('自由发言').first()).toBeVisible();
    for (const page of [phone, department]) {
      expect(await page.content()).not.toContain(promise);
      expect(await page.evaluate(() => fetch('/api/meetings/demo/jottings').then(({ status }) => status))).toBe(404);
    }
    const wire = await quietPerson(stage, 'weiyuan01');
    expect(JSON.stringify(await wire.eventsAfter(1))).not.toContain(promise);
  });

  await test.step('the secretary has seen to it; the chair reads who and when', async () => {
    await press(office, `标为已办：${promise}`);
    await chair.getByText('已办 1 条').click();
    await expect(chair.getByText(/武秘书|文秘书|.+ \d\d:\d\d 办/).first()).toBeVisible();
    await expect(open(chair).getByText(promise)).toBeHidden();
  });

  await test.step('from the vote the key brings the line; what another one writes is said there', async () => {
    await office.getByRole('tab', { name: '名册' }).click();
    await chair.getByRole('tab', { name: '建议稿' }).click();
    await jot('第二条措辞会后再核');
    await expect(office.getByText(/记：第二条措辞会后再核$/)).toBeVisible();
  });

  await test.step('its author words it anew, strikes it, and erases it for good', async () => {
    await chair.getByRole('tab', { name: '会场' }).click();
    await office.getByRole('tab', { name: '会场' }).click();
    await press(chair, `修改：${break_}`);
    await chair.getByRole('textbox', { name: '改为' }).fill('散会后找商务局对口径');
    await press(chair, '保存');
    await expect(open(office).getByText('散会后找商务局对口径')).toBeVisible();
    await press(chair, '划去：散会后找商务局对口径');
    await office.getByText('已办 1 条，已划去 1 条').click();
    await expect(office.getByText('散会后找商务局对口径')).toBeVisible();
    await chair.getByText('已办 1 条，已划去 1 条').click();
    await press(chair, '删掉：散会后找商务局对口径');
    await chair.getByRole('dialog').getByRole('button', { name: '删掉', exact: true }).click();
    await expect(office.getByText('散会后找商务局对口径')).toBeHidden();
  });

  await test.step('at the desk of the minutes one press puts it into the text', async () => {
    await office.goto(`${stage.front}/meeting/demo/minutes`);
    await office.getByRole('tab', { name: /^随记/ }).click();
    await sheet(office).click();
    await press(office, '插入正文：第二条措辞会后再核');
    await expect(sheet(office)).toContainText('第二条措辞会后再核');
    await expectOpenToAll(office);
  });
});
