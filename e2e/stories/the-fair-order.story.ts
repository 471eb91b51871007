// Whose turn it is: suggested with a reason, followed, overruled; and two moderators who move the same entry at once.
import type { Page } from '@playwright/test';
import { checkIn, endSpeech, expectSpeaking, goToStage, press } from '../acts.ts';
import { expect, member, moderator, quietMembers, quietPerson, test } from '../cast.ts';

const kind = 'openFloorSpeech';
const list = (page: Page) => page.getByRole('list', { name: '发言名单' });
const suggestion = (page: Page) => page.getByRole('region', { name: '建议下一位' });

test('the fair order', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 17, { phone: true });
  const [shen, han, zhu] = await quietMembers(stage, [18, 19, 20]);
  if (!shen || !han || !zhu) throw new Error('three members came');
  await checkIn(phone);
  for (const one of [shen, han, zhu]) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '自由发言');

  await test.step('who has not spoken comes before who has, and both are told why', async () => {
    await press(phone, '申请发言');
    await press(chair, '请下一位发言');
    await press(chair, '结束发言');
    await press(phone, '申请发言');
    await expect(phone.getByText('下一位就是您，请准备', { exact: true })).toBeVisible();
    await shen.take('RequestFloor', { requestId: 'q-shen', kind });
    const place = phone.getByRole('region', { name: '我的位次' });
    await expect(place.getByText('沈委员排到您前面：今天还没有发言')).toBeVisible();
    await expect(place.getByText('2', { exact: true })).toBeVisible();
    await expect(suggestion(chair).getByText('沈委员', { exact: true })).toBeVisible();
    await expect(suggestion(chair).getByText('尚未发言', { exact: true })).toBeVisible();
  });

  await test.step('the largest button follows it', async () => {
    await press(chair, '请下一位发言');
    await expectSpeaking(chair, '沈委员');
    await expect(phone.getByText('前面 1 位已发言或退出，您到第 1 位')).toBeVisible();
    await endSpeech(chair);
  });

  await test.step('another one is called with a reason that the record keeps', async () => {
    await han.take('RequestFloor', { requestId: 'q-han', kind });
    await chair.getByRole('button', { name: '蒋委员的更多操作' }).click();
    await press(chair, '写明理由，请其先讲');
    await chair.getByRole('dialog').getByLabel('理由').fill('请先回应');
    await chair.getByRole('dialog').getByRole('button', { name: '请其发言', exact: true }).click();
    await expectSpeaking(chair, '蒋委员');
    await press(chair, '结束发言');
    await chair.getByText('已发言 3 位').click();
    await expect(chair.getByText('主持人另请（建议为韩委员）：请先回应')).toBeVisible();
  });

  await test.step('two who move the same entry at once: the second is told', async () => {
    const other = await quietPerson(stage, 'zhuchi2');
    await shen.take('RequestFloor', { requestId: 'q-shen2', kind });
    await zhu.take('RequestFloor', { requestId: 'q-zhu', kind });
    await expect(list(chair).getByText('朱委员')).toBeVisible();
    await other.take('MoveRequest', { requestId: 'q-zhu', before: 'q-han', seen: 0 });
    await expect(list(chair).getByRole('listitem').first()).toContainText('朱委员');
    await expect(list(chair).getByRole('listitem').first()).toContainText('主持人排定');
    const late = await other.send('MoveRequest', { requestId: 'q-zhu', before: null, seen: 0 });
    expect(late.ok).toBe(true);
    const stale = await (await quietPerson(stage, 'zhuchi')).send('MoveRequest', { requestId: 'q-zhu', before: 'q-han', seen: 0 });
    expect(stale).toEqual({ ok: false, refusal: { type: 'OrderChanged', by: 'zhuchi2' } });
    await press(chair, '恢复建议次序');
    await expect(list(chair).getByRole('listitem').first()).toContainText('韩委员');
  });
});
