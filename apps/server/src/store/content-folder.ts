// Knows how bytes are kept once, by content, under their SHA-256: nothing a person typed is ever a path. Not what they are.
import { randomUUID } from 'node:crypto';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface ContentFolder {
  /** On disk for good before it answers. */
  keep(sha256: string, content: Uint8Array): Promise<void>;
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
}

export function contentFolder(folder: string): ContentFolder {
  const file = (sha256: string): string => join(folder, sha256);
  return {
    keep: async (sha256, content) => {
      if (!(await isThere(file(sha256), content.length))) await writeWhole(file(sha256), content);
    },
    read: async (sha256) => new Uint8Array(await readFile(file(sha256))),
  };
}

const isThere = async (path: string, bytes: number): Promise<boolean> => {
  const found = await stat(path).catch(() => null);
  return found?.size === bytes;
};

/** On disk under a passing name first: a half-written file never has the final name. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const passing = `${path}.${randomUUID()}`;
  const handle = await open(passing, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(passing, path);
  // The name as well: whoever is told of the file must find it after a power cut.
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
