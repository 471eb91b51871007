// Knows how the one SQLite file is opened, checked and brought to today's shape; not what the tables mean.
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { diskTrouble } from '../disk-trouble.ts';
import { StartRefusal } from '../start-refusal.ts';
import { atOnce, type AtOnce } from './at-once.ts';
import { isDamaged, trustedDisk } from './disk.ts';
import { migrations } from './migrations/index.ts';
import { nodeSqlite, preparing } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** With the short way, for what is asked or written all day. */
export type OpenDatabase = Database & { readonly atOnce: AtOnce };

/** Older SQLite can lose committed transactions when two connections checkpoint at the same instant. */
const oldestSqlite = [3, 51, 3];

/** Refuses to start on an SQLite that may lose what it has acknowledged. */
export function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  const differing = oldestSqlite.findIndex((part, index) => part !== parts[index]);
  if (differing === -1 || (parts[differing] ?? 0) > (oldestSqlite[differing] ?? 0)) return;
  throw new StartRefusal(
    `内置的 SQLite 是 ${version}，低于所需的 ${oldestSqlite.join('.')}，可能丢失数据。请用 npm start 或 npm run serve 启动，它们会使用合适的 Node。`,
  );
}

export interface OpenWishes {
  /** D5, called once, in the middle of the work that failed; nothing is written or read after that. */
  readonly diskBroken?: (error: unknown) => void;
  /** Awaited before data of an older program get today's shape; what throws in it leaves them as they are. */
  readonly beforeUpgrade?: () => Promise<void>;
}

/** Opens the file, or makes it; refuses one that is damaged or that a newer version of this program has written. */
export async function openDatabase(
  file: string,
  { diskBroken = () => undefined, beforeUpgrade = () => Promise.resolve() }: OpenWishes = {},
): Promise<OpenDatabase> {
  const connection = connect(file);
  const statements = preparing(connection, trustedDisk(diskBroken));
  const kysely: Database = new Kysely({ dialect: nodeSqlite(statements) });
  const db = Object.assign(kysely, { atOnce: atOnce(connection, statements) });
  try {
    await migrate(db, beforeUpgrade);
    return db;
  } catch (error) {
    // Until its first statement Kysely has not taken the connection over.
    await db.destroy();
    if (connection.isOpen) connection.close();
    throw error;
  }
}

function connect(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true, defensive: true });
  try {
    // FULL: an acknowledged command must survive a power cut. secure_delete: erased words must not linger in free pages.
    connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma trusted_schema = off');
    // A dead process may have left commits that never reached the disk; before anybody is told of them, they do.
    connection.exec('pragma wal_checkpoint(truncate)');
    assertSqliteVersion(String(connection.prepare('select sqlite_version() as version').get()?.['version']));
    return connection;
  } catch (error) {
    connection.close();
    if (error instanceof StartRefusal) throw error;
    if (!isDamaged(error)) throw diskTrouble(error, `数据文件 ${file} 无法打开`);
    throw new StartRefusal(`数据文件 ${file} 无法打开，可能已损坏或不是数据库。请用备份恢复，不要删除原文件。`);
  }
}

/** All or nothing: a shape that cannot be reached leaves the one there was. */
async function migrate(db: Database, beforeUpgrade: () => Promise<void>): Promise<void> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where name = 'kysely_migration'`.execute(db);
  if (tables.rows.length > 0) {
    const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    if (done.rows.some(({ name }) => !(name in migrations))) {
      throw new StartRefusal('这个数据文件夹由更新版本的程序写过，请用新版本启动，或换一个数据文件夹。');
    }
    if (done.rows.length > 0 && done.rows.length < Object.keys(migrations).length) await beforeUpgrade();
  }
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } }).migrateToLatest();
  if (error) throw error;
}
