import { DatabaseSync } from 'node:sqlite';
import { meetingId } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import type { MinutesDocument, MinutesUpdate } from '../ports.ts';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase } from './database.ts';
import { sqlMinutes } from './minutes.ts';
import { onTestFinished } from 'vitest';

const meeting = meetingId('demo');
const document: MinutesDocument = { id: 'demo.minutes.1.1', meeting, schema: 1, generation: 1 };

const update = (text: string, more: Partial<MinutesUpdate> = {}): MinutesUpdate => ({
  ...{ author: 'mishu1', connection: 'c-1', at: 1000, facts: [], clients: [] },
  bytes: new TextEncoder().encode(text),
  ...more,
});

async function open() {
  const file = `${await tempFolder()}/xieshang.sqlite`;
  const db = await openDatabase(file);
  onTestFinished(() => db.destroy());
  return { file, store: sqlMinutes(db) };
}

const texts = (updates: readonly { readonly bytes: Uint8Array }[]): readonly string[] =>
  updates.map(({ bytes }) => new TextDecoder().decode(bytes));

describe('the minutes in SQLite', () => {
  test('a document is created once, with its first update', async () => {
    const { store } = await open();
    expect(await store.find(meeting, 1)).toBeNull();
    const tries = await Promise.all(['一', '二', '三'].map((text) => store.create(document, update(text, { facts: ['roll'] }))));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await store.find(meeting, 1)).toEqual(document);
    expect(await store.updates(document.id, 0)).toHaveLength(1);
    expect(await store.load(document.id)).toEqual({ snapshot: null, facts: ['roll'], clients: [] });
  });

  test('the newest generation of a schema is the document', async () => {
    const { store } = await open();
    await store.create(document, update('一'));
    await store.create({ ...document, id: 'demo.minutes.1.2', generation: 2 }, update('二'));
    expect(await store.find(meeting, 1)).toMatchObject({ generation: 2 });
    expect(await store.find(meeting, 2)).toBeNull();
  });

  test('updates come back as they went in, in order and without a gap', async () => {
    const { store } = await open();
    await store.create(document, update('一'));
    const many = Array.from({ length: 1200 }, (_, place) => update(`第${place}`));
    expect(await store.append(document.id, 1, many)).toBe('appended');
    const stored = await store.updates(document.id, 0);
    expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 1201 }, (_, place) => place + 1));
    expect(texts(stored)).toEqual(['一', ...texts(many)]);
    expect(texts(await store.updates(document.id, 1200))).toEqual(['第1199']);
  });

  test('who does not know the last update appends nothing', async () => {
    const { store } = await open();
    await store.create(document, update('一'));
    expect(await store.append(document.id, 0, [update('二')])).toBe('conflict');
    expect(await store.append(document.id, 2, [update('二')])).toBe('conflict');
    expect(await store.updates(document.id, 0)).toHaveLength(1);
  });

  test.each([
    ['one update', [update('丙')]],
    ['several', ['丙', '丁'].map((text) => update(text))],
    ['one that names a client', [update('丙', { clients: [{ client: 7, person: 'mishu1' }] })]],
  ])('who has written before and finds that another has too appends nothing: %s', async (_what, updates) => {
    const { file, store } = await open();
    await store.create(document, update('一'));
    expect(await store.append(document.id, 1, [update('二')])).toBe('appended');
    const db = await openDatabase(file);
    onTestFinished(() => db.destroy());
    expect(await sqlMinutes(db).append(document.id, 2, [update('三')])).toBe('appended');
    expect(await store.append(document.id, 2, updates)).toBe('conflict');
    expect(await store.append(document.id, 4, updates)).toBe('conflict');
    expect(texts(await store.updates(document.id, 0))).toEqual(['一', '二', '三']);
    expect(await store.append(document.id, 3, updates)).toBe('appended');
    expect(await store.append(document.id, 3 + updates.length, [update('完')])).toBe('appended');
  });

  test('typed one by one, every update is stored as it was given', async () => {
    const { file, store } = await open();
    await store.create(document, update('一'));
    const typed = [
      update('二', { at: 7 }),
      update('三', { author: null, connection: null }),
      update('四', { author: 'mishu2', connection: 'c-2' }),
    ];
    for (const [place, one] of typed.entries()) expect(await store.append(document.id, 1 + place, [one])).toBe('appended');
    const raw = new DatabaseSync(file);
    onTestFinished(() => raw.close());
    const rows = raw.prepare('select document, seq, author, connection, at, bytes from minutes_updates where seq > 1 order by seq').all();
    expect(rows.map((row) => ({ ...row }))).toEqual(
      typed.map(({ author, connection, at, bytes }, place) => ({ document: document.id, seq: 2 + place, author, connection, at, bytes })),
    );
  });

  test('law 9, Y13: facts and clients go to disk with the update that brings them, also between others', async () => {
    const { store } = await open();
    await store.create(document, update('一'));
    expect(await store.append(document.id, 1, [update('二')])).toBe('appended');
    const client = { client: 7, person: 'mishu1' };
    expect(await store.append(document.id, 2, [update('三', { facts: ['roll'] }), update('四', { clients: [client] })])).toBe('appended');
    expect(await store.load(document.id)).toMatchObject({ facts: ['roll'], clients: [client] });
    await expect(store.append(document.id, 4, [update('五', { facts: ['roll'] })])).rejects.toThrow(/UNIQUE/);
  });

  test('a disk that refuses is no conflict', async () => {
    const { file, store } = await open();
    await store.create(document, update('一'));
    expect(await store.append(document.id, 1, [update('二')])).toBe('appended');
    const raw = new DatabaseSync(file);
    onTestFinished(() => raw.close());
    raw.exec("create trigger refuse before insert on minutes_updates begin select raise(abort, 'full'); end");
    await expect(store.append(document.id, 2, [update('三')])).rejects.toThrow('full');
    raw.exec('drop trigger refuse');
    expect(await store.append(document.id, 2, [update('三')])).toBe('appended');
  });

  test('law 9: the same fact a second time takes the whole append back', async () => {
    const { store } = await open();
    await store.create(document, update('一', { facts: ['roll'] }));
    await expect(store.append(document.id, 1, [update('二'), update('三', { facts: ['roll'] })])).rejects.toThrow(/UNIQUE/);
    expect(await store.updates(document.id, 0)).toHaveLength(1);
  });

  test('Y13: a client id belongs to one person, also one that needs 32 bits', async () => {
    const { store } = await open();
    const clients = [
      { client: 4_294_967_295, person: 'mishu1' },
      { client: 7, person: null },
    ];
    await store.create(document, update('一', { clients }));
    expect((await store.load(document.id)).clients).toEqual(expect.arrayContaining(clients));
    await expect(store.append(document.id, 1, [update('二', { clients: [{ client: 7, person: 'mishu2' }] })])).rejects.toThrow();
  });

  test('a snapshot replaces the one before', async () => {
    const { store } = await open();
    await store.create(document, update('一'));
    await store.saveSnapshot(document.id, { seq: 1, bytes: new Uint8Array([1]), outline: null });
    await store.saveSnapshot(document.id, { seq: 2, bytes: new Uint8Array([2]), outline: '{}' });
    const { snapshot } = await store.load(document.id);
    expect(snapshot && [snapshot.seq, [...snapshot.bytes], snapshot.outline]).toEqual([2, [2], '{}']);
  });

  test('issued minutes are found by their hash; the same again is harmless, another text under it is not taken', async () => {
    const { store } = await open();
    const issued = { meeting, hash: 'ab', manuscript: '{"v":1}', at: 5 };
    await store.saveIssued(issued);
    await store.saveIssued({ ...issued, manuscript: '{"v":2}' });
    expect(await store.findIssued(meeting, 'ab')).toEqual(issued);
    expect(await store.findIssued(meeting, 'cd')).toBeNull();
  });

  test.each([
    'update minutes_updates set bytes = ?',
    'delete from minutes_updates where bytes != ?',
    'update minutes_facts set fact = ?',
    'delete from minutes_clients where person != ?',
    'update minutes_documents set id = ?',
    'update issued_minutes set manuscript = ?',
    'delete from issued_minutes where hash != ?',
  ])('law 10: %s is refused by the database itself', async (sql) => {
    const { file, store } = await open();
    await store.create(document, update('一', { facts: ['roll'], clients: [{ client: 1, person: 'mishu1' }] }));
    await store.saveIssued({ meeting, hash: 'ab', manuscript: '{}', at: 5 });
    const raw = new DatabaseSync(file);
    onTestFinished(() => raw.close());
    expect(() => raw.prepare(sql).run('x')).toThrow('append-only');
  });
});
