// What is kept of extracts is found in both databases alike, and by whom it may be read.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meetingId } from '@xieshang/meeting';
import { type Kysely } from 'kysely';
import type { Extract, ExtractReader, Extracts } from '../ports.ts';
import { openDatabase } from './database.ts';
import { extracts as migration } from './migrations/0007-extracts.ts';
import { sqlExtracts } from './extracts.ts';
import type { Tables } from './tables.ts';
import { hasPostgres, startPostgres } from './testing/postgres.ts';

/** What the extracts' own tables stand beside. */
async function others(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('committees')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .execute();
  await db.schema
    .createTable('meetings')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text')
    .addColumn('starts_at', 'bigint')
    .execute();
  await db.schema
    .createTable('archives')
    .addColumn('meeting_id', 'text')
    .addColumn('title', 'text')
    .addColumn('starts_at', 'bigint')
    .execute();
  await db.schema
    .createTable('meeting_people')
    .addColumn('meeting_id', 'text')
    .addColumn('person', 'text')
    .addColumn('role', 'text')
    .execute();
}

const engines = {
  SQLite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xieshang-'));
    const db = await openDatabase(join(folder, 'test.sqlite'));
    const end = async () => {
      await db.destroy();
      await rm(folder, { recursive: true });
    };
    return { db, end };
  },
  PostgreSQL: async () => {
    const { db, end } = startPostgres<Tables>();
    await others(db);
    await db
      .insertInto('committees')
      .values({ id: 'committee' } as never)
      .execute();
    await migration.up(db as unknown as Kysely<never>);
    return { db, end };
  },
};

const everything: ExtractReader = { person: 'mishu', everything: true, scope: null };
const as = (person: string): ExtractReader => ({ person, everything: false, scope: null });

const said = (text: string, circle: Extract['circle'] = 'public', ref = text): Extract => ({
  ...{ kind: 'speech', ref, circle, title: '', text },
});

describe.each(Object.entries(engines))('%s', (name, open) => {
  const there = name === 'SQLite' || hasPostgres();
  let db: Kysely<Tables>;
  let end: () => Promise<void> = () => Promise.resolve();
  let store: Extracts;

  beforeAll(async () => {
    if (!there) return;
    ({ db, end } = await open());
    store = sqlExtracts(db);
    const meetings = ['one', 'two'].map((id, place) => ({ id, title: `会议${id}`, starts_at: 1000 + place }));
    const rest = { kind: 'consultation', phase: 'concluded', topic: '', place: '', planned_minutes: 0 };
    for (const row of meetings)
      await db
        .insertInto('meetings')
        .values(name === 'SQLite' ? { ...row, ...rest } : (row as never))
        .execute();
    const seats = (['member', 'departmentRep', 'observer', 'secretary'] as const).map((role) => ({
      meeting_id: 'one',
      person: role,
      role,
    }));
    for (const seat of seats)
      await db
        .insertInto('meeting_people')
        .values(name === 'SQLite' ? { ...seat, name: '' } : (seat as never))
        .execute();
  });
  afterAll(() => end());
  beforeEach(async () => {
    if (!there) return;
    await store.replace(meetingId('one'), 1, []);
    await store.replace(meetingId('two'), 1, []);
  });

  const it = test.skipIf(!there);
  const refs = async (typed: string, reader = everything): Promise<readonly string[] | null> => {
    const answer = await store.find(reader, { typed, kinds: [], after: null, most: 50 });
    return answer?.found.map(({ ref }) => ref) ?? null;
  };

  it('words of two characters, of one, of letters and of figures are found', async () => {
    const text = '围绕第3次实施13条产业链精准招商，5G基站〔2022〕3号';
    await store.replace(meetingId('one'), 7, [said(text, 'public', 'it'), said('无关', 'public', 'other')]);
    for (const typed of ['招商', '精准招商', '链', '第3次', '13条', '5g', '５Ｇ基站', '2022', '3号', '招商 产业']) {
      expect([typed, await refs(typed)]).toEqual([typed, ['it']]);
    }
    for (const typed of ['商招', '招商5g', '招商 税收', '准招 招精']) expect([typed, await refs(typed)]).toEqual([typed, []]);
    expect(await store.readUpTo(meetingId('one'))).toBe(7);
  });

  it('what cannot be asked for is told apart from what is not found', async () => {
    for (const typed of ['', '，', '"', '&', "'", ':*', '<->']) expect([typed, await refs(typed)]).toEqual([typed, null]);
    for (const typed of ["'a", 'a" OR "b', 'x:*', 'a & b', '!a', 'a\\', 'NEAR(a b)'])
      expect([typed, await refs(typed)]).toEqual([typed, []]);
  });

  it('W1 W4 M10 each role finds what its circle holds', async () => {
    const circles = ['public', 'readers', 'members', 'office'] as const;
    await store.replace(
      meetingId('one'),
      1,
      circles.map((circle) => said('招商', circle, circle)),
    );
    const found = { public: true, readers: true, members: true, office: true };
    expect((await refs('招商'))?.toSorted()).toEqual(Object.keys(found).toSorted());
    expect(await refs('招商', as('secretary'))).toHaveLength(4);
    expect((await refs('招商', as('member')))?.toSorted()).toEqual(['members', 'public', 'readers']);
    expect((await refs('招商', as('departmentRep')))?.toSorted()).toEqual(['public', 'readers']);
    expect(await refs('招商', as('observer'))).toEqual(['public']);
    expect(await refs('招商', as('stranger'))).toEqual([]);
    expect(await refs('招商', { ...as('member'), scope: meetingId('two') })).toEqual([]);
  });

  it('what was there of a meeting gives way, of the others it stays', async () => {
    await store.replace(meetingId('one'), 1, [said('旧的招商', 'public', 'old')]);
    await store.replace(meetingId('two'), 1, [said('别的招商', 'public', 'two')]);
    await store.replace(meetingId('one'), 2, [said('新的招商', 'public', 'new')]);
    expect(await refs('招商')).toEqual(['two', 'new']);
    expect(await refs('旧的')).toEqual([]);
  });

  it('words that gave way are not found in what takes their place in the table', async () => {
    await store.replace(meetingId('two'), 1, [said('旧的招商', 'public', 'old')]);
    await store.replace(meetingId('two'), 2, [said('新的基金', 'public', 'new')]);
    expect(await refs('旧的')).toEqual([]);
    expect(await refs('基金')).toEqual(['new']);
  });

  it('pages follow one another, the newest meeting first', async () => {
    await store.replace(
      meetingId('one'),
      1,
      Array.from({ length: 5 }, (_, place) => said('招商', 'public', `one ${place}`)),
    );
    await store.replace(
      meetingId('two'),
      1,
      Array.from({ length: 5 }, (_, place) => said('招商', 'public', `two ${place}`)),
    );
    const seen: string[] = [];
    let after: { readonly startsAt: number; readonly id: number } | null = null;
    for (let more = true; more;) {
      const page: Awaited<ReturnType<Extracts['find']>> = await store.find(everything, {
        typed: '招商',
        kinds: ['speech'],
        after,
        most: 3,
      });
      seen.push(...(page?.found.map(({ ref }) => ref) ?? []));
      after = page?.found.at(-1) ?? null;
      more = page?.more ?? false;
    }
    const inOrder = ['two', 'one'].flatMap((one) => Array.from({ length: 5 }, (_, place) => `${one} ${place}`));
    expect(seen).toEqual(inOrder);
    expect((await store.find(everything, { typed: '招商', kinds: ['minutes'], after: null, most: 3 }))?.found).toEqual([]);
  });

  it('a long extract is found by its beginning and by its end', async () => {
    const long = `${'甲乙丙丁'.repeat(3000)}专项基金`;
    await store.replace(meetingId('one'), 1, [said(long, 'public', 'long')]);
    expect(await refs('乙丙')).toEqual(['long']);
    expect(await refs('专项基金')).toEqual(['long']);
  });
});
