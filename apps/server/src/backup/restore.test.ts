import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { meetingId, personId, type Plan } from '@xieshang/meeting';
import { documentId, schemaVersion } from '@xieshang/minutes';
import { isSignedBy, readEpoch } from '@xieshang/protocol/epoch';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { minutesIn, paragraph, textIn } from '../collab/testing/pen.ts';
import { demoPassword } from '../demo/index.ts';
import { openKeys } from '../keys.ts';
import type { Running } from '../server.ts';
import { findDataFolder, takeDataFolder } from '../store/data-folder.ts';
import { asAPage, signedIn } from '../testing/as-a-page.ts';
import { tempFolder } from '../testing/hall.ts';
import { UnsoundBackup } from './restore.ts';
import {
  backupOf,
  firstMinutes,
  hasText,
  inside,
  issued,
  keptFolder,
  moment,
  penAt,
  restoreInto,
  testServerOn,
  write,
  written,
} from './testing/kept.ts';
import { verifyData } from './verify.ts';

// Whole servers are started and every byte is read: it takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kept = keptFolder();
const newMinutes = documentId(written, moment / 1000);

const logOf = (database: string, document: string) =>
  inside(database, async ({ minutes }) => {
    const doc = new Y.Doc({ gc: false });
    for (const { bytes } of await minutes.updates(document, 0)) Y.applyUpdate(doc, bytes);
    return doc;
  });

async function restored() {
  const data = await kept();
  const backup = await backupOf(data);
  const path = join(await tempFolder(), 'deep/data');
  const answer = await restoreInto(backup, path);
  const found = findDataFolder(path);
  if (!found) throw new Error('nothing was restored');
  return { data, backup, found, ...answer };
}

describe('a restored folder', () => {
  test('holds every log and every text of the backup, and nothing is different but what was begun', async () => {
    const { data, found, differences, begun } = await restored();
    expect(differences).toEqual([]);
    expect(begun.map(({ document }) => document)).toEqual([newMinutes]);
    expect(found.mode).toBe('demo');
    const events = (database: string) =>
      inside(database, ({ eventLog }) => Promise.all([written, issued].map((one) => eventLog.read(one, 0))));
    expect(await events(found.database)).toEqual(await events(data.database));
    expect(readdirSync(found.materials).toSorted()).toEqual(readdirSync(data.materials).toSorted());
    expect((await verifyData(found)).findings).toEqual([]);
    expect(readdirSync(found.path).toSorted()).toEqual(expect.arrayContaining(['materials', 'mode', 'xieshang.sqlite']));
    expect(readdirSync(found.path).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('goes on in a new generation, with the whole text and what was deleted in it', async () => {
    const { data, found } = await restored();
    const [before, after] = [await logOf(data.database, firstMinutes), await logOf(found.database, newMinutes)];
    expect(minutesIn(after).toJSON()).toBe(minutesIn(before).toJSON());
    expect(minutesIn(after).toJSON()).toContain('会上写下的第二段');
    expect(Y.encodeStateVector(after)).toEqual(Y.encodeStateVector(before));
    const own = (database: string, document: string) => inside(database, ({ minutes }) => minutes.load(document));
    expect(await own(found.database, newMinutes)).toEqual(await own(data.database, firstMinutes));
  });

  test('Y2: a page from after the backup is sent away with 4404 and nothing of it is merged; a new one reads on and writes', async () => {
    const { found } = await restored();
    const running = await testServerOn(found.path);
    const stale = await penAt(running, firstMinutes);
    stale.write((fragment) => fragment.insert(0, [paragraph('备份以后写的')]));
    expect(await stale.closed).toEqual({ code: 4404, reason: 'NoSuchDocument' });
    const fresh = await penAt(running, newMinutes);
    await hasText(fresh);
    await write(fresh, '恢复以后写的');
    expect(textIn(fresh.doc)).toContain('会上写下的第一段');
    expect(textIn(fresh.doc)).not.toContain('备份以后写的');
    await fresh.leave();
  });

  test('Y2: minutes that were first opened after the backup are another document too', async () => {
    const { backup } = await unopened();
    const path = join(await tempFolder(), 'data');
    const { begun, differences } = await restoreInto(backup, path);
    expect([begun.map(({ document }) => document), differences]).toEqual([[newMinutes], []]);
    const running = await testServerOn(path);
    const stale = await penAt(running, firstMinutes);
    expect((await stale.closed).code).toBe(4404);
    const fresh = await penAt(running, newMinutes);
    await hasText(fresh);
    await fresh.leave();
  });

  test('from the same backup a second time is another generation again', async () => {
    const { backup } = await restored();
    const { begun } = await restoreInto(backup, join(await tempFolder(), 'data'), moment + 60_000);
    expect(begun.map(({ document }) => document)).toEqual([documentId(written, moment / 1000 + 60)]);
  });

  test('law 13: issued minutes stay what they are', async () => {
    const { begun, found } = await restored();
    expect(begun.map(({ meeting }) => meeting)).not.toContain(issued);
    const running = await testServerOn(found.path);
    expect(await running.store.minutes.find(issued, schemaVersion)).toMatchObject({ generation: 1 });
  });
});

test('a meeting convened only after the restoration has minutes that no page from before can know', async () => {
  const { found } = await restored();
  await inside(found.database, async ({ minutes }) => {
    expect(await minutes.find(meetingId('later'), schemaVersion)).toBeNull();
    expect(await minutes.firstGeneration()).toBe(moment / 1000);
  });
  const running = await testServerOn(found.path);
  const later = await convenedAt(running, 'later');
  expect(later).toBe(documentId(meetingId('later'), moment / 1000));
  const pen = await penAt(running, later);
  await hasText(pen);
  await pen.leave();
  expect((await (await penAt(running, documentId(meetingId('later'), 1))).closed).code).toBe(4404);
});

test('law 5: the copy says of each log where it was set back, under the key of its folder, which is in no backup', async () => {
  const { backup, found, fingerprint } = await restored();
  const { publicKey, ...keys } = openKeys(found.keys);
  expect(fingerprint).toBe(keys.fingerprint);
  const rows = await inside(found.database, ({ epochs }) => epochs.all());
  expect(rows.map(({ signed }) => isSignedBy(signed, publicKey))).toEqual(rows.map(() => true));
  const said = rows.map(({ signed }) => readEpoch(signed.statement));
  const { meetings, createdAt } = backup.manifest ?? { meetings: [], createdAt: 0 };
  const times = { v: 1, takenAt: createdAt, restoredAt: moment };
  expect(said).toEqual([
    { ...times, meeting: null, seq: 0, head: null },
    ...meetings.map(({ meeting, seq, head }) => ({ ...times, meeting, seq, head })),
  ]);
  expect(readdirSync(backup.path).toSorted()).toEqual(['database.sqlite', 'manifest.json', 'materials']);
});

test('law 5: a statement that was changed, or is not of this log, is found', async () => {
  const { found } = await restored();
  const db = new DatabaseSync(found.database);
  db.exec('drop trigger epochs_refuse_update');
  db.exec(`update epochs set statement = replace(statement, '"seq":3', '"seq":2') where meeting_id = 'demo'`);
  db.close();
  expect((await verifyData(found)).findings.join()).toContain('会议 demo 的恢复声明');
});

/** Convenes a meeting over HTTP; answers with the name of its minutes. */
async function convenedAt({ origin }: Running, meeting: string): Promise<string> {
  const ask = async (method: string, path: string, cookie: string, body?: object): Promise<Response> => {
    const headers = { origin: origin.public, cookie, 'content-type': 'application/json' };
    const answer = await asAPage(() =>
      fetch(`${origin.public}/api${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }),
    );
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const cookie = await signedIn(origin.public, 'mishu1', demoPassword);
  const draft = { meeting, templateId: 'full-flow', title: '又一次', topic: '招商', place: '议政厅', startsAt: Date.now() + 3_600_000 };
  const made: { readonly draft: { readonly plan: Plan; readonly version: number } } = JSON.parse(
    await (await ask('POST', '/meetings', cookie, draft)).text(),
  );
  const attendees = [...made.draft.plan.attendees, { person: personId('weiyuan01'), name: '委员', role: 'member', sector: '经济' }];
  const saved = { plan: { ...made.draft.plan, attendees }, version: made.draft.version };
  await ask('PUT', `/meetings/${meeting}/draft`, cookie, saved);
  await ask('POST', `/meetings/${meeting}/convene`, cookie, { version: made.draft.version + 1, command: 'convene-later' });
  const { minutesDocument }: { readonly minutesDocument: string } = JSON.parse(
    await (await ask('GET', `/meetings/${meeting}`, cookie)).text(),
  );
  return minutesDocument;
}

/** A backup of a demo in which nobody has opened the minutes of the meeting to come. */
async function unopened() {
  const path = join(await tempFolder(), 'data');
  const running = await testServerOn(path);
  const data = findDataFolder(path);
  if (!data) throw new Error('no data');
  expect(await running.store.minutes.find(written, schemaVersion)).toBeNull();
  return { backup: await backupOf(data) };
}

describe('a restoration is refused, and the folder is as it was', () => {
  test('where something lies', async () => {
    const backup = await backupOf(await kept());
    const path = await tempFolder();
    writeFileSync(join(path, 'mine.txt'), 'mine');
    await expect(restoreInto(backup, path)).rejects.toThrow('不是空的');
    expect(readdirSync(path)).toEqual(['mine.txt']);
  });

  test('where a server is at work', async () => {
    const backup = await backupOf(await kept());
    const path = await tempFolder();
    const taken = takeDataFolder(path, 'demo');
    onTestFinished(taken.release);
    await expect(restoreInto(backup, path)).rejects.toThrow('正被另一个服务使用');
  });

  test('of a backup with a fault, which is named', async () => {
    const backup = await backupOf(await kept());
    const file = join(backup.path, 'database.sqlite');
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const path = join(await tempFolder(), 'data');
    const refused = await restoreInto(backup, path).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnsoundBackup);
    expect(refused instanceof UnsoundBackup && refused.findings).toContain('文件 database.sqlite 的内容与 SHA-256 不符');
    expect(existsSync(path)).toBe(false);
  });
});

test('a restoration that was cut short is not taken for data', async () => {
  const path = await tempFolder();
  writeFileSync(join(path, 'xieshang.sqlite.restoring'), '');
  expect(() => takeDataFolder(path, 'demo')).toThrow('恢复没有完成');
  expect(findDataFolder(path)).toBeNull();
});
