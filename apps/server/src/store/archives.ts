// Knows where the files of other houses' consultations lie and what the list of them says; not what is in them.
import { meetingId } from '@xieshang/meeting';
import type { ArchiveRow, ArchiveStore } from '../ports.ts';
import type { Database } from './database.ts';
import { contentFolder } from './content-folder.ts';

export function sqlArchives(db: Database, folder: string): ArchiveStore {
  const content = contentFolder(folder);
  const rows = () =>
    db
      .selectFrom('archives')
      .select(['meeting_id', 'title', 'topic', 'starts_at', 'fingerprint', 'sha256', 'bytes', 'imported_at', 'imported_by']);
  const find = async (meeting: ArchiveRow['meeting']): Promise<ArchiveRow | null> => {
    const row = await rows().where('meeting_id', '=', meeting).executeTakeFirst();
    return row ? fromRow(row) : null;
  };
  return {
    list: async () => (await rows().orderBy('starts_at', 'desc').orderBy('meeting_id').execute()).map(fromRow),
    find,
    add: async (row, file) => {
      await content.keep(row.sha256, file);
      const { meeting, title, topic, fingerprint, sha256, bytes } = row;
      await db
        .insertInto('archives')
        .values({
          ...{ meeting_id: meeting, title, topic, starts_at: row.startsAt, fingerprint, sha256, bytes },
          ...{ imported_at: row.importedAt, imported_by: row.importedBy },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const kept = await find(meeting);
      return kept?.sha256 === sha256 ? kept : null;
    },
    read: content.read,
  };
}

interface Row {
  readonly meeting_id: string;
  readonly title: string;
  readonly topic: string;
  readonly starts_at: number;
  readonly fingerprint: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly imported_at: number;
  readonly imported_by: string;
}

const fromRow = ({ meeting_id, starts_at, imported_at, imported_by, ...row }: Row): ArchiveRow => ({
  meeting: meetingId(meeting_id),
  ...row,
  startsAt: Number(starts_at),
  importedAt: Number(imported_at),
  importedBy: imported_by,
});
