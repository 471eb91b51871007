// Knows how the past of the minutes is read from the disk and how versions get their names; not what the bytes mean.
import type { MinutesHistoryStore, NamedVersion } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlMinutesHistory = (db: Database): MinutesHistoryStore => ({
  lineage: async (meeting, schema) => {
    const rows = await db
      .selectFrom('minutes_documents')
      .select(({ selectFrom }) => [
        'id',
        selectFrom('minutes_updates')
          .select((update) => update.fn.max('seq').as('head'))
          .whereRef('document', '=', 'minutes_documents.id')
          .as('head'),
      ])
      .where('meeting_id', '=', meeting)
      .where('schema', '<=', schema)
      .orderBy('schema')
      .orderBy('generation')
      .execute();
    return rows.map(({ id, head }) => ({ document: id, head: Number(head ?? 0) }));
  },
  clients: async (document) => {
    const rows = await db.selectFrom('minutes_clients').select(['client_id', 'person']).where('document', '=', document).execute();
    return rows.map(({ client_id, person }) => ({ client: Number(client_id), person }));
  },
  changes: async (document, after, most) => {
    const rows = await db
      .selectFrom('minutes_updates')
      .select(['seq', 'author', 'at', 'bytes'])
      .where('document', '=', document)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(most)
      .execute();
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  },
  versions: async (document) => {
    const rows = await db
      .selectFrom('minutes_versions')
      .select(['id', 'seq', 'name', 'person', 'at'])
      .where('document', '=', document)
      .orderBy('seq')
      .orderBy('at')
      .execute();
    return rows.map(versionOf);
  },
  nameVersion: async (document, { id, seq, name, by, at }) => {
    await db
      .insertInto('minutes_versions')
      .values({ document, id, seq, name, person: by, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await db
      .selectFrom('minutes_versions')
      .select(['id', 'seq', 'name', 'person', 'at'])
      .where('document', '=', document)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new Error('the version was not named');
    const kept = versionOf(row);
    return kept.name === name && kept.by === by ? kept : null;
  },
});

interface Row {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly person: string;
  readonly at: number;
}

const versionOf = ({ id, seq, name, person, at }: Row): NamedVersion => ({ id, seq, name, by: person, at: Number(at) });
