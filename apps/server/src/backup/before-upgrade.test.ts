import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { backUpBeforeUpgrade } from './before-upgrade.ts';
import { findBackup } from './layout.ts';
import { keptFolder, moment } from './testing/kept.ts';
import { verifyBackup } from './verify.ts';

const kept = keptFolder();
const taking = async () => {
  const from = await kept();
  return { from, into: join(from.path, 'before-upgrade'), now: moment, version: '0.0.0' };
};

test('lies in the folder itself, whole', async () => {
  const path = await backUpBeforeUpgrade(await taking());
  const found = findBackup(path);
  expect(found && (await verifyBackup(found)).findings).toEqual([]);
});

test('the newest three stay, and what was cut short goes', async () => {
  const asked = await taking();
  mkdirSync(join(asked.into, 'cut'), { recursive: true });
  writeFileSync(join(asked.into, 'cut/database.sqlite'), '');
  await backUpBeforeUpgrade(asked);
  for (let later = 1; later <= 4; later += 1) await backUpBeforeUpgrade({ ...asked, now: moment + later * 1000 });
  expect(readdirSync(asked.into)).toEqual([2, 3, 4].map((later) => new Date(moment + later * 1000).toISOString().replaceAll(':', '-')));
});

test('is refused with a sentence where there is no room for it, and nothing is left', async () => {
  const asked = await taking();
  await expect(backUpBeforeUpgrade(asked, () => 1000)).rejects.toThrow(/磁盘只剩 0 MB。请腾出空间/);
  expect(readdirSync(asked.from.path)).not.toContain('before-upgrade');
});

test('a database that is not sound is not upgraded', async () => {
  const asked = await taking();
  const db = new DatabaseSync(asked.from.database);
  db.exec(`drop trigger if exists events_refuse_update; update events set hash = '${'0'.repeat(64)}' where seq = 2`);
  db.close();
  await expect(backUpBeforeUpgrade(asked)).rejects.toThrow('没有升级');
});
