// The chair's room in session: all on one screen, the next step always the largest button, every main act by a key.
import { expect, moderator, quietPerson, test } from '../cast.ts';
import { memberAccount } from '../quiet-members.ts';
import { expectOpenToAll } from '../axe.ts';
import { expectSpeaking, press } from '../acts.ts';
import type { Page } from '@playwright/test';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** No other button of the page is higher or written larger, and it is in view. */
async function expectNextStep(page: Page, name: string): Promise<void> {
  await expect(button(page, name)).toBeInViewport({ ratio: 1 });
  const larger = () =>
    button(page, name).evaluate((next) => {
      const sizeOf = (one: Element) => ({
        high: one.getBoundingClientRect().height,
        letters: Number.parseFloat(getComputedStyle(one).fontSize),
      });
      const own = sizeOf(next);
      return [...document.querySelectorAll('main button, aside button, main a[href]')]
        .filter((one) => one !== next && one.checkVisibility() && one.closest('li, [role=tablist]') === null)
        .filter((one) => sizeOf(one).high >= own.high || sizeOf(one).letters > own.letters)
        .map((one) => one.textContent);
    });
  await expect.poll(larger).toEqual([]);
}

/** Neither refused by the meeting nor still under way. */
async function lit(page: Page, name: string): Promise<void> {
  await expect(button(page, name)).toBeVisible();
  await expect(button(page, name)).not.toHaveAttribute('aria-disabled', 'true');
}

/** A key is heard once what it presses is lit and nothing is asked; what moves the meeting asks back, and Enter agrees. */
async function byKey(page: Page, key: string, name: string, answer: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await lit(page, name);
  await expect(dialog).toBeHidden();
  await page.keyboard.press(key);
  await expect(dialog.getByRole('button', { name: answer, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
}

test('one screen for the chair', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const office = await quietPerson(stage, 'mishu1');
  for (const n of [1, 2, 3, 16, 17, 18, 19, 20, 21, 22]) await office.take('CheckInFor', { person: memberAccount(n), reason: '设备故障' });
  const ask = (n: number, more: object = {}): Promise<void> =>
    office.take('EnterRequest', {
      requestId: `q-${n}`,
      person: memberAccount(n),
      kind: 'openFloorSpeech',
      topic: '驻点招商经费由谁承担',
      ...more,
    });
  const dialog = chair.getByRole('dialog');
  const now = chair.getByRole('complementary', { name: '会议环节' }).locator('[aria-current=step]');

  await test.step('a key that moves the meeting asks first', async () => {
    await expectNextStep(chair, '开会');
    await chair.keyboard.press('o');
    await expect(dialog).toBeVisible();
    await chair.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await byKey(chair, 'o', '开会', '开会');
    for (const name of ['调研说明', '重点发言', '自由发言']) {
      await byKey(chair, 't', '下一环节', '转入');
      await expect(now).toContainText(name);
    }
  });

  await test.step('who waits is called, interrupted, ended by keys; all of it stands on one screen', async () => {
    for (const n of [17, 18, 19, 20, 21]) await ask(n, n === 17 ? { addressedTo: ['bumen1', 'bumen2'] } : {});
    await expectNextStep(chair, '请下一位发言');
    await lit(chair, '请下一位发言');
    await chair.keyboard.press('n');
    await expectSpeaking(chair, '蒋委员');
    await expectNextStep(chair, '请下一位发言');
    for (const place of [
      chair.getByRole('timer', { name: '发言计时' }),
      chair.getByRole('region', { name: '建议下一位' }),
      chair.getByRole('region', { name: '待部门回答' }),
      chair.getByRole('textbox', { name: '记一笔' }),
    ])
      await expect(place).toBeInViewport({ ratio: 1 });
    await expect(chair.getByRole('list', { name: '发言名单' })).toBeInViewport({ ratio: 0.9 });
    expect(await chair.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    await expectOpenToAll(chair);
    await lit(chair, '暂停计时');
    await chair.keyboard.press(' ');
    await lit(chair, '继续计时');
    await chair.keyboard.press(' ');
    await lit(chair, '关闭名单');
    await chair.keyboard.press('l');
    await lit(chair, '重新开放名单');
    await chair.keyboard.press('l');
    await lit(chair, '关闭名单');
    await chair.keyboard.press('d');
    await expect(dialog).toBeVisible();
    await chair.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await lit(chair, '关闭名单');
    await chair.keyboard.press('i');
    await dialog.getByLabel('发言类别').selectOption('interjection');
    await expect(dialog.getByText('接着蒋委员的发言。')).toBeVisible();
    await chair.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await lit(chair, '结束发言');
    await chair.keyboard.press('e');
    await expect(chair.getByText('现在没有人发言')).toBeVisible();
  });

  await test.step('on a small laptop what is next and the whole course are still on the screen', async () => {
    await chair.setViewportSize({ width: 1180, height: 720 });
    await lit(chair, '请下一位发言');
    await press(chair, '请下一位发言');
    await expectSpeaking(chair, '沈委员');
    await expect(chair.getByRole('timer', { name: '发言计时' })).toBeInViewport({ ratio: 1 });
    for (const name of ['请下一位发言', '暂停计时', '结束发言', '下一环节', '休会', '散会'])
      await expect(button(chair, name)).toBeInViewport({ ratio: 1 });
    await press(chair, '结束发言');
    await chair.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('the overview says which key does what', async () => {
    await chair.keyboard.press('?');
    await expect(dialog.getByText('请下一位发言')).toBeVisible();
    await expectOpenToAll(chair);
    await chair.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a vote is put, ended and announced by keys', async () => {
    for (const name of ['部门回应', '建议稿审议', '表决']) {
      await byKey(chair, 't', '下一环节', '转入');
      await expect(now).toContainText(name);
    }
    await expectNextStep(chair, '开始表决');
    await byKey(chair, 'v', '开始表决', '开始表决');
    await expectNextStep(chair, '结束表决');
    await chair.getByRole('tab', { name: /^会场/ }).click();
    await expectNextStep(chair, '去表决');
    await press(chair, '去表决');
    // Those who are missing have no line: there Enter waits for them.
    await lit(chair, '结束表决');
    await chair.keyboard.press('v');
    await expect(dialog.getByRole('button', { name: /再等/ })).toBeFocused();
    await press(chair, '现在结束');
    await expectNextStep(chair, '公布结果');
    await byKey(chair, 'g', '公布结果', '公布结果');
    await expectNextStep(chair, '开始表决');
  });

  await test.step('at the last stage the end of the speech is the next step, then the end of the meeting', async () => {
    await byKey(chair, 't', '下一环节', '转入');
    await expect(now).toContainText('小结');
    for (const n of [19, 20, 21]) await office.take('RemoveRequest', { requestId: `q-${n}`, reason: '时间不够' });
    await ask(22);
    await expectNextStep(chair, '请下一位发言');
    await press(chair, '请下一位发言');
    await expectNextStep(chair, '结束发言');
    await press(chair, '结束发言');
    await expectNextStep(chair, '散会');
  });
});
