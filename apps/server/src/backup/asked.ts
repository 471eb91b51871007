// Knows how backups, verifications and restorations are asked for in words; does none of them.
import { parseArgs } from 'node:util';
import { StartRefusal } from '../start-refusal.ts';

export interface Asked {
  readonly what: 'backup' | 'verify' | 'drill' | 'restore' | 'keys';
  readonly path: string;
  /** Where a restoration finds the key of the old server; null: it makes a new one. */
  readonly keys: string | null;
}

const usage =
  '用法：npm run backup -- 文件夹；npm run backup -- --keys 文件夹；npm run verify -- 备份或数据文件夹；npm run verify -- --drill 备份；npm run restore -- 备份；npm run restore -- 备份 --keys 文件夹。';

/** Refuses, with the whole usage, what cannot be meant. */
export function readAsked([command, ...words]: readonly string[]): Asked {
  const { values, paths } = read(words);
  const [path, ...more] = paths;
  const { drill = false, keys = null } = values;
  const isPlace = (word: string | undefined | null): word is string => word !== undefined && word !== null && word !== '';
  if (command === 'backup' && paths.length === 0 && isPlace(keys) && !drill) return { what: 'keys', path: keys, keys: null };
  if (isPlace(path) && more.length === 0) {
    if (command === 'verify' && keys === null) return { what: drill ? 'drill' : 'verify', path, keys };
    if (command === 'backup' && keys === null && !drill) return { what: 'backup', path, keys };
    if (command === 'restore' && keys !== '' && !drill) return { what: 'restore', path, keys };
  }
  throw new StartRefusal(usage);
}

function read(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { drill: { type: 'boolean' }, keys: { type: 'string' } },
      allowPositionals: true,
    });
    return { values, paths: positionals };
  } catch {
    throw new StartRefusal(usage);
  }
}
