// Knows how remarks on minutes are taken: decided one after another, on disk, then told; not over which door they come nor how they are kept.
import { personId, type Meeting, type MeetingId } from '@xieshang/meeting';
import {
  decideRemark,
  isSameEntry,
  mayReadRemarks,
  mentionsOf,
  noRemarks,
  remarkId,
  withEntries,
  type RemarkAct,
  type RemarkEntry,
  type RemarkId,
  type RemarkRefusal,
  type Remarks,
} from '@xieshang/minutes';
import type { Clock, RemarkStore } from './ports.ts';

/** What somebody who may read them is shown. */
export interface ReadRemarks {
  /** In order. */
  readonly entries: readonly RemarkEntry[];
  /** Number of the newest entry there is. */
  readonly newest: number;
  /** Numbers of the entries that mention the reader and that they have not seen. */
  readonly unseen: readonly number[];
}

export type RemarkAnswer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: RemarkRefusal | { readonly type: 'UnknownMeeting' | 'RemarkIdTaken' } };

export interface RemarkBook {
  /** B1. Entries after that number, at most so many; null to who may not read them. */
  readFor(meeting: MeetingId, person: string, after: number, most: number): Promise<ReadRemarks | null>;
  /** B1–B9. On disk before it answers; the same id with the same act has one effect and gets the same answer (B8). */
  put(meeting: MeetingId, person: string, asked: { readonly id: RemarkId; readonly act: RemarkAct }): Promise<RemarkAnswer>;
  /** B7. Only what mentions the person counts. False to who may not read them. */
  see(meeting: MeetingId, person: string, seqs: readonly number[]): Promise<boolean>;
  /** Number of the newest entry, 0 when there is none. */
  newest(meeting: MeetingId): number;
  /** Calls with the number of each new entry once it is on disk. */
  watch(listener: (meeting: MeetingId, newest: number) => void): void;
}

export interface RemarkBookDeps {
  readonly store: RemarkStore;
  readonly clock: Clock;
  /** The meeting as it is on disk; null when there is none. */
  readonly state: (meeting: MeetingId) => Promise<Meeting | null>;
}

/** What is known of a meeting's remarks; nothing is ever taken out of them, so it only lacks what came later. */
interface Known {
  readonly entries: readonly RemarkEntry[];
  readonly remarks: Remarks;
}

const nothing: Known = { entries: [], remarks: noRemarks };

export async function openRemarkBook({ store, clock, state }: RemarkBookDeps): Promise<RemarkBook> {
  const newest = new Map(await store.newest());
  const known = new Map<MeetingId, Known>();
  const turns = new Map<MeetingId, Promise<unknown>>();
  const listeners: ((meeting: MeetingId, newest: number) => void)[] = [];

  const catchUp = async (meeting: MeetingId): Promise<Known> => {
    const before = known.get(meeting) ?? nothing;
    const rows = await store.after(meeting, before.entries.length);
    if (rows.length === 0) return before;
    const later = rows.map(({ seq, id, by, at, act }): RemarkEntry => ({
      ...{ seq, id: remarkId(id), by: personId(by), at },
      act: JSON.parse(act) as RemarkAct,
    }));
    const after = { entries: [...before.entries, ...later], remarks: withEntries(before.remarks, later) };
    known.set(meeting, after);
    return after;
  };

  /** One after another in each meeting. */
  const inTurn = async <Answer>(meeting: MeetingId, work: () => Promise<Answer>): Promise<Answer> => {
    const turn = (turns.get(meeting) ?? Promise.resolve()).then(work, work);
    turns.set(meeting, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(meeting) === turn) turns.delete(meeting);
    }
  };

  const put = async (meeting: MeetingId, person: string, { id, act }: { id: RemarkId; act: RemarkAct }): Promise<RemarkAnswer> => {
    const now = await state(meeting);
    if (!now) return { ok: false, refusal: { type: 'UnknownMeeting' } };
    const by = personId(person);
    for (;;) {
      const { entries, remarks } = await catchUp(meeting);
      const there = entries.find((entry) => entry.id === id);
      if (there && mayReadRemarks(now, by))
        return isSameEntry(there, { act, by }) ? { ok: true, seq: there.seq } : { ok: false, refusal: { type: 'RemarkIdTaken' } };
      const decision = decideRemark(now, remarks, { act, by, entries: entries.length });
      if (!decision.ok) return decision;
      if (!decision.adds) return { ok: true, seq: entries.length };
      const seq = entries.length + 1;
      const row = { seq, id, by, at: clock(), act: JSON.stringify(act) };
      // Somebody else was first: decided again on what there is now.
      if ((await store.append(meeting, row)) === 'conflict') continue;
      newest.set(meeting, seq);
      for (const listener of listeners) listener(meeting, seq);
      return { ok: true, seq };
    }
  };

  const readable = async (meeting: MeetingId, person: string): Promise<Known | null> => {
    const now = await state(meeting);
    return now && mayReadRemarks(now, personId(person)) ? inTurn(meeting, () => catchUp(meeting)) : null;
  };

  return {
    readFor: async (meeting, person, after, most) => {
      const found = await readable(meeting, person);
      if (!found) return null;
      const seen = await store.seenBy(meeting, person);
      return {
        entries: found.entries.slice(after, after + most),
        newest: found.entries.length,
        unseen: mentionsOf(found.remarks, personId(person)).filter((seq) => !seen.has(seq)),
      };
    },
    put: (meeting, person, asked) => inTurn(meeting, () => put(meeting, person, asked)),
    see: async (meeting, person, seqs) => {
      const found = await readable(meeting, person);
      if (!found) return false;
      const mentions = new Set(mentionsOf(found.remarks, personId(person)));
      await store.see(
        meeting,
        person,
        seqs.filter((seq) => mentions.has(seq)),
      );
      return true;
    },
    newest: (meeting) => newest.get(meeting) ?? 0,
    watch: (listener) => void listeners.push(listener),
  };
}
