// Knows how many rows go to the disk by few statements that are built only once; not what is in them.
import type { CompiledQuery } from 'kysely';
import type { Database } from './database.ts';

/** Statements are built once for so many rows, the most that fit first: building one costs more than what SQLite does with it. */
export const prepared = [256, 64, 16, 4, 1];

/** Inserts any number of rows by statements that are built once; values in the order of the columns they were built with. */
export function inserting(build: (count: number) => CompiledQuery): (to: Database, rows: readonly (readonly unknown[])[]) => Promise<void> {
  const built = new Map<number, CompiledQuery>();
  return async (to, rows) => {
    for (let from = 0; from < rows.length;) {
      const count = prepared.find((each) => each <= rows.length - from) ?? 1;
      const statement = built.get(count) ?? build(count);
      built.set(count, statement);
      await to.executeQuery({ ...statement, parameters: rows.slice(from, from + count).flat() });
      from += count;
    }
  };
}
