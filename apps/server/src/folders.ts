// Knows how a folder of ours is made; not what lies in it.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Readable to us alone. Throws where it cannot be made. Node's own `recursive` never returns where a folder is there but takes none, as `/proc` does. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}
