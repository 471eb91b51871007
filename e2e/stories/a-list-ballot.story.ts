// The sample's nine recommendations on one ballot, item by item, on two phones: one reloads in the middle, one loses its line; every vote
// counts once, R6 lacks one vote for want of a network, R9 fails against 应到 where it would pass against 实到.
import type { Locator, Page } from '@playwright/test';
import { checkIn, expectConnected, expectResult, goToStage, press, type ChoiceWord, type Figures } from '../acts.ts';
import { expectOpenToAll } from '../axe.ts';
import { expect, hall, member, moderator, quietMembers, test } from '../cast.ts';
import { attending, type Choice, type QuietMember } from '../quiet-members.ts';

/** 赞成-反对-弃权-未按 of R1…R9, as the case has them. */
const sample: readonly Figures[] = [
  [28, 0, 0, 0],
  [27, 0, 1, 0],
  [28, 0, 0, 0],
  [24, 1, 2, 1],
  [26, 1, 1, 0],
  [27, 0, 0, 1],
  [28, 0, 0, 0],
  [25, 0, 2, 1],
  [16, 5, 6, 1],
];
const first: readonly ChoiceWord[] = ['赞成', '弃权', '赞成', '反对', '赞成', '赞成', '赞成', '弃权', '反对'];
const second: readonly ChoiceWord[] = ['赞成', '赞成', '赞成', '赞成', '反对', '赞成', '赞成', '赞成', '弃权'];
const words: readonly ChoiceWord[] = ['赞成', '反对', '弃权'];
const choices: readonly Choice[] = ['approve', 'oppose', 'abstain'];

const choiceOn = (page: Page, number: number, word: ChoiceWord): Locator =>
  page.getByRole('group', { name: `建议 ${number}`, exact: true }).getByRole('button', { name: word });

async function choose(page: Page, ballot: readonly ChoiceWord[], from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1) await choiceOn(page, number, ballot[number - 1] ?? '弃权').click();
}

const countedOn = (page: Page): Locator => page.getByRole('region', { name: '表决票' }).getByText(/(赞成|反对|弃权) · 结束前可以更改/);

/** What is left of the sample's figures once the two phones have voted, given by those who do. */
async function theRest(quiet: readonly QuietMember[], number: number): Promise<void> {
  const figures = sample[number - 1] ?? [0, 0, 0, 0];
  const given = choices.flatMap((choice, at) => {
    const onPhones = [first, second].filter((ballot) => ballot[number - 1] === words[at]).length;
    return Array<Choice>((figures[at] ?? 0) - onPhones).fill(choice);
  });
  await Promise.all(given.map(async (choice, at) => quiet[at]?.vote(`m${number}`, choice)));
}

test('a list ballot', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await moderator(stage);
  const [one, other] = [await member(stage, 1, { phone: true }), await member(stage, 2, { phone: true })];
  const screen = await hall(stage);
  for (const phone of [one, other]) await checkIn(phone);
  const quiet = await quietMembers(stage, attending(28, 1, 2));
  for (const each of quiet) await each.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '表决');
  for (const figure of ['在场可投', '法定人数', '赞成通过']) await expect(screen.getByRole('main')).toContainText(figure);
  await press(chair, '全选未表决的');
  await press(chair, '开始表决');
  await expect(one.getByText('本次一并表决 9 条建议，请逐条选择后提交')).toBeVisible();

  await test.step('what is read before one votes is there for everybody, in both sizes of text', async () => {
    await expect(one.getByText('法定人数')).toBeVisible();
    await expect(one.getByText(/文本 v\d+ 已锁定 · 校验 [0-9a-f]{8}/)).toHaveCount(9);
    await expectOpenToAll(one);
    await other.getByRole('button', { name: '大字' }).click();
    await expectOpenToAll(other);
    await expectOpenToAll(chair);
    await expectOpenToAll(screen);
  });

  await test.step('one phone reloads in the middle: what was chosen is there, what was counted is counted', async () => {
    await choose(one, first, 1, 4);
    await press(one, '确认提交 4 项');
    await expect(countedOn(one)).toHaveCount(4);
    await choose(one, first, 5, 7);
    await one.reload();
    await expectConnected(one);
    await expect(countedOn(one)).toHaveCount(4);
    await choose(one, first, 8, 9);
    await press(one, '确认提交 5 项');
    await expect(countedOn(one)).toHaveCount(9);
  });

  await test.step('one loses its line: nine votes wait, and count once when it is back', async () => {
    await choose(other, second, 1, 9);
    await other.context().setOffline(true);
    await expect(other.getByText(/网络已断开/).first()).toBeVisible();
    await press(other, '确认提交 9 项');
    await expect(other.getByText(/^正在提交 /)).toHaveCount(9);
    await other.context().setOffline(false);
    await expect(countedOn(other)).toHaveCount(9, { timeout: 30_000 });
    await expect(chair.getByText('2 / 28').first()).toBeVisible();
  });

  await test.step('one member’s line breaks before R6; the moderator is asked back and closes', async () => {
    const away = quiet.at(-1);
    for (let number = 1; number <= 9; number += 1) {
      const rest = number === 6 ? quiet.slice(0, -1) : [4, 8, 9].includes(number) ? [...quiet.slice(1)] : quiet;
      await theRest(rest, number);
    }
    away?.end();
    await expect(chair.getByText('设备未连接')).toBeVisible();
    await press(chair, '结束表决');
    const asked = chair.getByRole('dialog', { name: /^还有 \d+ 人没有表决$/ });
    await expect(asked).toContainText('设备未连接：');
    await asked.getByRole('button', { name: '再等30秒' }).click();
    await expect(chair.getByText('正在等待断线的委员')).toBeVisible();
    await press(chair, '结束表决');
    await asked.getByRole('button', { name: '现在结束' }).click();
    await press(chair, '公布结果');
  });

  await test.step('the figures are the sample’s, on the phone and in the hall', async () => {
    const results = one.getByRole('region', { name: '表决结果' });
    await expect(results).toContainText('9 条建议已表决，8 条通过');
    for (const [at, [approve, oppose, abstain, notPressed]] of sample.entries())
      await expect(results.getByRole('group').nth(at)).toContainText(
        `赞成 ${approve} · 反对 ${oppose} · 弃权 ${abstain} · 未按 ${notPressed}`,
      );
    await expect(screen.getByRole('region', { name: '表决结果' })).toContainText('9 条建议已表决，8 条通过');
  });

  await test.step('R6: the secretary’s side sees apart who had no network; nobody else does', async () => {
    await chair.getByRole('button', { name: /^建议6 / }).click();
    await expectResult(chair, 6, [27, 0, 0, 1], '通过');
    await expect(chair.getByText('未按（网络中断） 1')).toBeVisible();
    await expect(one.getByText('网络中断')).toHaveCount(0);
  });

  await test.step('R9: 16 fails against 应到 32, and everybody sees who voted how', async () => {
    await chair.getByRole('button', { name: /^建议9 / }).click();
    await expectResult(chair, 9, [16, 5, 6, 1], '未通过 · 转继续研究');
    await expect(chair.getByText(/应到 32 · 在场可投 28 · 须赞成 ≥ 17/).first()).toBeVisible();
    await one.getByRole('region', { name: '表决结果' }).locator('summary').filter({ hasText: '建议 9' }).click();
    await one.getByText('逐人结果').filter({ visible: true }).click();
    await expect(one.getByRole('listitem').filter({ hasText: '张委员' }).filter({ hasText: '反对' })).toBeVisible();
    await expectOpenToAll(one);
  });

  await test.step('whoever carries out a decision may state a reservation, and take it back', async () => {
    await press(one, '声明保留');
    const asked = one.getByRole('dialog');
    await asked.getByLabel('说明（可不填）').fill('分享比例还要测算');
    await asked.getByRole('button', { name: '声明保留', exact: true }).click();
    await expect(one.getByText('您已声明保留：分享比例还要测算')).toBeVisible();
    await press(one, '撤回声明');
    await expect(one.getByText(/^您已声明保留/)).toHaveCount(0);
  });
});
