// Knows how a PostgreSQL of a test's own is started in a folder of its own and ended; nothing of what is kept in it.
import { spawnSync } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** The newest that is installed, or null. */
const programs = (): string | null => {
  const newest = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted().at(-1);
  return newest === undefined ? null : dirname(newest);
};

export const hasPostgres = (): boolean => programs() !== null;

/** PostgreSQL refuses to run as root. */
function runAs(user: string | null, file: string, args: readonly string[]): void {
  const [command, rest] = user === null ? [file, args] : ['runuser', ['-u', user, '--', file, ...args]];
  const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${file} ${args[0] ?? ''}: ${stderr}`);
}

export interface Postgres<Database> {
  readonly db: Kysely<Database>;
  end(): Promise<void>;
}

/** Reached by a socket in its folder only; it keeps nothing on disk that a test would wait for. */
export function startPostgres<Database>(): Postgres<Database> {
  const bin = programs();
  if (bin === null) throw new Error('there is no PostgreSQL');
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-pg-'));
  const user = process.getuid?.() === 0 ? 'postgres' : null;
  if (user !== null) {
    const { stdout } = spawnSync('id', ['-u', user], { encoding: 'utf8' });
    chownSync(folder, Number(stdout), 0);
  }
  const cluster = join(folder, 'cluster');
  runAs(user, join(bin, 'initdb'), ['-D', cluster, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  const settings = `-k ${folder} -c listen_addresses='' -c fsync=off`;
  runAs(user, join(bin, 'pg_ctl'), ['-D', cluster, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ host: folder, user: 'test', database: 'postgres' }) }),
  });
  return {
    db,
    end: async () => {
      await db.destroy();
      runAs(user, join(bin, 'pg_ctl'), ['-D', cluster, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
