// Knows when there is room for the backup before an upgrade, and how many of those are kept; not what an upgrade changes.
import { existsSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import { checkDatabase } from './check-database.ts';
import { databaseName, manifestName } from './layout.ts';
import { copyAll, type Source, type Taking } from './take.ts';

const kept = 3;
const megabyte = 2 ** 20;

/**
 * Takes a whole backup, checks it, and answers with its folder; of earlier ones the newest few stay. Refuses with a sentence where there is
 * no room for it and for the upgrade, or where the database is not sound: then nothing has changed.
 */
export async function backUpBeforeUpgrade(taking: Taking, room: (folder: string) => number = freeBytes): Promise<string> {
  const { from, into } = taking;
  const [needed, free] = [bytesNeeded(from), room(from.path)];
  if (free < needed) throw new StartRefusal(noRoom(needed, free));
  const { path } = await copyAll(taking);
  const { findings } = checkDatabase(join(path, databaseName));
  const [finding] = findings;
  if (finding !== undefined) {
    throw new StartRefusal(
      `数据有 ${findings.length} 处问题，没有升级：${finding}。用 npm run verify -- ${path} 查看全部；要继续使用，请恢复好的备份。`,
    );
  }
  for (const name of backupsIn(into).slice(0, -kept)) rmSync(join(into, name), { recursive: true, force: true });
  return path;
}

const noRoom = (needed: number, free: number): string =>
  `升级前要先备份数据，需要约 ${Math.ceil(needed / megabyte)} MB，磁盘只剩 ${Math.floor(free / megabyte)} MB。请腾出空间再启动；数据没有改动。`;

/** The copy of everything, and once more the database for what the upgrade writes. */
function bytesNeeded({ database, materials }: Source): number {
  const sizes = [database, `${database}-wal`].map((file) => (existsSync(file) ? statSync(file).size : 0));
  const databaseBytes = sizes.reduce((sum, size) => sum + size, 0);
  const files = readdirSync(materials).map((name) => statSync(join(materials, name)).size);
  return 2 * databaseBytes + files.reduce((sum, size) => sum + size, megabyte);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Whole ones, oldest first, and those that were cut short, which go before all others. */
function backupsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, databaseName)));
  const isWhole = (name: string): boolean => existsSync(join(folder, name, manifestName));
  return [...names.filter((name) => !isWhole(name)), ...names.filter(isWhole).toSorted()];
}
