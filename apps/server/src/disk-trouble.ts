// Knows what a failing disk is called in a sentence; not what was being done.
import { StartRefusal } from './start-refusal.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '文件超过了系统允许的大小',
  EROFS: '磁盘是只读的',
  EACCES: '没有权限',
  EPERM: '没有权限',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOENT: '那里不能建立文件夹',
  EIO: '磁盘读写出错',
};

/** SQLite's own numbers, of which the low byte is the kind. */
const sqliteReasons: Readonly<Record<number, string>> = {
  5: '数据库一直被占用',
  8: '磁盘是只读的',
  10: '磁盘读写出错或空间不足',
  11: '数据库已损坏',
  13: '磁盘已满',
  14: '数据库无法打开',
  26: '数据库已损坏',
};

/** The error as one sentence for the person at the terminal; what is no trouble of the disk stays as it is. */
export function diskTrouble(error: unknown, sentence: string): unknown {
  if (error instanceof StartRefusal || !(error instanceof Error)) return error;
  const number = 'errcode' in error && typeof error.errcode === 'number' ? sqliteReasons[error.errcode & 0xff] : undefined;
  const code = 'code' in error && typeof error.code === 'string' ? reasons[error.code] : undefined;
  const reason = number ?? code;
  return reason === undefined ? error : new StartRefusal(`${sentence}：${reason}。`);
}
