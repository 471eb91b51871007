// Knows how backups, verifications and restorations are asked for in words; does none of them.
import { StartRefusal } from '../start-refusal.ts';

export interface Asked {
  readonly what: 'backup' | 'verify' | 'drill' | 'restore';
  readonly path: string;
}

const usage =
  '用法：npm run backup -- 文件夹；npm run verify -- 备份或数据文件夹；npm run verify -- --drill 备份；npm run restore -- 备份。';

/** Refuses, with the whole usage, what cannot be meant. */
export function readAsked([command, ...rest]: readonly string[]): Asked {
  const [path, ...more] = rest.filter((word) => word !== '--drill');
  const isDrill = rest.includes('--drill');
  const isPath = path !== undefined && path !== '' && !path.startsWith('-') && more.length === 0;
  if (isPath && isDrill && command === 'verify') return { what: 'drill', path };
  if (isPath && !isDrill && (command === 'backup' || command === 'verify' || command === 'restore')) return { what: command, path };
  throw new StartRefusal(usage);
}
