// What is recorded of speakers comes to their phones; one wishes a change; a department and the chair countersign side by side; issued, corrected.
import type { Locator, Page } from '@playwright/test';
import { press } from '../acts.ts';
import { departmentRep, expect, member, moderator, quietPerson, test } from '../cast.ts';
import { atDesk, expectOnDisk, expectWritable, minutesPath, sheet, take } from '../minutes.ts';

const number = '〔2026〕3号';
const speeches = [
  { requestId: 'p-01', member: 1, said: '建议以链主企业为牵引，三年内绘成图谱。' },
  { requestId: 'p-02', member: 2, said: '建议发挥异地商会作用，以商招商。' },
] as const;
const [wish, mended] = ['“三年内”改为“两年内”', '建议以链主企业为牵引，两年内绘成图谱。'] as const;

/** Writes a paragraph right below the record of a speech, by way of the panel. */
async function writeBelow(page: Page, name: string, text: string): Promise<void> {
  await press(page, `写摘编：${name}`);
  await expect(sheet(page)).toBeFocused();
  await page.keyboard.type(text);
  await expectOnDisk(page);
}

const rowOf = (page: Page, name: string): Locator => page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name });

test('speakers confirm, several countersign', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const quiet = await quietPerson(stage, 'zhuchi');
  const checker = await quietPerson(stage, 'mishu2');
  const phones = [await member(stage, 1, { phone: true }), await member(stage, 2, { phone: true })] as const;
  const department = await departmentRep(stage, 2);
  const desk = await atDesk(stage, 'mishu1');
  const names = ['张委员', '李委员'] as const;

  await test.step('two speak, and the secretary writes below the record what they said', async () => {
    for (const phone of phones) await press(phone, '签到');
    await quiet.take('OpenMeeting');
    await quiet.take('MoveToStage', { stageId: 'keynote' });
    for (const { requestId } of speeches) {
      await quiet.take('GiveFloor', { requestId });
      await quiet.take('EndSpeech', { requestId });
    }
    await quiet.take('ConcludeMeeting');
    await desk.getByRole('tab', { name: '摘编', exact: true }).click();
    for (const [place, { said }] of speeches.entries()) await writeBelow(desk, names[place] ?? '', said);
  });

  await test.step('the secretary asks; each phone shows the own passage and nobody else’s', async () => {
    await expect(rowOf(desk, names[0])).toContainText(speeches[0].said);
    await take(desk, '请发言人确认');
    for (const [place, phone] of phones.entries()) {
      await expect(phone.getByRole('heading', { name: '请确认您的发言' })).toBeVisible();
      await expect(phone.getByText(speeches[place]?.said ?? '')).toBeVisible();
      await expect(phone.getByText(speeches[1 - place]?.said ?? '')).toBeHidden();
    }
  });

  await test.step('one confirms, one wishes a change, and the desk sees both', async () => {
    await press(phones[1], '确认无误');
    await expect(phones[1].getByText(/^您已于 .+ 确认$/)).toBeVisible();
    await press(phones[0], '要求修改');
    await phones[0].getByLabel('要改的地方').fill(wish);
    await press(phones[0], '提交意见');
    await expect(rowOf(desk, names[0])).toContainText('要求修改');
    await expect(rowOf(desk, names[0])).toContainText(wish);
    await expect(rowOf(desk, names[1])).toContainText('已确认');
  });

  await test.step('the secretary mends the text and asks again; it is confirmed', async () => {
    await sheet(desk).getByText(speeches[0].said).click({ clickCount: 3 });
    await desk.keyboard.type(mended);
    await expectOnDisk(desk);
    await expect(rowOf(desk, names[0])).toContainText('正文已改');
    await take(desk, '请发言人确认');
    await expect(phones[0].getByText('文字已改，请再看一遍')).toBeVisible();
    await expect(phones[0].getByText(mended)).toBeVisible();
    await press(phones[0], '确认无误');
    await expect(rowOf(desk, names[0])).toContainText('已确认');
    await expect(phones[1].getByText(/^您已于 .+ 确认$/)).toBeVisible();
  });

  await test.step('passed; a department is named, sends it back, and what it asked for is in view', async () => {
    await take(desk, '提交校核');
    await checker.take('PassMinutes');
    await desk.getByRole('tab', { name: '进程', exact: true }).click();
    await press(desk, '指定会签人');
    await desk
      .getByRole('dialog')
      .getByLabel(/市商务局/)
      .check();
    await press(desk, '指定');
    await department.getByRole('link', { name: '阅读并会签' }).click();
    await expect(department.getByRole('article')).toContainText(mended);
    await press(department, '退回修改');
    await department.getByRole('dialog').getByLabel('理由').fill('请写明驻点经费');
    await department.getByRole('dialog').getByRole('button', { name: '退回修改', exact: true }).click();
    await expect(desk.getByText('请写明驻点经费')).toBeVisible();
    await expect(department.getByText('纪要还在起草')).toBeVisible();
    await expectWritable(desk);
  });

  await test.step('mended and passed again, it is countersigned side by side, and waits for both', async () => {
    await take(desk, '提交校核');
    await checker.take('PassMinutes');
    await press(desk, '指定会签人');
    await expect(desk.getByRole('dialog').getByLabel(/市商务局/)).toBeChecked();
    await press(desk, '指定');
    await chair.goto(`${stage.front}${minutesPath}`);
    await take(chair, '会签');
    await expect(chair.getByRole('button', { name: '签发', exact: true })).toBeDisabled();
    await take(department, '会签');
    await expect(desk.getByText(/会签$/).filter({ hasText: '已会签' }).first()).toBeVisible();
  });

  await test.step('issued and corrected: everybody reads the signatures and the correction', async () => {
    await take(chair, '签发', async (dialog) => {
      await dialog.getByLabel('发文字号').fill(number);
    });
    await take(chair, '更正', async (dialog) => {
      await dialog.getByLabel('原文').fill('两年内');
      await dialog.getByLabel('更正为').fill('二年内');
      await dialog.getByLabel('理由').fill('用语');
    });
    await phones[0].getByRole('link', { name: '看纪要' }).first().click();
    for (const page of [chair, desk, department, phones[0]]) {
      await expect(page.getByRole('article')).toContainText(number);
      await expect(page.getByRole('heading', { name: '更正1' })).toBeVisible();
      const course = page.getByRole('listitem').filter({ hasText: '会签' });
      await expect(course.filter({ hasText: '市商务局' }).first()).toBeVisible();
    }
  });

  await test.step('what stayed open is listed, linked with the minutes it stands in, and closed with a reference', async () => {
    const items = desk.getByRole('region', { name: '遗留事项' });
    await expect(items.getByRole('link', { name: '看纪要 〔2022〕3号' }).first()).toBeVisible();
    const first = items.getByRole('button', { name: /^办结：建议9/ });
    await first.click();
    await desk.getByRole('dialog').getByLabel('依据').fill('明财函〔2026〕8号');
    await desk.getByRole('dialog').getByRole('button', { name: '办结', exact: true }).click();
    await expect(items.getByText(/办结：明财函〔2026〕8号/)).toBeVisible();
    await expect(first).toBeHidden();
    await desk.goto(`${stage.front}/meeting/demo-done/minutes`);
    await expect(desk.getByRole('region', { name: '遗留事项' }).getByText(/明财函〔2026〕8号/)).toBeVisible();
  });
});
