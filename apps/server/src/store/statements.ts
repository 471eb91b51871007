// Knows how what is written or asked all day is built only once as a statement; not what is in it.
import type { Compilable, CompiledQuery } from 'kysely';
import type { Database, OpenDatabase } from './database.ts';

/** Statements are built once for so many rows, the most that fit first: building one costs more than what SQLite does with it. */
const prepared = [256, 64, 16, 4, 1];

/** The statements that insert any number of rows; values in the order of the columns they were built with. */
export function inserting(build: (count: number) => CompiledQuery): (rows: readonly (readonly unknown[])[]) => readonly CompiledQuery[] {
  const built = new Map<number, CompiledQuery>();
  return (rows) => {
    const statements: CompiledQuery[] = [];
    for (let from = 0; from < rows.length;) {
      const count = prepared.find((each) => each <= rows.length - from) ?? 1;
      const statement = built.get(count) ?? build(count);
      built.set(count, statement);
      statements.push({ ...statement, parameters: rows.slice(from, from + count).flat() });
      from += count;
    }
    return statements;
  };
}

/** One after the other, in the transaction that is given. */
export async function runAll(to: Database, statements: readonly CompiledQuery[]): Promise<void> {
  for (const statement of statements) await to.executeQuery(statement);
}

/** A question whose values stand in the order in which it was built with them. */
export function asking<Row>(db: OpenDatabase, build: () => Compilable<Row>): (...values: readonly unknown[]) => Promise<readonly Row[]> {
  let built: CompiledQuery<Row> | undefined;
  return async (...parameters) => {
    built ??= build().compile();
    const query: CompiledQuery<Row> = { ...built, parameters };
    // The rows of that very query, by whichever way.
    const rows = db.atOnce.read(query) as readonly Row[] | null;
    return rows ?? (await db.executeQuery(query)).rows;
  };
}
