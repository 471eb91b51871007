// Knows how the minutes are put on disk, update by update and in order; not what the bytes mean.
import type { Transaction } from 'kysely';
import type { MinutesStore, MinutesUpdate } from '../ports.ts';
import type { Database, OpenDatabase } from './database.ts';
import { inserting, runAll } from './statements.ts';
import type { Tables } from './tables.ts';

/** Rows that one statement may carry. */
const rowsAtOnce = 500;

class Conflict extends Error {}

export const sqlMinutes = (db: OpenDatabase): MinutesStore => ({
  append: appending(db),
  find: async (meeting, schema) => {
    const row = await db
      .selectFrom('minutes_documents')
      .select(['id', 'schema', 'generation'])
      .where('meeting_id', '=', meeting)
      .where('schema', '=', schema)
      .orderBy('generation', 'desc')
      .executeTakeFirst();
    return row ? { ...row, meeting } : null;
  },
  findEarlier: async (meeting, before) => {
    const row = await db
      .selectFrom('minutes_documents')
      .select(['id', 'schema', 'generation'])
      .where('meeting_id', '=', meeting)
      .where('schema', '<', before)
      .orderBy('schema', 'desc')
      .orderBy('generation', 'desc')
      .executeTakeFirst();
    return row ? { ...row, meeting } : null;
  },
  create: ({ id, meeting, schema, generation }, first) =>
    db.transaction().execute(async (transaction) => {
      const made = await transaction
        .insertInto('minutes_documents')
        .values({ id, meeting_id: meeting, schema, generation, created_at: first.at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (made.numInsertedOrUpdatedRows !== 1n) return false;
      await write(transaction, id, 0, [first]);
      return true;
    }),
  firstGeneration: async () => {
    const row = await db
      .selectFrom('epochs')
      .select((epoch) => epoch.fn.max('restored_at').as('at'))
      .executeTakeFirst();
    return firstGenerationAfter(Number(row?.at ?? 0));
  },
  load: async (document) => {
    const snapshot = await db
      .selectFrom('minutes_snapshots')
      .select(['seq', 'bytes', 'outline'])
      .where('document', '=', document)
      .executeTakeFirst();
    const facts = await db.selectFrom('minutes_facts').select('fact').where('document', '=', document).execute();
    const clients = await db.selectFrom('minutes_clients').select(['client_id', 'person']).where('document', '=', document).execute();
    return {
      snapshot: snapshot ?? null,
      facts: facts.map(({ fact }) => fact),
      clients: clients.map(({ client_id, person }) => ({ client: Number(client_id), person })),
    };
  },
  updates: (document, after) =>
    db
      .selectFrom('minutes_updates')
      .select(['seq', 'bytes'])
      .where('document', '=', document)
      .where('seq', '>', after)
      .orderBy('seq')
      .execute(),
  saveSnapshot: async (document, { seq, bytes, outline }) => {
    await db
      .insertInto('minutes_snapshots')
      .values({ document, seq, bytes, outline })
      .onConflict((conflict) => conflict.column('document').doUpdateSet({ seq, bytes, outline }))
      .execute();
  },
  saveIssued: async ({ meeting, hash, manuscript, at }) => {
    await db
      .insertInto('issued_minutes')
      .values({ meeting_id: meeting, hash, manuscript, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  findIssued: async (meeting, hash) => {
    const row = await db
      .selectFrom('issued_minutes')
      .select(['manuscript', 'at'])
      .where('meeting_id', '=', meeting)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row ? { meeting, hash, manuscript: row.manuscript, at: Number(row.at) } : null;
  },
});

/** What is typed, which is nearly all there is to write, goes by the short way: at once, and without a question about the head. */
function appending(db: OpenDatabase): MinutesStore['append'] {
  /** Up to where this process has written a log. Nothing is ever taken out of one, so its key alone decides whether more has come since. */
  const heads = new Map<string, number>();
  const insertUpdates = inserting((count) =>
    db
      .insertInto('minutes_updates')
      .values(
        rowsOf(
          '',
          0,
          Array.from({ length: count }, () => nobodys),
        ),
      )
      .compile(),
  );

  const insert = async (document: string, after: number, updates: readonly MinutesUpdate[]): Promise<void> => {
    const statements = insertUpdates(rowsOf(document, after, updates).map((row) => Object.values(row)));
    if (!db.atOnce.write(statements)) await db.transaction().execute((transaction) => runAll(transaction, statements));
  };

  return async (document, after, updates) => {
    const isShort = heads.get(document) === after && updates.length <= rowsAtOnce && updates.every(isOnlyText);
    try {
      if (isShort) await insert(document, after, updates);
      else await db.transaction().execute((transaction) => write(transaction, document, after, updates));
    } catch (error) {
      if (error instanceof Conflict) return 'conflict';
      if (isShort && (await headOf(db, document)) !== after) return 'conflict';
      throw error;
    }
    heads.set(document, after + updates.length);
    return 'appended';
  };
}

const nobodys: MinutesUpdate = { author: null, connection: null, at: 0, bytes: new Uint8Array(), facts: [], clients: [] };

const isOnlyText = ({ facts, clients }: MinutesUpdate): boolean => facts.length === 0 && clients.length === 0;

const rowsOf = (document: string, after: number, updates: readonly MinutesUpdate[]) =>
  updates.map(({ author, connection, at, bytes }, index) => ({ document, seq: after + 1 + index, author, connection, at, bytes }));

async function headOf(db: Database, document: string): Promise<number> {
  const last = await db
    .selectFrom('minutes_updates')
    .select((update) => update.fn.max('seq').as('seq'))
    .where('document', '=', document)
    .executeTakeFirst();
  return Number(last?.seq ?? 0);
}

async function write(transaction: Transaction<Tables>, document: string, after: number, updates: readonly MinutesUpdate[]): Promise<void> {
  if ((await headOf(transaction, document)) !== after) throw new Conflict();
  const rows = rowsOf(document, after, updates);
  for (const some of portions(rows)) await transaction.insertInto('minutes_updates').values(some).execute();
  const facts = updates.flatMap((update) => update.facts.map((fact) => ({ document, fact })));
  for (const some of portions(facts)) await transaction.insertInto('minutes_facts').values(some).execute();
  const clients = updates.flatMap((update) => update.clients.map(({ client, person }) => ({ document, client_id: client, person })));
  for (const some of portions(clients)) await transaction.insertInto('minutes_clients').values(some).execute();
}

function* portions<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

/** The second of the restoration, not the next number: the same backup may be restored twice, and pages know what was begun after the first time. */
const firstGenerationAfter = (restoredAt: number): number => Math.max(1, Math.floor(restoredAt / 1000));
