// A moderator rehearses the meeting alone the evening before: stand-ins come, ask and vote; nobody else hears of it, and it is cleared away.
import { expectResult, goToStage, press, speechClock } from '../acts.ts';
import { expectOpenToAll } from '../axe.ts';
import { expect, member, moderator, test } from '../cast.ts';

test('a rehearsal', async ({ setUp }) => {
  const stage = await setUp();
  const host = await moderator(stage);

  // Begun from the meeting that has not been opened, with nobody but the office.
  await press(host, '开始演练');
  await host.getByRole('dialog', { name: '开始会前演练' }).getByRole('button', { name: '开始演练' }).click();
  await expect(host.getByText('正在演练')).toBeVisible();
  const practice = host.getByRole('region', { name: '陪练' });

  // Company comes, and each of them is marked as done for them.
  await practice.getByRole('button', { name: '来 10 位' }).click();
  await expect(practice).toContainText('19 人未到');
  await practice.getByRole('button', { name: '全部到场' }).click();
  await expect(practice).toContainText('都已到场');
  await host.getByRole('button', { name: /^开会/ }).click();

  // The list fills, and a stand-in is given the floor.
  await goToStage(host, '自由发言');
  await practice.getByRole('button', { name: '1 位申请' }).click();
  await press(host, '请下一位发言');
  await expect(speechClock(host)).toBeVisible();
  await expectOpenToAll(host);

  // A real vote, entered for everybody.
  await goToStage(host, '表决');
  await host.getByRole('button', { name: '开始表决' }).first().click();
  await practice.getByRole('button', { name: '全部赞成' }).click();
  await expect(practice).toContainText('没有要投的');
  // What says who has not voted comes once a second.
  await expect(host.getByText('按下即计票；之后不能再投或更改。')).toBeVisible();
  await press(host, '结束表决');
  await press(host, '公布结果');
  await expectResult(host, 1, [29, 0, 0, 0], '通过');

  // Nobody else hears of it.
  const li = await member(stage, 2, { phone: true });
  await li.goto(`${stage.front}/`);
  await expect(li.getByText('第3次双月专题协商座谈会').first()).toBeVisible();
  await expect(li.getByText('演练')).toHaveCount(0);

  // Cleared away, it is gone from the office's list too; the meeting stands as it was.
  await press(host, '清除演练');
  await host.getByRole('dialog', { name: '清除这场演练？' }).getByRole('button', { name: '清除演练' }).click();
  await host.waitForURL('**/meeting/demo');
  await expect(host.getByRole('button', { name: '开始演练' })).toBeVisible();
  await expect(host.getByRole('button', { name: /^回到演练/ })).toHaveCount(0);
  await host.goto(`${stage.front}/`);
  await expect(host.getByText('第3次双月专题协商座谈会').first()).toBeVisible();
  await expect(host.getByText('【演练】')).toHaveCount(0);
});
