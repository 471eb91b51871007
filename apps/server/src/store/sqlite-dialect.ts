// Knows how Kysely talks to the SQLite inside Node; not what is stored.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import type { Disk } from './disk.ts';

const statement = (prepared: StatementSync, disk: Disk): SqliteStatement => ({
  reader: prepared.columns().length > 0,
  all: (parameters) => disk(() => prepared.all(...(parameters as SQLInputValue[]))),
  run: (parameters) => disk(() => prepared.run(...(parameters as SQLInputValue[]))),
  iterate: (parameters) => disk(() => prepared.iterate(...(parameters as SQLInputValue[]))),
});

/** SQLite has often rolled back by itself when the disk is full: then there is nothing left to undo, and the first error is the one to be told. */
const rollback = (database: DatabaseSync, disk: Disk): SqliteStatement => {
  const real = statement(database.prepare('rollback'), disk);
  return { ...real, run: (parameters) => (database.isTransaction ? real.run(parameters) : { changes: 0, lastInsertRowid: 0 }) };
};

/** Statements are kept prepared, the least recently prepared leaving first: the same few dozen run all day. */
export function preparing(database: DatabaseSync, disk: Disk): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>([['rollback', rollback(database, disk)]]);
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known) return known;
      const fresh = disk(() => statement(database.prepare(sql), disk));
      if (prepared.size >= 200) prepared.delete(prepared.keys().next().value ?? '');
      prepared.set(sql, fresh);
      return fresh;
    },
  };
}

/** SQLite undoes a change of shape like any other: a migration that is cut short must leave nothing half made. */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqlite extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new WholeMigrations();
  }
}

/** A dialect over one open database; closing Kysely closes it. */
export const nodeSqlite = (database: SqliteDatabase): SqliteDialect => new NodeSqlite({ database });
