// Lends a story a disk that is really full, and really mended; needs root. Knows no server and no page.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface SmallDisk {
  /** For the server's data; makes nothing in it. */
  readonly folder: string;
  /** While nobody uses the data: the next commit then needs room of its own. */
  settle(): void;
  /** Takes every byte that is left. */
  fill(): void;
  makeRoom(): void;
  end(): void;
}

/** Null, with the reason said, where none can be had. */
export function smallDisk(mebibytes: number): SmallDisk | null {
  const place = mkdtempSync(join(tmpdir(), 'xieshang-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=700`, 'xieshang-full', place], { stdio: 'pipe' });
  } catch {
    rmSync(place, { recursive: true });
    return null;
  }
  const [folder, filler] = [join(place, 'data'), join(place, 'filler')];
  return {
    folder,
    settle: () => {
      // The last one to close the database empties its log, which otherwise has room in it for many commits.
      const database = new DatabaseSync(join(folder, 'xieshang.sqlite'));
      database.exec('pragma wal_checkpoint(truncate)');
      database.close();
    },
    fill: () => {
      const handle = openSync(filler, 'a');
      try {
        for (let bytes = 1024 * 1024; bytes >= 1;) {
          if (!bitten(handle, bytes)) bytes = Math.floor(bytes / 4);
        }
      } finally {
        closeSync(handle);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    end: () => {
      execFileSync('umount', ['-l', place], { stdio: 'pipe' });
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function bitten(handle: number, bytes: number): boolean {
  try {
    return writeSync(handle, Buffer.alloc(bytes)) > 0;
  } catch {
    return false;
  }
}
