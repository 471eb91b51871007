// Two moderators arrange the list at the same time: each their own entry, and then both the same one.
import type { Page } from '@playwright/test';
import { goToStage, press } from '../acts.ts';
import { arrive, expect, moderator, quietMembers, signIn, test } from '../cast.ts';
import { slowLine } from '../slow-line.ts';

const list = (page: Page) => page.getByRole('list', { name: '发言名单' });
const rows = (page: Page) => list(page).getByRole('listitem');
async function up(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}的更多操作` }).click();
  await press(page, '上移');
}
async function fold(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `${name}的更多操作` }).click();
}
async function expectOrder(page: Page, ...order: readonly string[]): Promise<void> {
  for (const [place, name] of order.entries()) await expect(rows(page).nth(place)).toContainText(name);
}

test('two arrange at once', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const other = await arrive(stage, { width: 1440, height: 900 });
  const line = await slowLine(other);
  await other.goto(`${stage.front}/meeting/demo`);
  await signIn(other, 'zhuchi2', 'xieshang-demo');
  await other.waitForURL('**/meeting/demo');
  const people = await quietMembers(stage, [18, 19, 20, 21]);
  for (const one of people) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '自由发言');
  for (const [nth, one] of people.entries()) {
    await one.take('RequestFloor', { requestId: `q-${nth}`, kind: 'openFloorSpeech' });
  }
  // Nobody has spoken and nobody's 界别 has: they stand as they asked.
  const [first, second, third, fourth] = ['沈委员', '韩委员', '朱委员', '秦委员'] as const;
  for (const page of [chair, other]) await expectOrder(page, first, second, third, fourth);

  await test.step('each moves another one before either has seen what the other did: both hold', async () => {
    line.hold();
    await up(chair, fourth);
    await expectOrder(chair, first, second, fourth, third);
    await up(other, second);
    // The other page already shows what its own hand did, and does not yet know of the first.
    await expectOrder(other, second, first, third, fourth);
    await expectOrder(chair, second, first, fourth, third);
    line.release();
    for (const page of [chair, other]) await expectOrder(page, second, first, fourth, third);
    await fold(chair, fourth);
    await fold(other, second);
  });

  await test.step('both move the same one: the second is told that the first was quicker, and nothing moves twice', async () => {
    line.hold();
    await up(chair, third);
    await expectOrder(chair, second, first, third, fourth);
    await up(other, third);
    line.release();
    await expect(other.getByRole('alert').getByText('另一位主持人刚刚调整过这一位的次序，请看过再排。')).toBeVisible();
    for (const page of [chair, other]) await expectOrder(page, second, first, third, fourth);
  });

  await test.step('who has seen it can move it on', async () => {
    await press(other, '上移');
    for (const page of [chair, other]) await expectOrder(page, second, third, first, fourth);
  });
});
