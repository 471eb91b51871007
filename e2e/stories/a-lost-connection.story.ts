// A phone without a network keeps what was chosen, says so, and is back where the meeting is; polling alone is enough.
import { cast, checkIn, expectConnected, expectCounted, expectResult, expectSpeaking, goToStage, press } from '../acts.ts';
import { expect, member, moderator, quietMembers, test, type Stage } from '../cast.ts';
import { lineThatDies, proxyWithoutUpgrades } from '../proxy.ts';
import { attending } from '../quiet-members.ts';
import { freePort } from '../server.ts';

async function meetingWithQuorum(stage: Stage): Promise<Awaited<ReturnType<typeof moderator>>> {
  const chair = await moderator(stage);
  for (const one of await quietMembers(stage, attending(18, 1))) await one.checkIn();
  return chair;
}

test('a lost connection', async ({ setUp }) => {
  const stage = await setUp();
  const phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  const chair = await meetingWithQuorum(stage);
  await press(chair, '开会');
  await goToStage(chair, '表决');
  await press(chair, '开始表决');

  await test.step('a vote given without a network waits and says that it waits', async () => {
    await press(phone, '弃权');
    await phone.context().setOffline(true);
    await expect(phone.getByText(/网络已断开/).first()).toBeVisible();
    await press(phone, '赞成');
    await press(phone, '确认提交');
    await expect(phone.getByText('正在提交 赞成…')).toBeVisible();
    await expect(phone.getByText('网络恢复后自动送出')).toBeVisible();
  });

  await test.step('it counts, once, when the network is back', async () => {
    await phone.context().setOffline(false);
    await expectCounted(phone, '赞成');
    await expectConnected(phone);
    await expect(chair.getByText('1 / 18').first()).toBeVisible();
  });

  await test.step('what happened meanwhile is there on return', async () => {
    await phone.context().setOffline(true);
    await expect(phone.getByText(/网络已断开/).first()).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await goToStage(chair, '小结');
    await phone.context().setOffline(false);
    await expectResult(phone, 1, [1, 0, 0, 17], '未通过 · 转继续研究');
    await expect(phone.getByRole('banner')).toContainText('小结');
  });
});

test('a network that lets no WebSocket through', async ({ setUp }) => {
  const port = await freePort();
  const front = `http://127.0.0.1:${port}`;
  const stage = await setUp({ env: { PUBLIC_ORIGIN: front }, front });
  const proxy = await proxyWithoutUpgrades(port, () => stage.url);
  try {
    const phone = await member(stage, 1, { phone: true });
    await expectConnected(phone);
    expect(proxy.upgradesRefused()).toBeGreaterThan(0);
    await checkIn(phone);
    const chair = await meetingWithQuorum(stage);
    await press(chair, '开会');
    await goToStage(chair, '重点发言');
    await press(chair, '请下一位发言');
    await expectSpeaking(phone, '张委员');
    await goToStage(chair, '表决');
    await press(chair, '开始表决');
    await cast(phone, '反对');
    await expect(chair.getByText('1 / 18').first()).toBeVisible();
  } finally {
    await proxy.close();
  }
});

test('a line that goes dead without a word', async ({ setUp }) => {
  const port = await freePort();
  const front = `http://127.0.0.1:${port}`;
  const stage = await setUp({ env: { PUBLIC_ORIGIN: front }, front });
  const line = await lineThatDies(port, Number(new URL(stage.url).port));
  try {
    const phone = await member(stage, 1, { phone: true });
    await expectConnected(phone);
    line.goDead();
    // Silence of 8 s and a probe of 3 s; the sockets' own pings would take 18 s.
    await expect(phone.getByText(/正在重新连接/).first()).toBeVisible({ timeout: 15_000 });
    line.recover();
    await expectConnected(phone, 15_000);
    await checkIn(phone);
  } finally {
    await line.close();
  }
});
