// Knows where the bytes of materials lie and what each is called; not who may read them.
import type { MaterialCircle, Materials, StoredMaterial } from '../ports.ts';
import { contentFolder } from './content-folder.ts';
import type { Database } from './database.ts';

export function sqlMaterials(db: Database, folder: string): Materials {
  const kept = contentFolder(folder);
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
      await kept.keep(rest.sha256, content);
      const added = await db
        .insertInto('materials')
        .values({ meeting_id: meeting, id: materialId, ...rest, shown: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      const stored = await find(meeting, materialId);
      if (added.numInsertedOrUpdatedRows === 1n) return stored;
      return stored?.sha256 === rest.sha256 && stored.name === rest.name ? stored : null;
    },
    read: kept.read,
  };
}
