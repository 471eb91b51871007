// Knows the one folder everything is kept in and who may use it; not what the files hold.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartRefusal } from '../start-refusal.ts';

export type Mode = 'demo' | 'live';

export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly materials: string;
  /** Lets another server use the folder. */
  release(): void;
}

const modeNames: Readonly<Record<Mode, string>> = { demo: '演示', live: '正式' };
const databaseName = 'xieshang.sqlite';
const lockName = 'in-use.sqlite';

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
  const release = lock(path);
  if (found === null) writeFileSync(join(path, 'mode'), `${mode}\n`, { mode: 0o600 });
  const materials = join(path, 'materials');
  makeFolder(materials);
  return { path, database: join(path, databaseName), materials, release };
}

/** Deletes what a demo server keeps, and nothing else. Refuses live data, and a folder that a server is using. False: there was nothing. */
export function resetDemoFolder(path: string): boolean {
  if (!existsSync(path)) return false;
  const found = modeOf(path);
  if (found === null && !existsSync(join(path, databaseName))) return false;
  if (found !== 'demo') throw new StartRefusal(`${path} 不是演示数据文件夹，没有删除任何内容。`);
  lock(path)();
  for (const name of [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, lockName, 'materials', 'mode']) {
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

/** Throws where it cannot be made. Node's own `recursive` never returns where a folder is there but takes none, as `/proc` does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

/** A lock the system itself lets go when the process dies, however it dies: an exclusive transaction on a file of its own. */
function lock(path: string): () => void {
  const connection = new DatabaseSync(join(path, lockName));
  try {
    connection.exec('begin exclusive');
  } catch {
    connection.close();
    throw new StartRefusal(`数据文件夹 ${path} 正被另一个服务使用，请先停止那个服务。`);
  }
  return () => connection.close();
}
