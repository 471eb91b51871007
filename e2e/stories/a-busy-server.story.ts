// A server that stood still and is behind: it says so, what can wait comes again by itself, and check-ins go first.
import { expectConnected, press } from '../acts.ts';
import { arrive, expect, member, moderator, signIn, test } from '../cast.ts';

/** So long does it stand still, ms: long enough to be behind, too short for anybody to be called away. */
const standsStill = 1500;
const busy = /服务器正忙，已排队，会自动重试/;

test('a busy server', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await member(stage, 1, { phone: true });
  const other = await member(stage, 2);
  await expectConnected(phone);

  await test.step('a check-in given meanwhile is there as soon as it moves again, and everybody is told why it took long', async () => {
    const said = [phone.getByText(busy).first().waitFor(), chair.getByText(/表决、签到和主持操作优先/).waitFor()];
    const moves = stage.standStill(standsStill);
    await press(phone, '签到');
    await moves;
    await Promise.all(said);
    await expect(phone.getByText(/已于 .+ 签到/).first()).toBeVisible();
    await expect(phone.getByText(busy)).toBeHidden();
    await expectConnected(phone);
  });

  await test.step('asking for the floor waits and is asked again, without another press', async () => {
    await press(other, '签到');
    await press(chair, '开会');
    await expect(other.getByRole('button', { name: '申请发言', exact: true })).toBeEnabled();
    const moves = stage.standStill(standsStill);
    await press(other, '申请发言');
    await moves;
    await expect(other.getByText('您在名单中')).toBeVisible();
  });

  await test.step('so is signing in', async () => {
    const page = await arrive(stage, { width: 390, height: 844 });
    await page.goto(`${stage.front}/sign-in`);
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
    const said = page.getByText(busy).first().waitFor();
    const moves = stage.standStill(standsStill);
    await signIn(page, 'weiyuan03', 'xieshang-demo');
    await moves;
    await said;
    await page.waitForURL((url) => url.pathname === '/');
  });
});
