// A backup from before a vote is restored: pages that have seen more say what happened, name the vote that is gone, and go on. A log set back in secret alarms.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { cast, checkIn, expectConnected, goToStage, press } from '../acts.ts';
import { expect, member, moderator, quietMembers, test } from '../cast.ts';
import { backUp, restore } from '../keeper.ts';

const backWithin = 15_000;
const note = (page: Page) => page.getByRole('status', { name: '服务器已从备份恢复' });
const alarm = (page: Page) => page.getByText('数据校验不一致', { exact: true });

test('a restored backup', async ({ setUp }) => {
  test.setTimeout(180_000);
  const stage = await setUp();
  const phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  const chair = await moderator(stage);
  await press(chair, '开会');
  await goToStage(chair, '表决');
  await press(chair, '开始表决');
  await expect(phone.getByRole('button', { name: '赞成', exact: true })).toBeVisible();
  await backUp(stage);
  await cast(phone, '赞成');
  const [late] = await quietMembers(stage, [2]);
  await late?.checkIn();
  await expect(chair.getByRole('group', { name: '到会情况' })).toContainText('实到 2');

  await test.step('both pages explain it, and the voter is told which vote is gone', async () => {
    await stage.kill9();
    await restore(stage, 'first', 'oldKeys');
    await stage.restart();
    await expect(note(phone)).toContainText('您的表决不在其中：建议 1。', { timeout: backWithin });
    await expect(note(phone)).toContainText(/本页收到过的 \d+ 条记录/);
    await expect(note(phone)).toContainText(/由服务器用原来的密钥签署，指纹 ([0-9a-f]{4} ){7}[0-9a-f]{4}/);
    await expect(note(chair)).toContainText(/的备份，于 .* 恢复/);
    await expect(note(chair)).not.toContainText('您的表决');
    for (const page of [phone, chair]) await expect(alarm(page)).toBeHidden();
  });

  await test.step('the vote is cast again and counted, and the note goes when it is understood', async () => {
    await expectConnected(phone, backWithin);
    await press(phone, '知道了');
    await expect(note(phone)).toBeHidden();
    await cast(phone, '反对');
  });

  await test.step('under another key the page asks to compare it first, and the alarm stays', async () => {
    await stage.kill9();
    await restore(stage, 'second', 'newKeys');
    await stage.restart();
    await expect(phone.getByRole('alert').filter({ hasText: '请先与管理员核对' })).toContainText(/指纹 ([0-9a-f]{4} ){7}/, {
      timeout: backWithin,
    });
    await expect(alarm(phone)).toBeVisible();
    await phone.reload();
    await expectConnected(phone, backWithin);
    await expect(alarm(phone)).toBeHidden();
    await cast(phone, '弃权');
  });

  await test.step('a log that was set back without a word alarms', async () => {
    await stage.kill9();
    const db = new DatabaseSync(join(stage.dataDir, 'data/xieshang.sqlite'));
    for (const table of ['events', 'commands']) db.exec(`drop trigger ${table}_refuse_delete`);
    db.exec(`delete from commands where meeting_id = 'demo' and seq = (select max(seq) from events where meeting_id = 'demo')`);
    db.exec(`delete from events where meeting_id = 'demo' and seq = (select max(seq) from events where meeting_id = 'demo')`);
    db.close();
    await stage.restart();
    await expect(alarm(phone)).toBeVisible({ timeout: backWithin });
    await expect(note(phone)).toBeHidden();
  });
});
