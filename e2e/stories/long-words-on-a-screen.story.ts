// A screen of the hall where everything is long: what a decision is made by stays in sight, and nothing lies over anything else. K7.
import type { Page } from '@playwright/test';
import { enter, expect, hall, quietMembers, quietPerson, test } from '../cast.ts';
import { attending } from '../quiet-members.ts';

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 1024 },
  { width: 1080, height: 1920 },
] as const;

const text = '建议以重点产业链为单元绘制招商图谱，逐链列明断点、堵点、卡点和目标企业清单，按季度更新，并与县区、园区共享。'.repeat(8);
const post = '明川市经济技术开发区管理委员会投资促进和企业服务局党组书记、局长';

/** What is off the screen, or lies over what comes after it; the places by name. */
const lost = (page: Page): Promise<readonly string[]> =>
  page.getByRole('main').evaluate((main) => {
    const seen = (element: Element): readonly Element[] => {
      if (getComputedStyle(element).overflow === 'hidden') return [element];
      return [element, ...[...element.children].flatMap(seen)];
    };
    const boxes = [...(main.firstElementChild?.children ?? [])].map((part) => {
      const all = seen(part).map((one) => one.getBoundingClientRect());
      return {
        name: part.textContent?.slice(0, 12) ?? '',
        top: part.getBoundingClientRect().top,
        bottom: Math.max(...all.map(({ bottom }) => bottom)),
        right: Math.max(...all.map(({ right }) => right)),
      };
    });
    return boxes.flatMap(({ name, bottom, right }, at) => {
      const next = boxes[at + 1]?.top ?? innerHeight;
      return bottom > next + 2 || right > innerWidth + 2 ? [`${innerWidth}×${innerHeight}: ${name}`] : [];
    });
  });

async function expectAllInSight(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(() => lost(page)).toEqual([]);
  }
}

/** px of the smallest letters, and by how much the page is wider than the phone. */
const inHand = (page: Page): Promise<{ readonly letters: number; readonly wider: number }> =>
  page.getByRole('main').evaluate((main) => {
    const written = [...main.querySelectorAll('*')].filter((one) =>
      [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
    );
    return {
      letters: Math.min(...written.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
      wider: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    };
  });

async function expectReadableInHand(page: Page): Promise<void> {
  await expect.poll(async () => (await inHand(page)).letters).toBeGreaterThanOrEqual(11.5);
  expect((await inHand(page)).wider).toBe(0);
}

test('long words on a screen', async ({ setUp }) => {
  const stage = await setUp();
  const screen = await hall(stage);
  const phone = await enter(stage, 'pangting1', { width: 390, height: 844, phone: true });
  const [chair, secretary] = [await quietPerson(stage, 'zhuchi'), await quietPerson(stage, 'mishu1')];
  for (const one of await quietMembers(stage, attending(3))) await one.checkIn();
  await chair.take('OpenMeeting');
  await chair.take('MoveToStage', { stageId: 'voting' });

  await test.step('a text of four hundred characters leaves room for turnout, base and the line to pass', async () => {
    await secretary.take('ReviseRecommendation', { motionId: 'm1', text, reason: '写全' });
    await chair.take('OpenVoting', { motionIds: ['m1'] });
    await expect(screen.getByText('全文请看手机')).toBeVisible();
    await expectAllInSight(screen);
    await expectReadableInHand(phone);
    await chair.take('CloseVoting', { motionIds: ['m1'] });
    await chair.take('AnnounceResult', { motionIds: ['m1'] });
    await expect(screen.getByRole('region', { name: '表决结果' })).toBeVisible();
    await expectAllInSight(screen);
    await expectReadableInHand(phone);
  });

  await test.step('put on the screen, it is turned over', async () => {
    await chair.take('ShowOnScreen', { screen: 'main', showing: { kind: 'text', motionId: 'm1' } });
    await expect(screen.getByText(/第 \d \/ 2 页/)).toBeVisible();
    await expectAllInSight(screen);
  });

  await test.step('so is a notice as long as there can be one set whole', async () => {
    await chair.take('ShowOnScreen', { screen: 'main', showing: { kind: 'notice', text: '请'.repeat(200) } });
    await expect(screen.getByRole('region', { name: '会务通知' })).toBeVisible();
    await expectAllInSight(screen);
  });

  await test.step('twenty candidates with their posts', async () => {
    const candidates = Array.from({ length: 20 }, (_, at) => ({ candidateId: `c${at}`, name: `候选人${at + 1}`, note: post }));
    const paper = { title: '“十大标兵委员”推荐评选', seats: 10, candidates, writeIns: 'none', rule: 'plurality' };
    await secretary.take('TableElection', { electionId: 'e1', paper });
    await chair.take('OpenElection', { electionId: 'e1' });
    await expect(screen.getByText('候选人20')).toBeVisible();
    await expectAllInSight(screen);
    await expectReadableInHand(phone);
    await chair.take('CloseElection', { electionId: 'e1' });
    await chair.take('AnnounceElection', { electionId: 'e1' });
    await expect(screen.getByRole('region', { name: '选举结果' })).toBeVisible();
    await expectAllInSight(screen);
  });
});
