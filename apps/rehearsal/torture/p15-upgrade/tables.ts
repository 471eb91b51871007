// Knows how all rows of a database are remembered and found again in a later shape of it; not what they mean.
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** One digest for each row, over the columns that were there; by table. */
export interface Remembered {
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

/** Rows that come and go, or are written anew, while people use the program. */
const passing = new Set(['sessions', 'setup_links', 'minutes_snapshots']);

export function remember(database: string): Remembered {
  const db = new DatabaseSync(database, { readOnly: true });
  try {
    const tables = db
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`)
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !passing.has(name));
    const columns = new Map(tables.map((table) => [table, columnsOf(db, table)]));
    return { columns, rows: new Map([...columns].map(([table, names]) => [table, digests(db, table, names)])) };
  } finally {
    db.close();
  }
}

/** One sentence for each table in which a remembered row is not there any more to the byte; new rows are no difference. */
export function missingFrom(database: string, { columns, rows }: Remembered): readonly string[] {
  const db = new DatabaseSync(database, { readOnly: true });
  try {
    return [...rows].flatMap(([table, before]) => {
      const there = columnsOf(db, table);
      const gone = (columns.get(table) ?? []).filter((name) => !there.includes(name));
      if (gone.length > 0) return [`${table} has lost ${gone.join()}`];
      const after = new Set(digests(db, table, columns.get(table) ?? []));
      const missing = before.filter((digest) => !after.has(digest)).length;
      return missing === 0 ? [] : [`${missing} of ${before.length} rows of ${table} are not what they were`];
    });
  } finally {
    db.close();
  }
}

/** The head of every log of a meeting. */
export function chainHeads(database: string): ReadonlyMap<string, { readonly seq: number; readonly head: string }> {
  const db = new DatabaseSync(database, { readOnly: true });
  try {
    const rows = db.prepare('select meeting_id, max(seq) as seq, hash from events group by meeting_id').all();
    return new Map(rows.map(({ meeting_id, seq, hash }) => [String(meeting_id), { seq: Number(seq), head: String(hash) }]));
  } finally {
    db.close();
  }
}

const columnsOf = (db: DatabaseSync, table: string): readonly string[] =>
  db
    .prepare('select name from pragma_table_info(?)')
    .all(table)
    .map(({ name }) => String(name));

function digests(db: DatabaseSync, table: string, columns: readonly string[]): readonly string[] {
  const list = columns.map((name) => `"${name}"`).join();
  const found: string[] = [];
  for (const row of db.prepare(`select ${list} from "${table}"`).iterate()) {
    const hash = createHash('sha256');
    for (const value of Object.values(row)) {
      hash.update(`${typeof value}\0`);
      hash.update(value instanceof Uint8Array ? value : String(value));
      hash.update('\0');
    }
    found.push(hash.digest('hex'));
  }
  return found;
}
