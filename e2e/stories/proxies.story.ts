// Three proxies as offices have them, real ones: the meeting is held through each of them, and the office is told what is wrong.
import type { Page } from '@playwright/test';
import { cast, checkIn, expectConnected, expectResult, goToStage, press, speechClock } from '../acts.ts';
import { enter, expect, member, moderator, secretary, test } from '../cast.ts';
import { atDesk, expectOnDisk, proseOf, writeUnder } from '../minutes.ts';
import { nginx, noNginx, type Manner } from '../nginx.ts';
import { freePort } from '../server.ts';

const slower = /网络代理不支持 WebSocket，已改用轮询/;
const drops = /网络代理会切断空闲的连接/;

/** What the speaker has left, s. */
async function left(page: Page): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d+)/.exec(await speechClock(page).innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Lets somebody speak for so long, s, while nobody does anything. */
async function pass(page: Page, seconds: number): Promise<void> {
  const until = (await left(page)) - seconds;
  await expect.poll(() => left(page), { timeout: 60_000 }).toBeLessThanOrEqual(until);
}

const proxies: readonly (readonly [name: string, manner: Manner, told: RegExp])[] = [
  ['a proxy that buffers and hands no upgrade on', 'buffers', slower],
  ['a proxy that refuses WebSocket', 'blocksUpgrades', slower],
  ['a proxy that drops idle lines', 'dropsIdle', drops],
];

for (const [name, manner, told] of proxies) {
  test(name, async ({ setUp }) => {
    test.skip(noNginx !== null, noNginx ?? '');
    const port = await freePort();
    const front = `http://127.0.0.1:${port}`;
    const stage = await setUp({ env: { PUBLIC_ORIGIN: front }, front });
    const proxy = await nginx(manner, port, stage.url);
    try {
      const phone = await member(stage, 1, { phone: true });
      const chair = await moderator(stage);

      await test.step('people check in, a speech is given, and nobody says anything for longer than a line may be idle', async () => {
        await checkIn(phone);
        await press(chair, '开会');
        await goToStage(chair, '调研说明');
        await press(chair, '请下一位发言');
        await pass(phone, 12);
        await expectConnected(phone);
      });

      await test.step('the office is told what is wrong, and members are left in peace', async () => {
        await expect(chair.getByText(told)).toBeVisible({ timeout: 30_000 });
        await expect(phone.getByText(/网络代理/)).toBeHidden();
      });

      await test.step('from then on no line is dropped any more', async () => {
        await pass(phone, 10);
        const before = await proxy.answers('/socket.io/', 101);
        await pass(phone, 10);
        expect(await proxy.answers('/socket.io/', 101)).toBe(before);
      });

      await test.step('the administrator is told as well, when it is WebSocket that is missing', async () => {
        const admin = await enter(stage, 'guanli', { width: 1440, height: 900, path: '/accounts' });
        await expect(admin.getByRole('button', { name: '新建账号' })).toBeVisible();
        if (told === slower) await expect(admin.getByText(/网络代理不支持 WebSocket，各页面已改用轮询/)).toBeVisible();
        else await expect(admin.getByText(/网络代理/)).toBeHidden();
      });

      await test.step('a member asks for the floor and votes', async () => {
        await press(chair, '结束发言');
        await goToStage(chair, '自由发言');
        await press(phone, '申请发言');
        await expect(phone.getByText('您在名单中')).toBeVisible();
        await press(phone, '撤回申请');
        await goToStage(chair, '表决');
        await press(chair, '开始表决');
        await cast(phone, '赞成');
        await press(chair, '结束表决');
        await press(chair, '公布结果');
        await expectResult(phone, 1, [1, 0, 0, 0], '未通过 · 转继续研究');
      });

      await test.step('two write the minutes and read each other, also after a while', async () => {
        const [one, other] = [await atDesk(stage, 'mishu1'), await atDesk(stage, 'mishu2')];
        await writeUnder(one, '协商情况', '会议强调，要一链一策。');
        await expect.poll(() => proseOf(other)).toContain('会议强调，要一链一策。');
        await expect(await secretary(stage).then((page) => page.getByText(told))).toBeVisible({ timeout: 60_000 });
        await writeUnder(other, '有关要求', '会议要求，年内拿出招商图谱。');
        await expect.poll(() => proseOf(one)).toContain('会议要求，年内拿出招商图谱。');
        for (const page of [one, other]) await expectOnDisk(page);
      });
    } finally {
      await proxy.close();
    }
  });
}
