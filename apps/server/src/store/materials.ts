// Knows where the bytes of materials lie and what each is called; not who may read them.
import { open, readFile, rename, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { MaterialCircle, Materials, StoredMaterial } from '../ports.ts';
import type { Database } from './database.ts';

/** Bytes are kept once by content; the file name is the SHA-256, so nothing a person typed is ever a path. */
export function sqlMaterials(db: Database, folder: string): Materials {
  const file = (sha256: string): string => join(folder, sha256);
  const find = async (meeting: StoredMaterial['meeting'], materialId: string): Promise<StoredMaterial | null> => {
    const row = await db
      .selectFrom('materials')
      .selectAll()
      .where('meeting_id', '=', meeting)
      .where('id', '=', materialId)
      .executeTakeFirst();
    if (!row) return null;
    const { name, mime, bytes, sha256, circle, shown } = row;
    return { meeting, materialId, name, mime, bytes, sha256, circle: circle as MaterialCircle, shown: shown === 1 };
  };
  return {
    find,
    add: async ({ meeting, materialId, ...rest }, content) => {
      if (!(await exists(file(rest.sha256), content.length))) await writeWhole(file(rest.sha256), content);
      const added = await db
        .insertInto('materials')
        .values({ meeting_id: meeting, id: materialId, ...rest, shown: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      const stored = await find(meeting, materialId);
      if (added.numInsertedOrUpdatedRows === 1n) return stored;
      return stored?.sha256 === rest.sha256 && stored.name === rest.name ? stored : null;
    },
    read: async (sha256) => new Uint8Array(await readFile(file(sha256))),
  };
}

const exists = async (path: string, bytes: number): Promise<boolean> => {
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
