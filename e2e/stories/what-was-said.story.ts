// What was said, by whom and for how long: live while the meeting goes on, filtered, put in order, taken along as a file; on a phone too.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { press } from '../acts.ts';
import { enter, expect, member, quietMembers, quietPerson, test } from '../cast.ts';

const path = '/meeting/demo/contributions';
const line = (page: Page, words: string) =>
  page.getByRole('table', { name: '发言', exact: true }).getByRole('row').filter({ hasText: words });
const lines = (page: Page) => page.getByRole('table', { name: '发言', exact: true }).locator('tbody').getByRole('row');

async function kept(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await press(page, name);
  const download: Download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('what was said', async ({ setUp }) => {
  const stage = await setUp();
  const chair = await quietPerson(stage, 'zhuchi');
  const office = await quietPerson(stage, 'mishu1');
  const [zhang, li] = await quietMembers(stage, [1, 2]);
  if (!zhang || !li) throw new Error('two members came');
  const phone = await member(stage, 3, { phone: true });
  const table = await enter(stage, 'mishu2', { width: 1440, height: 900, path });

  await test.step('before anybody spoke it says so', async () => {
    await expect(table.getByRole('heading', { name: '还没有人发言' })).toBeVisible();
    await expect(table.getByRole('button', { name: '导出Excel' })).toHaveCount(0);
  });

  await test.step('what is being said stands there with its running clock, also beneath an interruption', async () => {
    for (const one of [zhang, li]) await one.checkIn();
    await chair.take('OpenMeeting');
    await chair.take('MoveToStage', { stageId: 'open_floor' });
    await zhang.take('RequestFloor', { requestId: 'a1', kind: 'openFloorSpeech', topic: '=园区配套', addressedTo: ['bumen1'] });
    await chair.take('GiveFloor', { requestId: 'a1' });
    await expect(line(table, '=园区配套')).toContainText('正在发言');
    await li.take('RequestFloor', { requestId: 'a2', kind: 'pointOfOrder', matter: 'time', topic: '请按时限' });
    await chair.take('Interpose', { requestId: 'a2' });
    await expect(line(table, '请按时限')).toContainText('发言时间');
    await expect(line(table, '请按时限')).toContainText('打断第 1 条（张委员）');
    await expect(line(table, '=园区配套')).toContainText('已暂停');
  });

  await test.step('what is over has its times, and says what was acted for whom', async () => {
    for (let speech = 0; speech < 2; speech += 1) await chair.take('EndSpeech');
    await office.take('EnterWrittenSpeech', { requestId: 'a3', person: 'weiyuan03', topic: '县域招商', text: '建议统筹县域招商。' });
    await expect(line(table, '=园区配套')).toContainText(/\d\d:\d\d:\d\d—\d\d:\d\d:\d\d/);
    await expect(line(table, '=园区配套')).toContainText('市工业和信息化局尚未答复');
    await expect(line(table, '县域招商')).toContainText('由癸代为提交');
    await line(table, '县域招商').getByText('书面发言全文').click();
    await expect(table.getByText('建议统筹县域招商。')).toBeVisible();
    await expect(table.getByRole('status').filter({ hasText: '共 3 条' })).toBeVisible();
  });

  await test.step('it is filtered, and the filter is part of the address', async () => {
    await table.getByLabel('类别').selectOption('程序性发言（1）');
    await expect(lines(table)).toHaveCount(1);
    await expect(table.getByRole('status').filter({ hasText: '1 条，共 3 条' })).toBeVisible();
    await table.reload();
    await expect(lines(table)).toHaveCount(1);
    await press(table, '清除筛选');
    await expect(lines(table)).toHaveCount(3);
    await table.getByLabel('包含文字').fill('统筹');
    await expect(lines(table)).toHaveCount(1);
    await table.getByLabel('包含文字').fill('没有这样的话');
    await expect(table.getByRole('heading', { name: '没有符合条件的发言' })).toBeVisible();
    await table.getByRole('button', { name: '清除筛选' }).click();
    await expect(lines(table)).toHaveCount(3);
  });

  await test.step('a head puts it in order, once more turns it round', async () => {
    const head = table.getByRole('columnheader', { name: '序号' });
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await press(table, '序号');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(lines(table).first()).toContainText('县域招商');
    await press(table, '序号');
    await expect(lines(table).first()).toContainText('=园区配套');
  });

  await test.step('what is filtered is taken along, as CSV and as a workbook', async () => {
    await table.getByLabel('只看').selectOption('尚未答复（1）');
    await expect(lines(table)).toHaveCount(1);
    const csv = await kept(table, '导出CSV');
    expect(csv.name).toMatch(/发言一览\.csv$/);
    const rows = csv.bytes.toString('utf8').trim().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(`"'=园区配套"`);
    const book = await kept(table, '导出Excel');
    expect(book.name).toMatch(/发言一览\.xlsx$/);
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('when it is over a member finds it on the phone, without what is the office’s', async () => {
    await chair.take('ConcludeMeeting', { reason: '会后书面答复' });
    await phone.getByRole('link', { name: '发言一览' }).click();
    await expect(line(phone, '县域招商')).toBeVisible();
    await expect(lines(phone)).toHaveCount(3);
    await press(phone, '筛选和排序');
    await phone.getByLabel('排序').selectOption('用时');
    await phone.getByLabel('类别').selectOption('书面发言（1）');
    await expect(lines(phone)).toHaveCount(1);
    await expect(phone.getByRole('region', { name: '按界别合计' })).toContainText('合计');
  });
});
