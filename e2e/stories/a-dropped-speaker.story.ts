// A speaker who takes part online loses the line: the clock waits for them, every screen says so, and the moderator has the last word.
import type { Page } from '@playwright/test';
import { endSpeech, expectSpeaking, floorOf, goToStage, press, speechClock } from '../acts.ts';
import { enter, expect, test, type Stage } from '../cast.ts';
import { quietPerson } from '../quiet-members.ts';

const path = '/meeting/by-line';

/** The sample meeting once more, under rules that wait one second for a line. */
async function convene(stage: Stage): Promise<void> {
  const desk = await enter(stage, 'mishu1', { width: 1440, height: 900, path: '/' });
  const { request } = desk;
  const put = async (method: 'post' | 'put', address: string, data: object): Promise<{ draft: { version: number } }> => {
    const answer = await request[method](`${stage.front}/api/meetings${address}`, { data, headers: { origin: stage.front } });
    expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  const { draft: sample } = await (await request.get(`${stage.front}/api/meetings/demo/draft`)).json();
  const { notice, rules } = sample.plan;
  const [template] = (await (await request.get(`${stage.front}/api/committee/defaults`)).json()).templates;
  const { title, topic, place, startsAt } = notice;
  const { draft } = await put('post', '', { meeting: 'by-line', templateId: template.templateId, title, topic, place, startsAt });
  const plan = {
    ...sample.plan,
    notice: { ...notice, meeting: 'by-line' },
    rules: { ...rules, lease: { graceMs: 1000 } },
    materials: [],
    onLeave: [],
  };
  const { draft: saved } = await put('put', '/by-line/draft', { plan, version: draft.version });
  await put('post', '/by-line/convene', { version: saved.version, command: 'convene-by-line' });
}

const phoneOf = (stage: Stage): Promise<Page> => enter(stage, 'weiyuan01', { width: 390, height: 844, phone: true, path });

test('a dropped speaker', async ({ setUp }) => {
  const stage = await setUp();
  await convene(stage);
  const chair = await enter(stage, 'zhuchi', { width: 1440, height: 900, path });
  const screen = await enter(stage, 'pangting1', { width: 1920, height: 1080, path: `${path}/screen` });
  const phone = await phoneOf(stage);
  const listener = await quietPerson(stage.url, 'weiyuan02', 'by-line');
  stage.quiet.push(listener);
  await listener.checkIn();
  await press(phone, '我在线上参会');
  await expect(phone.getByText(/已于 .+ 签到 · 线上/).first()).toBeVisible();
  await press(chair, '开会');
  await goToStage(chair, '重点发言');
  await press(chair, '请下一位发言');
  await expectSpeaking(phone, '张委员');

  const asking = chair.getByRole('region', { name: '张委员断线，计时已暂停' });

  await test.step('the line is lost: the clock stands and every screen says why', async () => {
    await phone.close();
    await expect(asking).toBeVisible({ timeout: 20_000 });
    await expect(floorOf(chair).getByText('发言人断线，计时已暂停', { exact: true })).toBeVisible();
    await expect(screen.getByText('等待发言人重新连线')).toBeVisible();
    const stood = await speechClock(chair).innerText();
    await press(chair, '继续等');
    await expect(asking).toBeHidden();
    await expect(chair.getByText(/^正在等张委员重新连上，已断开/)).toBeVisible();
    expect(await speechClock(chair).innerText()).toBe(stood);
  });

  await test.step('back, the same speech goes on by itself and its holder is told', async () => {
    const again = await phoneOf(stage);
    await expect(again.getByText('您回来了，发言继续')).toBeVisible();
    await expect(floorOf(again)).toContainText('请您发言');
    await expect(chair.getByRole('button', { name: '暂停计时' })).toBeVisible();
    await expect(screen.getByText('等待发言人重新连线')).toBeHidden();
    await again.close();
  });

  await test.step('what the moderator does meanwhile holds', async () => {
    await expect(asking).toBeVisible({ timeout: 20_000 });
    await asking.getByRole('button', { name: '继续计时' }).click();
    await expect(chair.getByRole('button', { name: '暂停计时' })).toBeVisible();
    await press(chair, '减时1分钟');
    await expect(floorOf(chair)).toContainText('限时 05:00');
    await endSpeech(chair);
  });

  await test.step('or goes on to the next one', async () => {
    await press(chair, '请下一位发言');
    await expectSpeaking(chair, '李委员');
  });
});
