// A speech handed in in writing is read by the others: by members and departments, in the meeting and after it.
import type { Page } from '@playwright/test';
import { checkIn, press } from '../acts.ts';
import { departmentRep, expect, member, moderator, quietMembers, test } from '../cast.ts';

const folded = (page: Page, n: number) => page.getByText(`书面发言（${n} 篇）`, { exact: true });

test('written speeches are read', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 17, { phone: true });
  const rep = await departmentRep(stage, 1);
  const others = await quietMembers(stage, [18, 19]);
  await checkIn(phone);
  await press(chair, '开会');

  await test.step('a member hands one in and finds it among the others', async () => {
    await press(phone, '书面发言');
    const sheet = phone.getByRole('dialog');
    await sheet.getByLabel('发言题目').fill('社区养老');
    await sheet.getByLabel('发言内容').fill('一、增加床位。\n二、延长服务时间。');
    await sheet.getByRole('button', { name: '提交书面发言' }).click();
    await folded(phone, 1).click();
    await expect(phone.getByText('我提交的')).toBeVisible();
    await expect(phone.getByText('延长服务时间')).toHaveCount(0);
    await phone.getByText('社区养老', { exact: true }).click();
    await expect(phone.getByText('二、延长服务时间。')).toBeVisible();
  });

  await test.step('a department reads it', async () => {
    await folded(rep, 1).click();
    await rep.getByText('社区养老', { exact: true }).click();
    await expect(rep.getByText('二、延长服务时间。')).toBeVisible();
  });

  await test.step('among many one is found by a word', async () => {
    for (const [nth, one] of others.entries())
      for (let n = 0; n < 5; n += 1)
        await one.take('HandInSpeech', { requestId: `w-${nth}-${n}`, topic: `题目${nth}${n}`, text: `第${nth}${n}号内容` });
    await expect(folded(phone, 11)).toBeVisible();
    await phone.getByLabel('查找书面发言').fill('床位');
    await expect(phone.getByText('11 篇中找到 1 篇')).toBeVisible();
    await expect(phone.getByText('题目04')).toHaveCount(0);
    await phone.getByLabel('查找书面发言').fill('');
    await press(phone, '再看下面 1 篇');
    await expect(phone.getByText('社区养老', { exact: true })).toBeVisible();
  });

  await test.step('and it is there when the meeting is over', async () => {
    await press(chair, '散会');
    await chair.getByRole('dialog').getByRole('button', { name: '散会', exact: true }).click();
    await expect(phone.getByText('感谢您的参与')).toBeVisible();
    await folded(phone, 11).click();
    await expect(phone.getByText('题目14', { exact: true })).toBeVisible();
  });
});
