// Knows how the text of a meeting's minutes is read, sealed and kept as a manuscript; not who is writing in it.
import { mayReadManuscript, personId, type Correction, type Meeting, type MeetingId } from '@xieshang/meeting';
import { manuscriptOf, type DocumentJson, type Manuscript } from '@xieshang/minutes';
import { canonical, digestOf, type Json } from '@xieshang/protocol';
import type { Committee, Images, MinutesStore } from '../ports.ts';

export interface ManuscriptsDeps {
  /** The state of a convened meeting as it is on disk, or null. */
  readonly state: (meeting: MeetingId) => Promise<Meeting | null>;
  /** The text as it stands, from a clone. */
  readonly read: (meeting: MeetingId) => Promise<DocumentJson>;
  /** Stops all writing, flushes, and reads; `release` lets people write again. */
  readonly seal: (meeting: MeetingId) => Promise<{ readonly json: DocumentJson; release(): void }>;
  readonly store: Pick<MinutesStore, 'saveIssued' | 'findIssued'>;
  readonly images: Pick<Images, 'of'>;
  readonly committee: () => Promise<Committee>;
  readonly clock: () => number;
}

/** Minutes as somebody reads them. */
export interface ReadMinutes {
  readonly manuscript: Manuscript;
  /** Of issued minutes; null of a draft. */
  readonly hash: string | null;
  readonly issuedAt: number | null;
  readonly corrections: readonly Correction[];
}

export interface Manuscripts {
  /** M10. Whether somebody may read them now. */
  mayRead(meeting: MeetingId, person: string): Promise<boolean>;
  /** Null to who may not read them now (M10), and where there is no such meeting. */
  readFor(meeting: MeetingId, person: string): Promise<ReadMinutes | null>;
  /** Law 13. The text to be issued is on disk under its hash before this answers. */
  seal(
    meeting: MeetingId,
    issue: { readonly number: string; readonly copyTo?: string | undefined },
  ): Promise<{ readonly hash: string; release(): void }>;
}

/** Law 13. What is kept of an issued manuscript, its canonical JSON, and the hash that stands in the log. */
export function issuedForm(whole: Manuscript): { readonly manuscript: string; readonly hash: string } {
  // A manuscript is plain JSON by its types; the compiler cannot see that through interfaces.
  const manuscript = canonical(whole as unknown as Json);
  return { manuscript, hash: digestOf(manuscript) };
}

export function manuscripts({ state, read, seal, store, images, committee, clock }: ManuscriptsDeps): Manuscripts {
  const issuedText = async (meeting: MeetingId, hash: string): Promise<Manuscript> => {
    const kept = await store.findIssued(meeting, hash);
    if (kept === null || digestOf(kept.manuscript) !== hash) throw new Error('the issued minutes are not what was issued');
    const manuscript: Manuscript = JSON.parse(kept.manuscript);
    return manuscript;
  };

  return {
    mayRead: async (meeting, person) => {
      const now = await state(meeting);
      return now !== null && now.phase !== 'notConvened' && mayReadManuscript(now, personId(person));
    },
    readFor: async (meeting, person) => {
      const now = await state(meeting);
      if (now === null || now.phase === 'notConvened' || !mayReadManuscript(now, personId(person))) return null;
      const { minutes } = now;
      if (minutes.phase === 'issued') {
        const manuscript = await issuedText(meeting, minutes.hash);
        return { manuscript, hash: minutes.hash, issuedAt: minutes.issued.at, corrections: minutes.corrections };
      }
      const manuscript = manuscriptOf(await read(meeting), now, await committee(), { number: null, copyTo: '' }, await images.of(meeting));
      return { manuscript, hash: null, issuedAt: null, corrections: [] };
    },
    seal: async (meeting, { number, copyTo = '' }) => {
      const { json, release } = await seal(meeting);
      try {
        const now = await state(meeting);
        if (now === null) throw new Error('no minutes without a meeting');
        const text = manuscriptOf(json, now, await committee(), { number, copyTo }, await images.of(meeting));
        const { manuscript, hash } = issuedForm(text);
        await store.saveIssued({ meeting, hash, manuscript, at: clock() });
        return { hash, release };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
