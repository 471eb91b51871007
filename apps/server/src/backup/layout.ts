// Knows where the parts of a backup lie and how one is found; not whether they are sound.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** Not the names of a data folder: a server must not be started on a backup. */
export const databaseName = 'database.sqlite';
export const materialsName = 'materials';
export const manifestName = 'manifest.json';

/** Of a moment, in UTC; the order of the names is the order of the moments. */
export const backupName = (at: number): string => new Date(at).toISOString().replaceAll(':', '-');

export interface FoundBackup {
  readonly path: string;
  /** Null when it has been changed since it was written. */
  readonly manifest: Manifest | null;
}

/** The backup in a folder, or the newest of those in it; null when there is none. Refuses one that was cut short. */
export function findBackup(path: string): FoundBackup | null {
  const file = join(path, manifestName);
  if (existsSync(file)) return { path, manifest: readManifest(readFileSync(file, 'utf8')) };
  if (existsSync(join(path, databaseName))) {
    throw new StartRefusal(`${path} 里的备份没有写完，不能使用，可以删除。`);
  }
  const newest = namesIn(path)
    .filter((name) => existsSync(join(path, name, manifestName)))
    .toSorted()
    .at(-1);
  return newest === undefined ? null : findBackup(join(path, newest));
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Everything that lies in a backup, by path inside it, the manifest left out. */
export const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => name !== manifestName)
    .toSorted();
