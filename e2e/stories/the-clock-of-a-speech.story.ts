// The clock of a speech: the same second everywhere whatever a device's own clock says, told before it ends, and standing while another speaks.
import type { Page } from '@playwright/test';
import { checkIn, expectSpeaking, floorOf, goToStage, press, speechClock } from '../acts.ts';
import { arrive, expect, moderator, quietMembers, quietPerson, signIn, test, type Stage } from '../cast.ts';

/** A phone whose clock is seven minutes and some seconds ahead, and whose steady time stands while it sleeps. */
const skewed = `
  const Real = Date;
  const ahead = 437_300;
  globalThis.Date = class extends Real {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
  const steady = performance.now.bind(performance);
  globalThis.slept = 0;
  performance.now = () => steady() - globalThis.slept;
`;

const sleep = (page: Page, ms: number): Promise<void> => page.evaluate(`void (globalThis.slept += ${ms})`);

async function skewedPhone(stage: Stage): Promise<Page> {
  const page = await arrive(stage, { width: 390, height: 844, phone: true });
  await page.context().addInitScript({ content: skewed });
  await page.goto(`${stage.front}/meeting/demo`);
  await signIn(page, 'weiyuan17', 'xieshang-demo');
  await page.waitForURL('**/meeting/demo');
  return page;
}

/** When each second came up on a page, by the machine's own time, ms. */
const secondsOf = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(
    () =>
      new Promise<Record<string, number>>((told) => {
        const seen: Record<string, number> = {};
        const face = document.querySelector('[role="timer"]')?.parentElement;
        const watch = new MutationObserver(() => {
          const text = face?.querySelector('[role="timer"]')?.textContent ?? '';
          seen[text] ??= performance.timeOrigin + performance.now() + (Number(Reflect.get(globalThis, 'slept')) || 0);
          if (Object.keys(seen).length < 5) return;
          watch.disconnect();
          told(seen);
        });
        if (face) watch.observe(face, { subtree: true, childList: true, characterData: true });
      }),
  );

/** By how much the same second came up apart on two pages, as a rule, ms. */
async function apart(one: Page, other: Page): Promise<number> {
  const [here, there] = await Promise.all([secondsOf(one), secondsOf(other)]);
  const all = Object.keys(here)
    .flatMap((text) => (there[text] === undefined ? [] : [Math.abs((here[text] ?? 0) - there[text])]))
    .toSorted((less, more) => less - more);
  return all.length > 2 ? (all[Math.floor(all.length / 2)] ?? Infinity) : Infinity;
}

/** A busy machine draws late now and then; a clock that is wrong is wrong every time. */
const expectTogether = (one: Page, other: Page): Promise<void> =>
  expect.poll(() => apart(one, other), { timeout: 60_000 }).toBeLessThan(100);

test('the clock of a speech', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const phone = await skewedPhone(stage);
  const [shen] = await quietMembers(stage, [18]);
  if (!shen) throw new Error('a member came');
  await checkIn(phone);
  await shen.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '自由发言');
  await press(phone, '申请发言');
  await press(chair, '请下一位发言');
  await expectSpeaking(phone, '蒋委员');

  await test.step('a device that is wrong about the time shows the same second at the same moment', async () => {
    await expectTogether(chair, phone);
  });

  await test.step('a phone that slept shows it again as soon as the server says a word', async () => {
    await sleep(phone, 60_000);
    await expect.poll(async () => (await speechClock(phone).innerText()) === (await speechClock(chair).innerText())).toBe(true);
    await expectTogether(chair, phone);
  });

  await test.step('a question stops it, and it goes on from where it stood', async () => {
    await shen.take('RequestFloor', { requestId: 'q-shen', kind: 'interjection' });
    await chair.getByRole('button', { name: '请其发言：沈委员' }).click();
    await expectSpeaking(phone, '沈委员');
    const beneath = floorOf(chair).getByText(/^蒋委员的发言暂停中，余 \d\d:\d\d，随后接着讲$/);
    await expect(beneath).toBeVisible();
    const stood = /余 (\d\d:\d\d)/.exec(await beneath.innerText())?.[1] ?? '';
    await press(chair, '结束发言');
    await expectSpeaking(phone, '蒋委员');
    const [minutes = 0, seconds = 0] = (await speechClock(chair).innerText()).split(':').map(Number);
    const [stoodMinutes = 0, stoodSeconds = 0] = stood.split(':').map(Number);
    const gone = stoodMinutes * 60 + stoodSeconds - (minutes * 60 + seconds);
    expect(gone).toBeGreaterThanOrEqual(0);
    expect(gone).toBeLessThan(5);
  });

  await test.step('the speaker and the moderator are told what is left, and that time is up', async () => {
    const other = await quietPerson(stage, 'zhuchi');
    const [minutes = 0, seconds = 0] = (await speechClock(chair).innerText()).split(':').map(Number);
    await other.take('ExtendSpeech', { ms: -(minutes * 60 + seconds - 33) * 1000 });
    for (const page of [phone, chair])
      await expect(page.getByRole('status', { name: '时间提示' })).toHaveText('还有 30 秒', { timeout: 10_000 });
    await other.take('ExtendSpeech', { ms: -27_000 });
    await expect(phone.getByRole('status', { name: '时间提示' })).toHaveText('时间到', { timeout: 10_000 });
    await expect(phone.getByText('已超时').first()).toBeVisible();
  });
});
