// Knows what a record must not hold together: who voted, and what or with which tag. Reads a database that no server uses.
import { DatabaseSync } from 'node:sqlite';

export interface Secrets {
  /** Other meetings have votes by name, of the same people. */
  readonly meeting: string;
  readonly voters: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

const marks: ReadonlySet<string> = new Set(['approve', 'oppose', 'abstain']);

/** One sentence for each record that ties a voter to a choice. */
export function tiesIn(database: string, secrets: Secrets): readonly string[] {
  const db = new DatabaseSync(database, { readOnly: true });
  try {
    const tables = db.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`).all();
    return tables.flatMap(({ name }) => rowsOf(db, String(name)).flatMap((row) => tiesInRow(String(name), row, secrets)));
  } finally {
    db.close();
  }
}

function rowsOf(db: DatabaseSync, table: string): readonly Record<string, unknown>[] {
  try {
    return db.prepare(`select * from "${table}"`).all();
  } catch {
    // The insides of a full-text index are read as bytes only.
    return [];
  }
}

function tiesInRow(table: string, row: Record<string, unknown>, { meeting, voters, tags }: Secrets): readonly string[] {
  if (typeof row['meeting_id'] === 'string' && row['meeting_id'] !== meeting) return [];
  const texts = Object.values(row).filter((value) => typeof value === 'string');
  const columns = new Set(texts);
  const isTied = anyOf(columns, voters) && (anyOf(columns, tags) || anyOf(columns, marks));
  const ties = isTied ? [`${table} 的一行里有表决人和选择`] : [];
  for (const text of texts)
    if (text.startsWith('{') || text.startsWith('[')) ties.push(...tiesInJson(`${table} 的一项记录`, text, { voters, tags }));
  return ties;
}

/** In what is written as JSON nothing holds a voter and a choice side by side; lists of each alone may stand in one fact. */
export function tiesInJson(where: string, text: string, secrets: Pick<Secrets, 'voters' | 'tags'>): readonly string[] {
  const ties: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const inside = Object.values(value);
    const strings = new Set(inside.filter((one) => typeof one === 'string'));
    if (anyOf(strings, secrets.voters) && (anyOf(strings, secrets.tags) || anyOf(strings, marks)))
      ties.push(`${where}把表决人和选择放在一起`);
    inside.forEach(walk);
  };
  try {
    walk(JSON.parse(text));
  } catch {
    // Not JSON after all.
  }
  return ties;
}

const anyOf = (some: ReadonlySet<unknown>, others: ReadonlySet<string>): boolean => [...some].some((one) => others.has(String(one)));

/** Commands of voters that stand in the table: the check-in of each, and of no ballot an id. */
export function commandsOf(database: string, meeting: string, voters: ReadonlySet<string>): number {
  const db = new DatabaseSync(database, { readOnly: true });
  try {
    const rows = db.prepare('select "by" from commands where meeting_id = ?').all(meeting);
    return rows.filter(({ by }) => voters.has(String(by))).length;
  } finally {
    db.close();
  }
}
