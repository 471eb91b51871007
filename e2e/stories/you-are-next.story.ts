// Whose turn comes is told: one step before and again when they are next, once each, on a page that is looked at and behind others.
import type { Page } from '@playwright/test';
import { checkIn, endSpeech, expectConnected, expectSpeaking, goToStage, press } from '../acts.ts';
import { arrive, departmentRep, expect, moderator, quietMembers, quietPerson, signIn, test, type Stage } from '../cast.ts';

const kind = 'openFloorSpeech';
/** Counts what the device is told to do, and lets the story put the page behind another one. */
const device = `
  globalThis.shakes = 0;
  globalThis.tones = 0;
  globalThis.behind = false;
  navigator.vibrate = () => { globalThis.shakes += 1; return true; };
  const tone = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () { globalThis.tones += 1; return tone.call(this); };
  Object.defineProperty(document, 'visibilityState', { get: () => (globalThis.behind ? 'hidden' : 'visible') });
`;

async function phoneOf(stage: Stage): Promise<Page> {
  const page = await arrive(stage, { width: 390, height: 844, phone: true });
  await page.context().grantPermissions(['notifications'], { origin: stage.front });
  await page.context().addInitScript({ content: device });
  await page.goto(`${stage.front}/meeting/demo`);
  await signIn(page, 'weiyuan17', 'xieshang-demo');
  await page.waitForURL('**/meeting/demo');
  return page;
}
const shakes = (page: Page): Promise<number> => page.evaluate('shakes');
const tones = (page: Page): Promise<number> => page.evaluate('tones');
const band = (page: Page) => page.getByRole('region', { name: '轮到提醒' });
const onDevice = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration('/meeting/');
    return ((await worker?.getNotifications()) ?? []).map((notice) => notice.title);
  });

test('you are next', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await phoneOf(stage);
  const [shen, han, zhu] = await quietMembers(stage, [18, 19, 20]);
  if (!shen || !han || !zhu) throw new Error('three members came');
  const rep = await departmentRep(stage, 1);
  await checkIn(phone);
  for (const one of [shen, han, zhu]) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '自由发言');
  await shen.take('RequestFloor', { requestId: 'q-shen', kind });
  await han.take('RequestFloor', { requestId: 'q-han', kind });
  await press(phone, '申请发言');
  const place = phone.getByRole('region', { name: '我的位次' });
  await expect(place.getByText('3', { exact: true })).toBeVisible();
  await expect(place.getByText(/约 6 分钟/)).toBeVisible();
  expect([await shakes(phone), await tones(phone)]).toEqual([0, 0]);
  await expect(band(phone)).toHaveCount(0);

  await test.step('the one after the next is told', async () => {
    await press(chair, '请下一位发言');
    await expect(band(phone).getByText('再下一位是您')).toBeVisible();
    await expect(band(phone).getByText('韩委员之后就是您，请准备。')).toBeVisible();
    expect([await shakes(phone), await tones(phone)]).toEqual([1, 1]);
    await expect.poll(() => phone.title()).toContain('【再下一位是您】');
    await band(phone).getByRole('button', { name: '知道了' }).click();
    await expect(band(phone)).toHaveCount(0);
    await expect.poll(() => phone.title()).not.toContain('【');
  });

  await test.step('a line that breaks and comes back tells nothing twice, nor does a page that is loaded again', async () => {
    await phone.context().setOffline(true);
    await expect(phone.getByText('已连接', { exact: true })).toHaveCount(0);
    await phone.context().setOffline(false);
    await expectConnected(phone, 30_000);
    expect([await shakes(phone), await tones(phone)]).toEqual([1, 1]);
    await phone.reload();
    await expect(band(phone).getByText('再下一位是您')).toBeVisible();
    expect([await shakes(phone), await tones(phone)]).toEqual([0, 0]);
  });

  await test.step('who is next is told behind another page too: by the name of the tab and by the device', async () => {
    await phone.evaluate('behind = true');
    await endSpeech(chair);
    await press(chair, '请下一位发言');
    await expectSpeaking(chair, '韩委员');
    await expect(band(phone).getByText('下一位是您', { exact: false })).toBeVisible();
    await expect(band(phone).getByText('请准备，韩委员讲完就轮到您。')).toBeVisible();
    expect(await shakes(phone)).toBe(1);
    await expect.poll(() => phone.title()).toContain('【下一位是您】');
    await expect.poll(() => phone.title()).not.toContain('【');
    await expect.poll(() => onDevice(phone)).toEqual(['下一位是您']);
  });

  await test.step('who falls back is not alarmed, and the device takes its word back', async () => {
    const secretary = await quietPerson(stage, 'mishu1');
    await zhu.take('RequestFloor', { requestId: 'q-zhu', kind });
    await expect(chair.getByRole('list', { name: '发言名单' }).getByText('朱委员')).toBeVisible();
    await chair.getByRole('button', { name: '朱委员的更多操作' }).click();
    await press(chair, '上移');
    await expect(band(phone).getByText('再下一位是您')).toBeVisible();
    await expect.poll(() => onDevice(phone)).toEqual([]);
    expect(await shakes(phone)).toBe(1);
    await secretary.take('RestoreOrder');
    await expect(band(phone).getByText('请准备，韩委员讲完就轮到您。')).toBeVisible();
    expect(await shakes(phone)).toBe(2);
  });

  await test.step('a department is told as well, entered by the office', async () => {
    await expect(rep.getByText('已连接', { exact: true })).toBeVisible();
    const secretary = await quietPerson(stage, 'mishu1');
    await secretary.take('EnterRequest', { requestId: 'q-bumen', person: 'bumen1', kind: 'departmentResponse', inReplyTo: 'q-han' });
    await expect(band(rep).getByText('下一位是您')).toBeVisible();
  });

  await test.step('whoever has the floor is called no more', async () => {
    await (await quietPerson(stage, 'mishu1')).take('RemoveRequest', { requestId: 'q-bumen', reason: '已书面答复' });
    await expect(band(rep)).toHaveCount(0);
    await endSpeech(chair);
    await press(chair, '请下一位发言');
    await expectSpeaking(phone, '蒋委员');
    await expect(band(phone)).toHaveCount(0);
    await expect.poll(() => phone.title()).not.toContain('【');
  });
});
