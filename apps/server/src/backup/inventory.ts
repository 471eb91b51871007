// Knows what is counted in a database, and how two counts are compared; not whether what is counted is sound.
import type { DatabaseSync } from 'node:sqlite';
import { issuesInLog } from './log-rows.ts';

export interface Inventory {
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
  /** Each log as far as it goes; `issued`: the hash of the minutes issued in it. */
  readonly meetings: readonly { readonly meeting: string; readonly seq: number; readonly head: string; readonly issued: string | null }[];
  readonly minutes: readonly { readonly document: string; readonly meeting: string; readonly seq: number }[];
}

/** Whether a table is there: data of an older program have fewer. */
export const hasTable = (db: DatabaseSync, name: string): boolean =>
  db.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`).get(name) !== undefined;

/** Throws on a database that cannot be read. */
export function inventoryOf(db: DatabaseSync): Inventory {
  // The migrator's own tables grow when a newer program opens the data, and what is found again is read anew from the logs.
  const tables = db
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%' and name not like 'extract%' order by name`,
    )
    .all()
    .map(({ name }) => String(name));
  const counts = tables.map((name) => [name, Number(db.prepare(`select count(*) as rows from "${name}"`).get()?.['rows'])] as const);
  const issued = new Map(issuesInLog(db).map(({ meeting, hash }) => [meeting, hash]));
  const heads = db
    .prepare(
      'select meeting_id, seq, hash from events where (meeting_id, seq) in (select meeting_id, max(seq) from events group by meeting_id) order by 1',
    )
    .all();
  const documents = !hasTable(db, 'minutes_documents')
    ? []
    : db
        .prepare(
          `select id, meeting_id, (select coalesce(max(seq), 0) from minutes_updates where document = id) as seq from minutes_documents order by id`,
        )
        .all();
  return {
    counts: Object.fromEntries(counts),
    meetings: heads.map(({ meeting_id, seq, hash }) => {
      const meeting = String(meeting_id);
      return { meeting, seq: Number(seq), head: String(hash), issued: issued.get(meeting) ?? null };
    }),
    minutes: documents.map(({ id, meeting_id, seq }) => ({ document: String(id), meeting: String(meeting_id), seq: Number(seq) })),
  };
}

/** One sentence for each difference; tables that only `found` has are no difference. */
export function differences(expected: Inventory, found: Inventory): readonly string[] {
  return [
    ...Object.entries(expected.counts).flatMap(([table, rows]) => {
      const there = found.counts[table];
      return there === rows ? [] : [there === undefined ? `表 ${table} 不见了` : `表 ${table} 应有 ${rows} 行，实有 ${there} 行`];
    }),
    ...compare(
      '会议',
      expected.meetings,
      found.meetings,
      ({ meeting }) => meeting,
      (was, is) => [
        ...(was.seq === is.seq ? [] : [`会议 ${was.meeting} 应到第 ${was.seq} 号事件，实到第 ${is.seq} 号`]),
        ...(was.head === is.head ? [] : [`会议 ${was.meeting} 的链头应为 ${was.head}，实为 ${is.head}`]),
        ...(was.issued === is.issued ? [] : [`会议 ${was.meeting} 的签发记录与清单不符`]),
      ],
    ),
    ...compare(
      '纪要',
      expected.minutes,
      found.minutes,
      ({ document }) => document,
      (was, is) => (was.seq === is.seq ? [] : [`纪要 ${was.document} 应到第 ${was.seq} 次更新，实到第 ${is.seq} 次`]),
    ),
  ];
}

function compare<One>(
  kind: string,
  expected: readonly One[],
  found: readonly One[],
  idOf: (one: One) => string,
  differ: (was: One, is: One) => readonly string[],
): readonly string[] {
  const rest = new Map(found.map((one) => [idOf(one), one]));
  const sentences = expected.flatMap((was) => {
    const is = rest.get(idOf(was));
    rest.delete(idOf(was));
    return is === undefined ? [`${kind} ${idOf(was)} 不见了`] : differ(was, is);
  });
  return [...sentences, ...[...rest.keys()].map((id) => `${kind} ${id} 不在清单里`)];
}
