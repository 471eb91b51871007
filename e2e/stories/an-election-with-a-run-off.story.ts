// An election by name on two phones: a tie over the last seat, a run-off, the elected in the hall. E1, E5, E6, E9, E12.
import { checkIn, press } from '../acts.ts';
import { expect, hall, member, moderator, quietMembers, secretary, test } from '../cast.ts';

test('two members choose from a list, tie, and a run-off decides', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const office = await secretary(stage);
  const one = await member(stage, 1, { phone: true });
  const other = await member(stage, 2, { phone: true });
  const screen = await hall(stage);
  await checkIn(one);
  await checkIn(other);
  // Enough for a quorum; they hand in nothing.
  const quiet = await quietMembers(
    stage,
    Array.from({ length: 16 }, (_, at) => at + 3),
  );
  for (const person of quiet) await person.checkIn();
  await press(chair, '开会');
  await expect(office.getByText('会议进行中')).toBeVisible();

  await office.getByRole('tab', { name: '选举' }).click();
  await office.getByRole('button', { name: '提出选举' }).click();
  const form = office.getByRole('dialog', { name: '提出选举' });
  await form.getByLabel('名称').fill('推选调研组召集人');
  for (const letters of ['赵委员', '陈委员', '刘委员']) {
    await form.getByLabel('从名册选').fill(letters);
    await form.getByRole('group', { name: '从名册选' }).getByRole('button', { name: letters }).first().click();
  }
  await form.getByLabel('允许另选他人').check();
  await form.getByLabel('怎样当选').selectOption({ label: '按得票多少' });
  await form.getByRole('button', { name: '提出', exact: true }).click();
  await expect(form).toBeHidden();

  await chair.getByRole('tab', { name: '选举' }).click();
  await chair.getByRole('button', { name: '开始选举' }).click();
  const ballot = one.getByRole('region', { name: '选票' });
  await expect(ballot).toBeVisible();
  await expect(screen.getByText('选举 · 推选调研组召集人')).toBeVisible();

  await ballot.getByRole('button', { name: /赵委员/ }).click();
  await expect(ballot.getByText('已选 1 / 最多 1')).toBeVisible();
  await ballot.getByRole('button', { name: /陈委员/ }).click();
  await expect(ballot.getByText('已选满，要换人请先取消一位')).toBeVisible();
  await expect(ballot.getByRole('button', { name: /陈委员/ })).toHaveAttribute('aria-pressed', 'false');
  await ballot.getByRole('button', { name: '提交选票' }).click();
  await one.getByRole('dialog', { name: '您的选票' }).getByRole('button', { name: '确认提交' }).click();
  await expect(ballot.getByText('已计入')).toBeVisible();

  const second = other.getByRole('region', { name: '选票' });
  await second.getByRole('button', { name: '另选他人' }).click();
  const finding = other.getByRole('dialog', { name: '另选他人' });
  await finding.getByRole('textbox').fill('wwy');
  await finding.getByRole('button', { name: /王委员/ }).click();
  await second.getByRole('button', { name: '提交选票' }).click();
  await other.getByRole('dialog', { name: '您的选票' }).getByRole('button', { name: '确认提交' }).click();
  await expect(second.getByText('已计入')).toBeVisible();
  await expect(chair.getByText('2 / 18').first()).toBeVisible();

  await chair.getByRole('button', { name: '结束选举' }).click();
  const outcome = chair.getByRole('region', { name: '选举结果' });
  await expect(outcome.getByText('末位票数相等，均不当选：赵委员、王委员')).toBeVisible();
  await outcome.getByRole('button', { name: '另行选举' }).click();
  await chair.getByRole('dialog', { name: '另行选举' }).getByRole('button', { name: '开始选举' }).click();

  for (const phone of [one, other]) {
    const again = phone.getByRole('region', { name: '选票' });
    await expect(again.getByText('第 2 轮')).toBeVisible();
    await again.getByRole('button', { name: /王委员/ }).click();
    await again.getByRole('button', { name: '提交选票' }).click();
    await phone.getByRole('dialog', { name: '您的选票' }).getByRole('button', { name: '确认提交' }).click();
    await expect(again.getByText('已计入')).toBeVisible();
  }
  await chair.getByRole('button', { name: '结束选举' }).click();
  await chair.getByRole('button', { name: '公布选举结果' }).click();

  for (const page of [one, screen]) await expect(page.getByText('当选：王委员', { exact: true })).toBeVisible();
  await expect(one.getByText('您的选票：王委员')).toBeVisible();
  await expect(outcome.getByText(/第 1 轮　无人当选/)).toBeVisible();
});
