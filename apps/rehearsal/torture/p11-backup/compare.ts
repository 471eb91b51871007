// Knows how the database of a backup is held against the one it was taken from; opens both for reading only.
import { DatabaseSync } from 'node:sqlite';

export interface Compared {
  /** Logs of meetings and of minutes. */
  readonly logs: number;
  readonly events: number;
  readonly updates: number;
  /** One sentence for each difference. */
  readonly differences: readonly string[];
}

const lists = [
  ['events', 'meeting_id', 'seq, command_id, bytes, hash'],
  ['minutes_updates', 'document', 'seq, author, connection, at, bytes'],
] as const;

/** Everything the copy holds must be what the original holds up to the copy's newest number, row by row and byte by byte. */
export function comparePrefixes(copy: string, original: string): Compared {
  const [there, here] = [open(copy), open(original)];
  try {
    const differences: string[] = [];
    const rows = { events: 0, minutes_updates: 0 };
    let logs = 0;
    for (const [table, key, columns] of lists) {
      const heads = there.prepare(`select ${key} as id, max(seq) as seq, count(*) as rows from ${table} group by ${key}`).all();
      for (const { id, seq, rows: count } of heads) {
        logs += 1;
        rows[table] += Number(count);
        const list = (db: DatabaseSync) => db.prepare(`select ${columns} from ${table} where ${key} = ? and seq <= ? order by seq`);
        const [copied, origin] = [list(there).all(String(id), Number(seq)), list(here).all(String(id), Number(seq))];
        if (copied.length !== Number(seq) || origin.length !== copied.length)
          differences.push(`${String(id)}: ${copied.length} rows in the backup, ${origin.length} in the original up to ${String(seq)}`);
        const place = copied.findIndex((row, index) => textOf(row) !== textOf(origin[index]));
        if (place >= 0) differences.push(`${String(id)}: row ${place + 1} is not the original's`);
      }
    }
    return { logs, events: rows.events, updates: rows.minutes_updates, differences };
  } finally {
    there.close();
    here.close();
  }
}

/** The newest number of each log, as it is on disk at this moment. */
export function headsOf(database: string): ReadonlyMap<string, number> {
  const db = open(database);
  try {
    const heads = lists.flatMap(([table, key]) => db.prepare(`select ${key} as id, max(seq) as seq from ${table} group by ${key}`).all());
    return new Map(heads.map(({ id, seq }) => [String(id), Number(seq)]));
  } finally {
    db.close();
  }
}

/** Whether the draft of a meeting is there. */
export function hasDraft(database: string, meeting: string): boolean {
  const db = open(database);
  try {
    return db.prepare('select 1 from drafts where meeting_id = ?').get(meeting) !== undefined;
  } finally {
    db.close();
  }
}

const open = (file: string): DatabaseSync => new DatabaseSync(file, { readOnly: true, timeout: 5000 });

const textOf = (row: unknown): string =>
  JSON.stringify(row, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value));
