// Lends a file system of its own to a server, which can be filled up, turned read-only and mended for real; needs root. Knows no server.
import { execFile } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SmallDisk {
  /** For data; the filler stands beside it. */
  readonly folder: string;
  /** Takes every byte that is left. */
  fill(): void;
  /** Gives back what `fill` took. */
  makeRoom(): Promise<void>;
  end(): Promise<void>;
}

export interface FragileDisk {
  readonly folder: string;
  /** The file system finds an error in itself and lets nobody write any more, as Linux does by default. */
  turnReadOnly(): Promise<void>;
  /** Checked and mounted anew. Nobody may have a file of it open. */
  mend(): Promise<void>;
  end(): Promise<void>;
}

/** Why there are no disks here, or null. */
export async function whyNoDisks(): Promise<string | null> {
  if (process.getuid?.() !== 0) return '没有 root 权限，不能挂载测试用的磁盘';
  try {
    const disk = await smallDisk(1);
    await disk.end();
    return null;
  } catch (error) {
    return `这台机器不能挂载测试用的磁盘（${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}）`;
  }
}

const mebibyte = 1024 * 1024;

export async function smallDisk(mebibytes: number): Promise<SmallDisk> {
  const place = await mkdtemp(join(tmpdir(), 'xieshang-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=700`, 'xieshang-small', place]);
  const filler = join(place, 'filler');
  const folder = join(place, 'data');
  await mkdir(folder);
  return {
    folder,
    fill: () => {
      const handle = openSync(filler, 'a');
      try {
        // In large bites first, then what is left of the last page.
        for (let bytes = mebibyte; bytes >= 1;) if (!bitten(handle, bytes)) bytes = Math.floor(bytes / 4);
      } finally {
        closeSync(handle);
      }
    },
    makeRoom: () => rm(filler, { force: true }),
    end: async () => {
      await run('umount', [place]);
      await rm(place, { recursive: true, force: true });
    },
  };
}

function bitten(handle: number, bytes: number): boolean {
  try {
    return writeSync(handle, Buffer.alloc(bytes)) === bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

const loopMebibytes = 64;

export async function fragileDisk(): Promise<FragileDisk> {
  const place = await mkdtemp(join(tmpdir(), 'xieshang-disk-'));
  const image = join(place, 'image');
  const mounted = join(place, 'mounted');
  const handle = await open(image, 'w');
  await handle.truncate(loopMebibytes * mebibyte);
  await handle.close();
  await mkdir(mounted);
  await run('mkfs.ext4', ['-q', '-F', image]);
  const { stdout } = await run('losetup', ['--find', '--show', image]);
  const device = stdout.trim();
  const mount = (): Promise<unknown> => run('mount', ['-o', 'errors=remount-ro', device, mounted]);
  await mount();
  return {
    folder: join(mounted, 'data'),
    turnReadOnly: () => writeFile(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, '1'),
    mend: async () => {
      await run('umount', [mounted]);
      // 1: there was something to mend, and it is mended.
      await run('e2fsck', ['-fy', device]).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 1)) throw error;
      });
      await mount();
    },
    end: async () => {
      await run('umount', [mounted]);
      await run('losetup', ['--detach', device]);
      await rm(place, { recursive: true, force: true });
    },
  };
}
