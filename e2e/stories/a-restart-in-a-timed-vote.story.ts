// A vote that the clock closes, and a server that is down when its time is up: phones get the time to be back, and what they send counts. V17, V50.
import { cast, checkIn, expectResult } from '../acts.ts';
import { expect, member, quietMembers, quietPerson, test } from '../cast.ts';

const ms = 5000;

test('a vote whose end falls into a restart waits for the phones', async ({ setUp }) => {
  test.setTimeout(120_000);
  const stage = await setUp();
  const chair = await quietPerson(stage, 'zhuchi');
  const quiet = await quietMembers(
    stage,
    Array.from({ length: 17 }, (_, at) => at + 2),
  );
  for (const one of quiet) await one.checkIn();
  const phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  await chair.take('OpenMeeting');

  await test.step('the server dies while the vote runs, and comes back after its end', async () => {
    await chair.take('OpenVoting', { motionIds: ['m1'], ms, closing: 'clock' });
    const due = Date.now() + ms;
    await stage.kill9();
    await expect.poll(() => Date.now() > due, { timeout: 2 * ms }).toBe(true);
    await stage.restart();
  });

  await test.step('the page says what is waited for, and a vote still counts', async () => {
    await expect(phone.getByText('时间到，正在等断线的委员补送')).toBeVisible();
    await cast(phone, '赞成');
  });

  await test.step('then it is closed, by nobody', async () => {
    await expect(phone.getByRole('main').getByText('表决已结束，等待主持人公布结果')).toBeVisible({ timeout: 40_000 });
    await chair.take('AnnounceResult', { motionIds: ['m1'] });
    await expectResult(phone, 1, [1, 0, 0, 17], '未通过 · 转继续研究');
  });
});
