// Whoever comes late sees at once where the meeting stands, and votes from the next motion on.
import { cast, checkIn, expectSpeaking, goToStage, press, speechClock } from '../acts.ts';
import { expect, hall, member, moderator, quietMembers, test } from '../cast.ts';
import { attending } from '../quiet-members.ts';

test('a late joiner', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  for (const one of await quietMembers(stage, attending(20))) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '重点发言');
  await press(chair, '请下一位发言');
  await expectSpeaking(chair, '张委员');

  const late = await member(stage, 24, { phone: true });
  await test.step('sees the stage, the speaker and the clock', async () => {
    await expect(late.getByText('重点发言').first()).toBeVisible();
    await expectSpeaking(late, '张委员');
    await expect(speechClock(late)).toBeVisible();
  });

  await test.step('is told why there is no vote for somebody who was not here when it opened', async () => {
    await goToStage(chair, '表决');
    await press(chair, '开始表决');
    const ballot = late.getByRole('region', { name: '表决票' });
    await expect(ballot).toContainText('您不能参加这次表决');
    await expect(ballot.getByRole('button', { name: '确认提交', exact: true })).toBeHidden();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
  });

  await test.step('checks in and votes on the next one', async () => {
    await checkIn(late);
    await press(chair, '开始表决');
    await cast(late, '赞成');
    const screen = await hall(stage);
    await expect(screen.getByRole('main')).toContainText(/已表决 ?1 ?\/ 21/);
  });

  await test.step('a page that is loaded anew is where it was', async () => {
    await late.reload();
    await expect(late.getByText('赞成 · 结束前可以更改')).toBeVisible();
  });
});
