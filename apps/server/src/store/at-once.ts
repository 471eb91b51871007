// Knows how statements that are built already go straight to SQLite, one after the other without a pause; not what they say.
import type { DatabaseSync } from 'node:sqlite';
import type { CompiledQuery, SqliteDatabase } from 'kysely';

/** SQLite answers within the call: what need not wait for anybody else's transaction goes no longer way round than that. */
export interface AtOnce {
  /**
   * Runs them as one transaction, which is on disk when this returns true. False, and nothing has happened, while somebody else's
   * transaction is open: in it they would be undone with it. Throws what the database refuses; nothing has happened then either.
   */
  write(statements: readonly CompiledQuery[]): boolean;
  /** Null while somebody else's transaction is open, whose rows are not true yet. */
  read(query: CompiledQuery): readonly unknown[] | null;
}

export function atOnce(database: DatabaseSync, { prepare }: Pick<SqliteDatabase, 'prepare'>): AtOnce {
  const run = ({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): void => void prepare(sql).run(parameters);
  const plain = (sql: string): void => run({ sql, parameters: [] });
  return {
    write: (statements) => {
      if (database.isTransaction) return false;
      const [only, ...others] = statements;
      // By itself a statement is a transaction.
      if (only && others.length === 0) run(only);
      if (others.length === 0) return true;
      plain('begin');
      try {
        for (const statement of statements) run(statement);
        plain('commit');
      } catch (error) {
        plain('rollback');
        throw error;
      }
      return true;
    },
    read: ({ sql, parameters }) => (database.isTransaction ? null : prepare(sql).all(parameters)),
  };
}
