// Knows how a consultation's whole file is put together here and taken in from elsewhere; what fits together is the record's to say.
import type { Circle, Meeting, MeetingId } from '@xieshang/meeting';
import { archive, openArchive, type ArchiveFault, type OpenedArchive } from '@xieshang/record/archive';
import { nodeTools } from '@xieshang/record/verify';
import type { ArchiveRow, ArchiveStore, Clock, Committee, Materials, MeetingList, Extract, Extracts } from '../ports.ts';
import { hashOf } from '../tokens.ts';
import { papersOf } from './papers.ts';

export interface ArchivesDeps {
  readonly store: ArchiveStore;
  readonly materials: Pick<Materials, 'read'>;
  readonly meetings: Pick<MeetingList, 'find'>;
  readonly extracts: Pick<Extracts, 'replace'>;
  readonly extractsOf: (opened: OpenedArchive, zone: string) => readonly Extract[];
  readonly evidence: { bundle(meeting: MeetingId, circle: Circle): Promise<Uint8Array<ArrayBuffer>> };
  readonly state: (meeting: MeetingId) => Promise<Meeting | null>;
  readonly convenedAt: (meeting: MeetingId) => Promise<number | null>;
  readonly committee: () => Promise<Committee>;
  readonly clock: Clock;
}

export type TakenIn =
  | { readonly ok: true; readonly row: ArchiveRow }
  | { readonly ok: false; readonly fault: ArchiveFault | 'meetingHere' | 'another'; readonly detail: string };

export interface Archives {
  /** The whole file of a meeting that is over; null while it is not. */
  make(meeting: MeetingId): Promise<{ readonly title: string; readonly file: Uint8Array<ArrayBuffer> } | null>;
  /** Keeps a file from elsewhere, after holding it against its own evidence. The same file again is harmless. */
  takeIn(file: Uint8Array, by: string): Promise<TakenIn>;
  list(): Promise<readonly ArchiveRow[]>;
  /** Held against its evidence once more; null when there is none. */
  open(
    meeting: MeetingId,
  ): Promise<{ readonly row: ArchiveRow; readonly opened: OpenedArchive; readonly file: Uint8Array<ArrayBuffer> } | null>;
}

export function archives(deps: ArchivesDeps): Archives {
  const { store, materials, meetings, extracts, evidence, state, committee, clock } = deps;
  return {
    list: store.list,
    make: async (meeting) => {
      const now = await state(meeting);
      if (now === null || now.phase !== 'concluded') return null;
      const contents = await Promise.all(
        now.agenda.materials.map(async (material) => ({ material, content: await materials.read(material.sha256) })),
      );
      const { title } = now.notice;
      const proof = await evidence.bundle(meeting, 'office');
      const papers = await papersOf({ meeting: now, committee: await committee(), convenedAt: await deps.convenedAt(meeting) }, proof);
      return { title, file: archive({ meeting, title, materials: contents, evidence: proof, papers }) };
    },
    takeIn: async (file, by) => {
      const opened = openArchive(file, await nodeTools());
      if (!opened.ok) return opened;
      const { meeting, title, topic, startsAt } = opened.meeting.notice;
      if (await meetings.find(meeting)) return { ok: false, fault: 'meetingHere', detail: title };
      const row = await store.add(
        {
          ...{ meeting, title, topic, startsAt, fingerprint: opened.evidence.fingerprint },
          ...{ sha256: hashOf(file), bytes: file.length, importedAt: clock(), importedBy: by },
        },
        file,
      );
      if (row === null) return { ok: false, fault: 'another', detail: title };
      const found = deps.extractsOf(opened, (await committee()).zone);
      await extracts.replace(
        meeting,
        opened.evidence.seq,
        found.map((extract) => ({ ...extract, circle: 'office' as const })),
      );
      return { ok: true, row };
    },
    open: async (meeting) => {
      const row = await store.find(meeting);
      if (row === null) return null;
      const file = await store.read(row.sha256);
      const opened = openArchive(file, await nodeTools());
      if (!opened.ok) throw new Error(`the file of ${meeting} is not what was taken in: ${opened.fault}`);
      return { row, opened, file };
    },
  };
}
