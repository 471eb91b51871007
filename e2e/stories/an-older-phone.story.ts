// A phone with the oldest browser admitted, on a network that goes and comes: it votes, and a part that could not be fetched comes by itself.
import { cast, checkIn, expectConnected, expectResult, goToStage, press } from '../acts.ts';
import { expect, member, moderator, quietMembers, test } from '../cast.ts';
import { attending } from '../quiet-members.ts';

test('an older phone', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 2, { phone: true });
  await phone.addInitScript(() => {
    for (const [where, name] of [
      [Array.prototype, 'toSorted'],
      [Array.prototype, 'toReversed'],
      [Map, 'groupBy'],
    ] as const)
      Reflect.deleteProperty(where, name);
  });
  await phone.reload();
  const quiet = await quietMembers(stage, attending(20, 2));
  await checkIn(phone);
  for (const one of quiet) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '表决');

  await test.step('V1 it gives a vote and reads the result', async () => {
    await press(chair, '开始表决');
    await cast(phone, '赞成');
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await expectResult(phone, 1, [1, 0, 0, 19], '未通过 · 转继续研究');
  });

  await test.step('what was asked for without a network comes when it is back', async () => {
    const seats = phone.getByRole('region', { name: '表决结果' }).getByRole('heading', { level: 4 });
    await phone.context().setOffline(true);
    await phone.getByText('逐人结果', { exact: true }).click();
    await expect(phone.getByText('已连接', { exact: true })).toBeHidden({ timeout: 30_000 });
    await expect(seats).toHaveCount(0);
    await phone.context().setOffline(false);
    await expect(seats.first()).toBeVisible();
    await expectConnected(phone, 30_000);
  });
});
