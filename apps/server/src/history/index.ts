// The door to the past of the minutes: who may look into it (M20), and what is asked of it. Changes no text.
import { mayReadHistory, personId, type Meeting, type MeetingId } from '@xieshang/meeting';
import { schemaVersion, type DocumentJson } from '@xieshang/minutes';
import type { Authorship, AutomaticVersion, Difference, Frame, Page, FoundText } from '@xieshang/minutes/history';
import type { MinutesHistoryStore, NamedVersion } from '../ports.ts';
import { openHistorian } from './historian.ts';
import { momentsOf } from './moments.ts';

export interface HistoryDeps {
  readonly store: MinutesHistoryStore;
  /** The state of a convened meeting as it is on disk, or null. */
  readonly state: (meeting: MeetingId) => Promise<Meeting | null>;
  /** The meeting's own log. */
  readonly records: (meeting: MeetingId) => Promise<readonly { readonly bytes: string }[]>;
  readonly clock: () => number;
}

export type Version = AutomaticVersion | ({ readonly kind: 'named' } & NamedVersion);

export interface Overview {
  /** The last change there is; 0 while nobody has opened the minutes. */
  readonly seq: number;
  readonly versions: readonly Version[];
  readonly frames: readonly Frame[];
}

/** The past of one meeting's minutes, for somebody who may look into it; null for a `seq` that is none. */
export interface Past {
  overview(): Promise<Overview>;
  page(seq: number): Promise<Page | null>;
  document(seq: number): Promise<DocumentJson | null>;
  difference(from: number, to: number): Promise<Difference | null>;
  found(): Promise<readonly FoundText[]>;
  authorship(): Promise<Authorship>;
  /** Names a moment, without `seq` the last one. The same again gives the first answer. */
  name(version: {
    readonly id: string;
    readonly name: string;
    readonly seq: number | null;
  }): Promise<NamedVersion | 'issued' | 'taken' | null>;
}

export interface MinutesHistory {
  /** Null to who may not look into it now (M20), and where there is no such meeting. */
  lookInto(meeting: MeetingId, person: string): Promise<Past | null>;
  close(): Promise<void>;
}

export function openMinutesHistory({ store, state, records, clock }: HistoryDeps): MinutesHistory {
  const historian = openHistorian(store);

  const pastOf = async (meeting: MeetingId, person: string, now: Extract<Meeting, { readonly agenda: unknown }>): Promise<Past> => {
    const lineage = await store.lineage(meeting, schemaVersion);
    const head = lineage.reduce((sum, { head: last }) => sum + last, 0);
    const isSeq = (seq: number): boolean => Number.isInteger(seq) && seq >= 1 && seq <= head;
    /** The document in which a change was made, and its number there. */
    const placeOf = (seq: number) => {
      let before = 0;
      for (const { document, head: last } of lineage) {
        if (seq <= before + last) return { document, seq: seq - before, before };
        before += last;
      }
      return null;
    };

    return {
      overview: async () => {
        if (head === 0) return { seq: 0, versions: [], frames: [] };
        const moments = momentsOf(await records(meeting), now.agenda.stages);
        const { versions, frames } = await historian.ask(meeting, lineage, { kind: 'timeline', moments, now: clock() });
        const named: Version[] = [];
        let before = 0;
        for (const { document, head: last } of lineage) {
          const offset = before;
          named.push(...(await store.versions(document)).map((one): Version => ({ kind: 'named', ...one, seq: offset + one.seq })));
          before += last;
        }
        return { seq: head, versions: [...versions, ...named].toSorted((one, other) => one.seq - other.seq || one.at - other.at), frames };
      },
      page: async (seq) => (isSeq(seq) ? historian.ask(meeting, lineage, { kind: 'page', seq }) : null),
      document: async (seq) => (isSeq(seq) ? historian.ask(meeting, lineage, { kind: 'document', seq }) : null),
      difference: async (from, to) => (isSeq(from) && isSeq(to) ? historian.ask(meeting, lineage, { kind: 'difference', from, to }) : null),
      found: async () => (head === 0 ? [] : historian.ask(meeting, lineage, { kind: 'found' })),
      authorship: async () => (head === 0 ? { seq: 0, spans: [] } : historian.ask(meeting, lineage, { kind: 'authorship' })),
      name: async ({ id, name, seq }) => {
        if (now.minutes.phase === 'issued') return 'issued';
        const place = placeOf(seq ?? head);
        if (!place || !isSeq(seq ?? head)) return null;
        const kept = await store.nameVersion(place.document, { id, name, seq: place.seq, by: person, at: clock() });
        return kept ? { ...kept, seq: place.before + kept.seq } : 'taken';
      },
    };
  };

  return {
    lookInto: async (meeting, person) => {
      const now = await state(meeting);
      if (now === null || now.phase === 'notConvened' || !mayReadHistory(now, personId(person))) return null;
      return pastOf(meeting, person, now);
    },
    close: () => historian.close(),
  };
}
