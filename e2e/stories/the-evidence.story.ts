// Issued minutes are checked in the browser, their bundle is checked without it, one byte is flipped; and a log that was rewritten on the disk is named by a page that comes back.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkIn, expectConnected, press } from '../acts.ts';
import { enter, expect, member, moderator, test } from '../cast.ts';
import { rewriteLog } from '../tamper.ts';

const outcome = (page: Page) => page.getByRole('status').getByRole('heading', { name: '全部相符' });
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const figure = async (page: Page, name: RegExp): Promise<string> =>
  (
    await page
      .getByRole('definition')
      .and(page.locator(`dt:has-text("${name.source}") + dd`))
      .innerText()
  ).trim();

test('the evidence', async ({ setUp }) => {
  test.setTimeout(180_000);
  const stage = await setUp();
  const folder = stage.dataDir;
  const verify = (file: string, ...words: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, 'verify.mjs'), join(folder, file), ...words], { encoding: 'utf8' });

  const chair = await enter(stage, 'zhuchi', { width: 1440, height: 900, path: '/meeting/demo-done/minutes' });
  await test.step('issued minutes: all of it is right, and said so', async () => {
    await press(chair, '验证存证');
    await expect(outcome(chair)).toBeVisible();
    for (const name of ['会议记录', '这一页看到的', '服务器的签名', '表决', '纪要正文'])
      await expect(row(chair, name)).toContainText('相符');
    await expect(chair.getByRole('heading', { name: '它不能证明什么' })).toBeVisible();
  });

  await test.step('its bundle is accepted by a program that knows nothing of the server, with the numbers from the paper', async () => {
    const [download] = await Promise.all([chair.waitForEvent('download'), press(chair, '下载存证包')]);
    expect(download.suggestedFilename()).toBe('存证-demo-done.zip');
    await download.saveAs(join(folder, 'bundle.zip'));
    // The verifier from elsewhere, as VERIFY.md asks.
    const verifier = readFileSync(join(import.meta.dirname, '../../packages/record/src/evidence/verifiers/verify.mjs'));
    writeFileSync(join(folder, 'verify.mjs'), verifier);
    const [key, head] = [await figure(chair, /密钥指纹/), await figure(chair, /签发时的链头/)];
    expect(head).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    const right = verify('bundle.zip', '--key', key, '--head', head);
    expect([right.status, right.stdout]).toEqual([0, expect.stringContaining('通过。会议 demo-done')]);
    expect(verify('bundle.zip', '--key', key.replaceAll(' ', '').replace(/./g, 'a')).stdout).toContain('key');
  });

  await test.step('one byte flipped: refused by name, by the program and by the page', async () => {
    const bytes = readFileSync(join(folder, 'bundle.zip'));
    const at = bytes.indexOf('MeetingConcluded');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(folder, 'flipped.zip'), bytes);
    const wrong = verify('flipped.zip');
    expect([wrong.status, wrong.stdout]).toEqual([1, expect.stringContaining('files：events.ndjson')]);
    await chair.getByLabel('选择存证包').setInputFiles(join(folder, 'flipped.zip'));
    await expect(chair.getByRole('heading', { name: '存证包不符' })).toBeVisible();
    await expect(chair.getByText('包里的文件被改动、替换、缺少或多出。')).toBeVisible();
    await chair.getByLabel('选择存证包').setInputFiles(join(folder, 'bundle.zip'));
    await expect(chair.getByRole('heading', { name: '存证包相符' })).toBeVisible();
  });

  const phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  const desk = await moderator(stage);
  await press(desk, '开会');
  await expect(phone.getByText('验证存证')).toBeHidden();
  await test.step('a phone that comes back finds the log as it was', async () => {
    await phone.reload();
    await expectConnected(phone);
    await expect(phone.getByText('数据校验不一致', { exact: true })).toBeHidden();
  });

  await test.step('rewritten on the disk while nobody looked: the phone that comes back names it, and the office is told', async () => {
    await phone.goto('about:blank');
    await desk.goto('about:blank');
    await stage.kill9();
    rewriteLog(folder, 'demo', '"where":"hall"', '"where":"online"');
    await stage.restart();
    // Chained anew it is a log like any other to a device that has seen nothing.
    const fresh = await member(stage, 2);
    await expectConnected(fresh);
    await expect(fresh.getByText('数据校验不一致', { exact: true })).toBeHidden();
    await phone.goto(`${stage.front}/meeting/demo`);
    await expect(phone.getByText('数据校验不一致', { exact: true })).toBeVisible();
    const other = await enter(stage, 'mishu2', { width: 1440, height: 900 });
    await expect(other.getByRole('alert', { name: '系统提醒' })).toContainText('与它以前看到的不一样');
  });

  await test.step('it does not forget, and says on the page what is wrong', async () => {
    await desk.goto(`${stage.front}/meeting/demo/evidence`);
    await expect(desk.getByRole('heading', { name: '有不符之处' })).toBeVisible();
    await expect(row(desk, '这台设备以前看到的')).toContainText('不符');
    await phone.reload();
    await expect(phone.getByText('数据校验不一致', { exact: true })).toBeVisible();
  });
});
