import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { digestOf, firstHead, nextHead } from '@xieshang/protocol';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { filesIn, findBackup } from './layout.ts';
import { backupOf, keptFolder, testServerOn } from './testing/kept.ts';
import { verifyBackup, verifyData } from './verify.ts';

// Whole servers are started and every byte is read: it takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kept = keptFolder();

const flip = (file: string, place: number): void => {
  const bytes = readFileSync(file);
  bytes[place] = (bytes[place] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
};

describe('a backup', () => {
  test('with one flipped byte, wherever it lies, is found out and the file named', async () => {
    const { path } = await backupOf(await kept());
    for (const name of [...filesIn(path), 'manifest.json']) {
      const file = join(path, name);
      const { length } = readFileSync(file);
      const count = name === 'database.sqlite' ? 16 : 4;
      const places = Array.from({ length: count }, (_, nth) => Math.floor((nth * (length - 1)) / (count - 1)));
      for (const place of places) {
        flip(file, place);
        const found = findBackup(path);
        const { findings } = await verifyBackup(found ?? { path, manifest: null });
        expect(findings.join(), `${name} byte ${place}`).toContain(name);
        flip(file, place);
      }
    }
    expect((await verifyBackup(findBackup(path) ?? { path, manifest: null })).findings).toEqual([]);
  });

  test('with a file too many or too few is found out', async () => {
    const backup = await backupOf(await kept());
    const [name = ''] = readdirSync(join(backup.path, 'materials'));
    rmSync(join(backup.path, 'materials', name));
    writeFileSync(join(backup.path, 'note.txt'), 'mine');
    const { findings } = await verifyBackup(backup);
    expect(findings).toEqual(expect.arrayContaining([`文件 materials/${name} 不见了`, '多出了清单里没有的文件 note.txt']));
  });

  test('whose numbers are not those of its manifest is found out', async () => {
    const { path, manifest } = await backupOf(await kept());
    if (!manifest) throw new Error('no manifest');
    const [first, ...rest] = manifest.meetings;
    const meetings = [
      ...(first ? [{ ...first, seq: first.seq + 1, head: '00'.repeat(32) }] : []),
      ...rest.map((one) => ({ ...one, issued: null })),
    ];
    const wrong = { ...manifest, meetings, counts: { ...manifest.counts, accounts: 45, ballots: 3 }, minutes: manifest.minutes.slice(1) };
    const { findings } = await verifyBackup({ path, manifest: wrong });
    expect(findings).toEqual([
      '表 accounts 应有 45 行，实有 44 行',
      '表 ballots 不见了',
      '会议 demo 应到第 4 号事件，实到第 3 号',
      expect.stringContaining('会议 demo 的链头应为 0000'),
      '会议 demo-done 的签发记录与清单不符',
      '纪要 demo-done.minutes.2.1 不在清单里',
    ]);
  });
});

describe('a data folder', () => {
  test('is right, at rest and under a running server', async () => {
    const data = await kept();
    expect((await verifyData(data)).findings).toEqual([]);
    await testServerOn(data.path);
    expect((await verifyData(data)).findings).toEqual([]);
  });

  const faults: readonly (readonly [string, string, RegExp])[] = [
    [
      'a fact with another text',
      `update events set bytes = replace(bytes, 'MeetingConvened', 'MeetingConvoked') where meeting_id = 'demo'`,
      /会议 demo 的第 1 号事件与哈希链不符/,
    ],
    [
      'a fact with another hash',
      `update events set hash = replace(hash, substr(hash, 1, 1), 'x') where meeting_id = 'demo' and seq = 2`,
      /会议 demo 的第 2 号事件与哈希链不符/,
    ],
    ['a fact that is gone', `delete from events where meeting_id = 'demo-done' and seq = 7`, /会议 demo-done 在第 6 号事件之后缺了 1 条/],
    ['a log without its end', `delete from events where meeting_id = 'demo-done' and seq > 400`, /命令 .+ 所指的第 431 号事件不在日志里/],
    [
      'a fact under another command',
      `update events set command_id = 'other' where meeting_id = 'demo' and seq = 3`,
      /会议 demo 的第 3 号事件与它所在的行不符/,
    ],
    [
      'an update that is gone',
      `delete from minutes_updates where document = 'demo.minutes.2.1' and seq = 2`,
      /纪要 demo.minutes.2.1 在第 1 次更新之后缺了 1 次/,
    ],
    [
      'an update on which others rest',
      `update minutes_updates set bytes = x'0000' where document = 'demo.minutes.2.1' and seq = 2`,
      /纪要 demo.minutes.2.1 的日志不完整/,
    ],
    [
      'an update that is no update',
      `update minutes_updates set bytes = x'ffffff' where document = 'demo.minutes.2.1' and seq = 3`,
      /纪要 demo.minutes.2.1 的第 3 次更新无法读出/,
    ],
    [
      'an empty document',
      `delete from minutes_updates where document = 'demo-done.minutes.2.1'`,
      /纪要 demo-done.minutes.2.1 的日志是空的/,
    ],
    [
      'a document under another name',
      `update minutes_documents set generation = 4 where id = 'demo.minutes.2.1'`,
      /纪要 demo.minutes.2.1 的编号与它所在的行不符/,
    ],
    [
      'a snapshot of something else',
      `insert into minutes_snapshots (document, seq, bytes) values ('demo.minutes.2.1', 3, x'0000')`,
      /纪要 demo.minutes.2.1 的快照与日志不符/,
    ],
    [
      'an issued text that was changed',
      `update issued_minutes set manuscript = replace(manuscript, '。', '！')`,
      /会议 demo-done 已签发的纪要与它的哈希不符/,
    ],
    ['an issued text that is gone', `delete from issued_minutes`, /会议 demo-done 日志里签发的纪要（[0-9a-f]{64}）没有正文/],
    [
      'a row that hangs in the air',
      `update minutes_facts set document = 'none' where rowid = 1`,
      /表 minutes_facts 的第 1 行所指的 minutes_documents 不存在/,
    ],
  ];

  test.each(faults)('%s is found and named', async (_what, statement, sentence) => {
    const data = await kept();
    const db = new DatabaseSync(data.database, { enableForeignKeyConstraints: false });
    for (const { name } of db.prepare(`select name from sqlite_master where type = 'trigger'`).all())
      db.exec(`drop trigger "${String(name)}"`);
    expect(db.prepare(statement).run().changes).toBeGreaterThan(0);
    db.close();
    expect((await verifyData(data)).findings.join('\n')).toMatch(sentence);
  });

  test('a history written anew, with right hashes, cannot be told from the first by itself, but by the manifest', async () => {
    const data = await kept();
    const backup = await backupOf(data);
    const db = new DatabaseSync(data.database);
    db.exec('drop trigger events_refuse_update');
    let head = firstHead('demo');
    for (const { seq, bytes } of db.prepare(`select seq, bytes from events where meeting_id = 'demo' order by seq`).all()) {
      const changed = String(bytes).replace('"at":1', '"at":2');
      head = nextHead(head, digestOf(changed));
      db.prepare(`update events set bytes = ?, hash = ? where meeting_id = 'demo' and seq = ?`).run(changed, head, Number(seq));
    }
    db.close();
    const { findings, inventory } = await verifyData(data);
    expect(findings).toEqual([]);
    expect(inventory?.meetings[0]?.head).not.toBe(backup.manifest?.meetings[0]?.head);
  });

  test('a snapshot that says what the log says is right', async () => {
    const data = await kept();
    const db = new DatabaseSync(data.database);
    const doc = new Y.Doc({ gc: false });
    for (const { bytes } of db
      .prepare(`select bytes from minutes_updates where document = 'demo.minutes.2.1' and seq < 3 order by seq`)
      .all())
      if (bytes instanceof Uint8Array) Y.applyUpdate(doc, bytes);
    db.prepare(`insert into minutes_snapshots (document, seq, bytes) values ('demo.minutes.2.1', 2, ?)`).run(Y.encodeStateAsUpdate(doc));
    db.close();
    expect((await verifyData(data)).findings).toEqual([]);
  });

  test('a page of the file that is spoilt is found', async () => {
    const data = await kept();
    const bytes = readFileSync(data.database);
    bytes.fill(0xa5, 4096 * 5, 4096 * 6);
    writeFileSync(data.database, bytes);
    expect((await verifyData(data)).findings.join('\n')).toMatch(/数据库(结构损坏|无法读出)/);
  });

  test('a material that was changed, or is gone, is found and named with its meeting', async () => {
    const data = await kept();
    const [one = '', other = ''] = readdirSync(data.materials);
    flip(join(data.materials, one), 3);
    rmSync(join(data.materials, other));
    const findings = (await verifyData(data)).findings.join('\n');
    expect(findings).toMatch(new RegExp(`会议 \\S+ 的材料 \\S+（${one.slice(0, 12)}…）：文件 ${one} 的内容与 SHA-256 不符`));
    expect(findings).toMatch(new RegExp(`文件 ${other} 不见了`));
  });
});
