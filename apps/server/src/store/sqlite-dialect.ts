// Knows how Kysely talks to the SQLite inside Node; not what is stored.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';

const statement = (prepared: StatementSync): SqliteStatement => ({
  reader: prepared.columns().length > 0,
  all: (parameters) => prepared.all(...(parameters as SQLInputValue[])),
  run: (parameters) => prepared.run(...(parameters as SQLInputValue[])),
  iterate: (parameters) => prepared.iterate(...(parameters as SQLInputValue[])),
});

/** Statements are kept prepared, the least recently prepared leaving first: the same few dozen run all day. */
function preparing(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      const fresh = statement(database.prepare(sql));
      if (prepared.size >= 200) prepared.delete(prepared.keys().next().value ?? '');
      prepared.set(sql, fresh);
      return fresh;
    },
  };
}

/** A dialect over one open database; closing Kysely closes it. */
export const nodeSqlite = (database: DatabaseSync): SqliteDialect => new SqliteDialect({ database: preparing(database) });
