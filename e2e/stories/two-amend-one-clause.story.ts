// Members amend one clause on their phones; a secretary merges what collides, one amendment is voted on first, then the clause as it stands.
import type { Page } from '@playwright/test';
import { cast, checkIn, expectResult, goToStage, press } from '../acts.ts';
import { enter, expect, member, moderator, quietMembers, secretary, test } from '../cast.ts';
import { attending, type QuietMember } from '../quiet-members.ts';

const inDialog = (page: Page, name: string): Promise<void> => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Opens the clause under 材料 and changes its words as a thumb would, seeing the difference meanwhile. */
async function propose(phone: Page, changes: readonly (readonly [string, string])[], reason = ''): Promise<void> {
  await press(phone, '材料');
  await press(phone, '提修改意见 4');
  const field = phone.getByLabel('改成的文字');
  let text = await field.inputValue();
  for (const [before, after] of changes) text = text.replace(before, after);
  await field.fill(text);
  if (reason !== '') await phone.getByLabel('理由（可不填）').fill(reason);
  await expect(phone.getByRole('region', { name: '修改前后对照' }).locator('ins').first()).toBeVisible();
  await press(phone, '提交修改意见');
  await expect(phone.getByText('修改意见已存盘，会务正在处理。')).toBeVisible();
  await press(phone, '返回现场');
}

/** The id that a page gave to an amendment, as the facts name it. */
async function idOf(quiet: QuietMember, by: string): Promise<string> {
  for (const told of await quiet.eventsAfter(1)) {
    if (!('bytes' in told)) continue;
    const fact = JSON.parse(told.bytes) as { type: string; by: string; payload: { amendmentId: string } };
    if (fact.type === 'AmendmentProposed' && fact.by === by) return fact.payload.amendmentId;
  }
  throw new Error(`${by} has proposed nothing`);
}

test('two amend one clause', async ({ setUp }) => {
  const stage = await setUp();
  const [chair, desk] = [await moderator(stage), await secretary(stage)];
  const screen = await enter(stage, 'mishu2', { width: 1920, height: 1080, path: '/meeting/demo/screen' });
  const zhang = await member(stage, 1, { phone: true });
  const li = await member(stage, 2, { phone: true });
  const chen = await member(stage, 5, { phone: true });
  const quiet = await quietMembers(stage, attending(28, 1, 2, 5));
  for (const phone of [zhang, li, chen]) await checkIn(phone);
  for (const one of quiet) await one.checkIn();
  await press(chair, '开会');
  await goToStage(chair, '建议稿审议');

  await test.step('three wishes for one clause; the hall shows what is discussed', async () => {
    await propose(zhang, [
      ['联合社会资本', '联合各类社会资本'],
      ['机制，防止', '机制，每年公开评估结果，防止'],
    ]);
    await propose(li, [['机制，防止', '机制，接受审计监督，防止']]);
    await propose(chen, [['机制，防止', '机制，明确尽职免责情形，防止']], '不免责，无人敢投');
    await expect(screen.getByRole('region', { name: '建议 4 的修改意见' })).toBeVisible();
    await expect(screen.locator('ins').first()).toBeVisible();
    await expect(chen.getByRole('region', { name: '我的修改意见' }).getByText('等待处理')).toBeVisible();
  });

  await test.step('the chair sees that the clause waits', async () => {
    await chair.getByRole('tab', { name: /^表决/ }).click();
    await expect(chair.getByText('3 件修改意见未处理')).toBeVisible();
    await expect(chair.getByRole('checkbox', { name: '选择建议4', exact: true })).toHaveCount(0);
  });

  await test.step('the secretary merges two: what is apart goes together, the collision is chosen', async () => {
    await desk.getByRole('tab', { name: /^修改意见/ }).click();
    await desk.getByRole('checkbox', { name: '选择张委员的修改意见' }).check();
    await desk.getByRole('checkbox', { name: '选择李委员的修改意见' }).check();
    await press(desk, '合并所选 2 件');
    const dialog = desk.getByRole('dialog');
    await expect(dialog.getByText(/^有 1 处冲突/)).toBeVisible();
    await expect(dialog.getByText('还有 1 处冲突没有选定。')).toBeVisible();
    await dialog.getByRole('radio', { name: '另写' }).check();
    await dialog.getByLabel('这一处改成').fill('每年公开评估结果，接受审计监督，');
    await expect(dialog.getByLabel('合并后的文字')).toHaveValue(/联合各类社会资本.*机制，每年公开评估结果，接受审计监督，防止/);
    await dialog.getByRole('button', { name: '综合委员修改意见' }).click();
    await inDialog(desk, '合并并保存');
    await expect(zhang.getByRole('region', { name: '我的修改意见' }).getByText('已并入文本 v2', { exact: true })).toBeVisible();
    await expect(zhang.getByRole('region', { name: '我的修改意见' }).getByText('已并入文本 v2：综合委员修改意见')).toBeVisible();
  });

  await test.step('what starts from the older text is carried over, and the collision with it is chosen', async () => {
    await expect(desk.getByText('建议的文字后来改过')).toBeVisible();
    await press(desk, '改写到现行文本');
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('radio', { name: '另写' }).check();
    await dialog.getByLabel('这一处改成').fill('明确尽职免责情形，每年公开评估结果，接受审计监督，');
    await inDialog(desk, '保存改写');
    await expect(chen.getByText('已由癸秘书改写到文本 v2')).toBeVisible();
  });

  await test.step('the amendment is voted on before the clause, with both texts, and passes', async () => {
    await chair.getByRole('tab', { name: /^修改意见/ }).click();
    await press(chair, '付诸表决');
    await inDialog(chair, '付诸表决');
    const ballot = chen.getByRole('region', { name: '表决票' });
    await expect(ballot.getByText('建议 4 的修改意见').first()).toBeVisible();
    await expect(ballot.locator('ins')).toContainText('明确尽职免责情形');
    await expect(ballot.getByText(/从文本 v2 改起，已锁定 · 校验 [0-9a-f]{8}/)).toBeVisible();
    for (const phone of [zhang, li, chen]) await cast(phone, '赞成');
    const [first] = quiet;
    if (!first) throw new Error('nobody is quiet');
    const id = await idOf(first, 'weiyuan05');
    await Promise.all(quiet.slice(0, 21).map((one) => one.vote(id, 'approve')));
    await expect(chair.getByText('24 / 28', { exact: true })).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await expectResult(chen, 4, [24, 0, 0, 4], '通过');
    await expect(chen.getByRole('region', { name: '我的修改意见' }).getByText('表决通过，已写入建议')).toBeVisible();
  });

  await test.step('the clause is put as it stands now; phone, hall and sheet name the same frozen text', async () => {
    await chair.getByRole('tab', { name: /^表决/ }).click();
    await chair.getByRole('checkbox', { name: '选择建议4', exact: true }).check();
    for (const box of await chair.getByRole('checkbox', { checked: true }).all()) {
      if ((await box.getAttribute('aria-label')) !== '选择建议4') await box.uncheck();
    }
    await press(chair, '开始表决');
    const frozen = chen.getByRole('region', { name: '表决票' }).getByText(/文本 v3 已锁定 · 校验 [0-9a-f]{8}/);
    await expect(frozen).toBeVisible();
    const hash = /校验 ([0-9a-f]{8})/.exec(await frozen.innerText())?.[1] ?? '';
    await expect(screen.getByText(`校验 ${hash}`)).toBeVisible();
    await expect(chen.getByText('明确尽职免责情形').first()).toBeVisible();
    await cast(chen, '赞成');
    await Promise.all(quiet.map((one) => one.vote('m4', 'approve')));
    await expect(chair.getByText('26 / 28', { exact: true })).toBeVisible();
    await press(chair, '结束表决');
    await press(chair, '公布结果');
    await expectResult(screen, 4, [26, 0, 0, 2], '通过');
    await expect(screen.getByText(`校验 ${hash}`)).toBeVisible();
    const sheet = await enter(stage, 'mishu1', { width: 1440, height: 900, path: '/meeting/demo/documents/votes' });
    await expect(sheet.getByText('建议4修改意见')).toBeVisible();
    await expect(sheet.getByText(new RegExp(`第3稿.*${hash}`, 's')).first()).toBeVisible();
  });
});
