// Knows which images a meeting's minutes have and where their bytes lie; not where in the text they stand.
import type { HandedImage } from '@xieshang/minutes';
import type { Images } from '../ports.ts';
import { contentFolder } from './content-folder.ts';
import type { Database } from './database.ts';

export function sqlImages(db: Database, folder: string): Images {
  const content = contentFolder(folder);
  const of: Images['of'] = async (meeting) => {
    const rows = await db
      .selectFrom('minutes_images')
      .select(['id', 'mime', 'sha256', 'width', 'height'])
      .where('meeting_id', '=', meeting)
      .execute();
    return new Map(rows.map(({ id, mime, ...rest }) => [id, { ...rest, mime: mime as HandedImage['mime'] }]));
  };
  return {
    of,
    add: async ({ meeting, image, by, at, ...handed }, bytes, most) => {
      const before = await of(meeting);
      const known = before.get(image);
      if (known) return known.sha256 === handed.sha256 ? 'kept' : 'idTaken';
      if (before.size >= most) return 'tooMany';
      await content.keep(handed.sha256, bytes);
      const added = await db
        .insertInto('minutes_images')
        .values({ meeting_id: meeting, id: image, ...handed, bytes: bytes.length, author: by, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 1n) return 'kept';
      return (await of(meeting)).get(image)?.sha256 === handed.sha256 ? 'kept' : 'idTaken';
    },
    read: content.read,
  };
}
