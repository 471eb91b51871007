// Knows the one folder everything is kept in and who may use it; not what the files hold.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../folders.ts';
import { StartRefusal } from '../start-refusal.ts';
import { isBusy } from './disk.ts';

export type Mode = 'demo' | 'live';

export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly materials: string;
  /** Where backups lie that the program takes by itself before it changes the shape of the data. */
  readonly beforeUpgrade: string;
  /** Where the server's own key lies; in no backup. */
  readonly keys: string;
  /** Where keys of open secret votes lie; in no backup, and in no copy of `keys`. */
  readonly ballotKeys: string;
  /** Lets another server use the folder. */
  release(): void;
}

export const modeNames: Readonly<Record<Mode, string>> = { demo: '演示', live: '正式' };
const databaseName = 'xieshang.sqlite';
const beforeUpgradeName = 'before-upgrade';
const keysName = 'keys';
const ballotKeysName = 'ballot-keys';
const lockName = 'in-use.sqlite';
/** The database of a restoration that is under way, or was cut short. */
const restoringName = `${databaseName}.restoring`;

/** Takes the folder for this process, making it when missing. Refuses one of the other mode, unwritable or in use. */
export function takeDataFolder(path: string, mode: Mode): DataFolder {
  writable(path);
  const found = modeOf(path);
  if (found !== null && found !== mode) {
    throw new StartRefusal(`数据文件夹 ${path} 属于${modeNames[found]}模式，不能用于${modeNames[mode]}模式。请换一个 DATA_DIR。`);
  }
  if (found === null && existsSync(join(path, databaseName))) {
    throw new StartRefusal(`数据文件夹 ${path} 缺少 mode 文件，无法确认是演示数据还是正式数据。请恢复该文件（内容为 demo 或 live）。`);
  }
  if (existsSync(join(path, restoringName))) {
    throw new StartRefusal(`数据文件夹 ${path} 里的恢复没有完成。请清空这个文件夹，再恢复一次。`);
  }
  const release = lock(path);
  if (found === null) writeMode(path, mode);
  const materials = join(path, 'materials');
  makeFolder(materials);
  return {
    path,
    database: join(path, databaseName),
    materials,
    beforeUpgrade: join(path, beforeUpgradeName),
    keys: join(path, keysName),
    ballotKeys: join(path, ballotKeysName),
    release,
  };
}

/** A folder as it lies there, taken or not. */
export interface FoundFolder {
  readonly path: string;
  readonly mode: Mode;
  readonly database: string;
  readonly materials: string;
  readonly keys: string;
}

/** Looks without taking: whoever uses the folder goes on. Null where there is no data. */
export function findDataFolder(path: string): FoundFolder | null {
  const database = join(path, databaseName);
  if (!existsSync(database)) return null;
  const mode = modeOf(path);
  if (mode === null) throw new StartRefusal(`数据文件夹 ${path} 缺少 mode 文件，无法确认是演示数据还是正式数据。`);
  return { path, mode, database, materials: join(path, 'materials'), keys: join(path, keysName) };
}

/** Takes an empty folder, or makes it. The data does not count before `finish` has given the database its name. Refuses one in use, or with anything in it. */
export function takeEmptyFolder(path: string, mode: Mode): DataFolder & { finish(): void } {
  if (existsSync(join(path, lockName))) lock(path)();
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new StartRefusal(`数据文件夹 ${path} 不是空的，没有恢复。请用 DATA_DIR 指定一个空文件夹。`);
  const folder = takeDataFolder(path, mode);
  const restoring = join(path, restoringName);
  return {
    ...folder,
    database: restoring,
    finish: () => {
      syncFile(join(path, 'mode'));
      renameSync(restoring, folder.database);
      // Whoever only reads leaves them, empty.
      for (const ending of ['-wal', '-shm']) rmSync(`${restoring}${ending}`, { force: true });
    },
  };
}

/** Deletes what a demo server keeps, and nothing else. Refuses live data, and a folder that a server is using. False: there was nothing. */
export function resetDemoFolder(path: string): boolean {
  if (!existsSync(path)) return false;
  const found = modeOf(path);
  if (found === null && !existsSync(join(path, databaseName))) return false;
  if (found !== 'demo') throw new StartRefusal(`${path} 不是演示数据文件夹，没有删除任何内容。`);
  lock(path)();
  for (const name of [
    databaseName,
    `${databaseName}-wal`,
    `${databaseName}-shm`,
    lockName,
    'materials',
    beforeUpgradeName,
    '.mode',
    keysName,
    ballotKeysName,
    'mode',
  ]) {
    rmSync(join(path, name), { recursive: true, force: true });
  }
  try {
    rmdirSync(path);
  } catch {
    // Something that is not ours lies in it: the folder stays.
  }
  return true;
}

function modeOf(path: string): Mode | null {
  const file = join(path, 'mode');
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8').trim();
  if (text === 'demo' || text === 'live') return text;
  throw new StartRefusal(`数据文件夹 ${path} 的 mode 文件内容无法识别，应为 demo 或 live。`);
}

function writable(path: string): void {
  const probe = join(path, `.probe-${process.pid}`);
  try {
    makeFolder(path);
    closeSync(openSync(probe, 'w'));
    unlinkSync(probe);
  } catch {
    throw new StartRefusal(`数据文件夹 ${path} 无法写入，请检查路径、权限和磁盘空间，或用 DATA_DIR 指定别的文件夹。`);
  }
}

/** Whole and on disk, or not there: a power cut after the first start must not leave a folder of no mode. */
function writeMode(path: string, mode: Mode): void {
  const passing = join(path, '.mode');
  writeFileSync(passing, `${mode}\n`, { mode: 0o600, flush: true });
  renameSync(passing, join(path, 'mode'));
  syncFile(path);
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** A lock the system itself lets go when the process dies, however it dies: an exclusive transaction on a file of its own. */
function lock(path: string): () => void {
  const connection = new DatabaseSync(join(path, lockName));
  try {
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw error;
    throw new StartRefusal(`数据文件夹 ${path} 正被另一个服务使用，请先停止那个服务。`);
  }
  return () => connection.close();
}
