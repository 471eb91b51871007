// Knows how files are hashed, copied and brought to disk for good; not what they hold.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, open, rename, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FileEntry } from './manifest.ts';

/** Lower-case hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** A file as the manifest names it. */
export const entryOf = async (file: string, name: string): Promise<FileEntry> => ({
  name,
  bytes: (await stat(file)).size,
  sha256: await sha256Of(file),
});

/** Copies, brings the copy to disk and reads it again. False when what was read is not what its hash says; the copy then lies there all the same. */
export async function copyWhole(from: string, to: string, sha256: string): Promise<boolean> {
  await copyFile(from, to);
  await chmod(to, 0o600);
  await sync(to);
  return (await sha256Of(to)) === sha256;
}

/** Of a file or a folder: after it a power cut takes nothing of it. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** On disk under a passing name first: a half-written file never has the final name. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const passing = `${path}.part`;
  const handle = await open(passing, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(passing, path);
}
