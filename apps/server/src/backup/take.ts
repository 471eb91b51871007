// Knows how a backup is taken from a folder that may be in use; changes nothing in it.
import { existsSync, mkdirSync, realpathSync, rmSync, rmdirSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../folders.ts';
import { StartRefusal } from '../start-refusal.ts';
import { busyMs, wantedMaterials } from './check-database.ts';
import { copyWhole, entryOf, sync, writeWhole } from './files.ts';
import { inventoryOf } from './inventory.ts';
import { backupName, databaseName, manifestName, materialsName } from './layout.ts';
import { writeManifest, type FileEntry, type Manifest } from './manifest.ts';
import { diskTrouble } from '../disk-trouble.ts';

export interface Source {
  readonly path: string;
  readonly mode: Manifest['mode'];
  readonly database: string;
  readonly materials: string;
}

export interface Taking {
  readonly from: Source;
  /** The backup becomes a new folder in this one. */
  readonly into: string;
  /** Epoch ms. */
  readonly now: number;
  readonly version: string;
}

export interface Taken {
  readonly path: string;
  readonly manifest: Manifest;
}

/** As an operator asks for it: never inside the folder itself, which may be lost as a whole. */
export async function takeBackup(taking: Taking): Promise<Taken> {
  const { from, into } = taking;
  if (isInside(into, from.path))
    throw new StartRefusal(`备份不能放在数据文件夹 ${from.path} 里面。请指定别处的文件夹，最好在另一块磁盘上。`);
  return copyAll(taking);
}

/** Everything that was on disk at one instant, without stopping anybody. Refuses with a sentence; then nothing is left behind. */
export async function copyAll({ from, into, now, version }: Taking): Promise<Taken> {
  const path = join(resolve(into), backupName(now));
  const undo = claim(path);
  try {
    const { inventory, sha256s } = await copyDatabase(from.database, join(path, databaseName));
    const files: FileEntry[] = [await entryOf(join(path, databaseName), databaseName)];
    for (const sha256 of sha256s) files.push(...(await copyMaterial(from.materials, path, sha256)));
    const manifest: Manifest = { version, mode: from.mode, createdAt: now, ...inventory, files };
    for (const folder of [join(path, materialsName), path]) await sync(folder);
    // Last: without it the folder is no backup.
    await writeWhole(join(path, manifestName), writeManifest(manifest));
    for (const folder of [path, dirname(path)]) await sync(folder);
    return { path, manifest };
  } catch (error) {
    undo();
    throw diskTrouble(error, '备份没有完成，没有留下任何文件');
  }
}

/** Makes the new folder; the answer removes it, and those above it that were made for it. */
function claim(path: string): () => void {
  const fresh: string[] = [];
  for (let above = dirname(path); !existsSync(above) && dirname(above) !== above; above = dirname(above)) fresh.push(above);
  const undo = (): void => {
    rmSync(path, { recursive: true, force: true });
    for (const folder of fresh) if (existsSync(folder)) rmdirSync(folder);
  };
  try {
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
    mkdirSync(join(path, materialsName), { mode: 0o700 });
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw new StartRefusal(`${path} 已经存在，备份从不覆盖已有的内容。请再试一次。`);
    undo();
    throw diskTrouble(error, `文件夹 ${dirname(path)} 无法写入，没有备份`);
  }
  return undo;
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

/** One read transaction of SQLite: whoever writes meanwhile goes on, and is not in the copy. */
async function copyDatabase(from: string, to: string) {
  const source = new DatabaseSync(from, { readOnly: true, timeout: busyMs, defensive: true });
  try {
    source.prepare('vacuum into ?').run(to);
  } finally {
    source.close();
  }
  await chmod(to, 0o600);
  await sync(to);
  const copy = new DatabaseSync(to, { readOnly: true, defensive: true });
  try {
    // A material is on disk before the row that names it, so all that the copy names are there.
    return { inventory: inventoryOf(copy), sha256s: new Set(wantedMaterials(copy).map(({ sha256 }) => sha256)) };
  } finally {
    copy.close();
  }
}

/** None when the file is missing or not what its name says: the backup goes on, and its verification says what it lacks. */
async function copyMaterial(folder: string, backup: string, sha256: string): Promise<readonly FileEntry[]> {
  const [from, name] = [join(folder, basename(sha256)), `${materialsName}/${basename(sha256)}`];
  if (!existsSync(from)) return [];
  const to = join(backup, name);
  if (await copyWhole(from, to, sha256)) return [await entryOf(to, name)];
  rmSync(to);
  return [];
}

/** Also through links, and when what is inside does not exist yet. */
function isInside(path: string, folder: string): boolean {
  const real = (one: string): string => (existsSync(one) ? realpathSync(one) : join(real(dirname(one)), basename(one)));
  return `${real(resolve(path))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
}
