// Knows how the office's jottings are taken: decided one after another, on disk, then told; not over which door they come nor how they are kept.
import {
  decideJotting,
  mayReadJottings,
  personId,
  type Jotting,
  type JottingAct,
  type JottingId,
  type JottingRefusal,
  type Meeting,
  type MeetingId,
} from '@xieshang/meeting';
import type { Clock, JottingStore } from './ports.ts';

/** What somebody who may read them is shown. */
export interface ReadJottings {
  /** Those that were written or changed after that, oldest change first. */
  readonly jottings: readonly Jotting[];
  /** Number of the newest change. */
  readonly newest: number;
}

export type JottingAnswer =
  | { readonly ok: true; readonly jotting: Jotting }
  | { readonly ok: false; readonly refusal: JottingRefusal | { readonly type: 'UnknownMeeting' } };

export interface JottingBook {
  /** L1. What changed after that revision, at most so many; null to who may not read them. */
  readFor(meeting: MeetingId, person: string, after: number, most: number): Promise<ReadJottings | null>;
  /** L1–L3. On disk before it answers; the same again has one effect and gets the same answer. To who may not read them the meeting is unknown. */
  put(meeting: MeetingId, person: string, asked: { readonly id: JottingId; readonly act: JottingAct }): Promise<JottingAnswer>;
  /** Number of the newest change, 0 when there is none. */
  newest(meeting: MeetingId): number;
}

export interface JottingBookDeps {
  readonly store: JottingStore;
  readonly clock: Clock;
  /** The meeting as it is on disk; null when there is none. */
  readonly state: (meeting: MeetingId) => Promise<Meeting | null>;
}

export async function openJottingBook({ store, clock, state }: JottingBookDeps): Promise<JottingBook> {
  const newest = new Map(await store.newest());
  /** The meeting, to those who may read its jottings. */
  const readable = async (meeting: MeetingId, person: string): Promise<Meeting | null> => {
    const now = await state(meeting);
    return now && mayReadJottings(now, personId(person)) ? now : null;
  };

  const put: JottingBook['put'] = async (meeting, person, { id, act }) => {
    const now = await readable(meeting, person);
    if (!now) return { ok: false, refusal: { type: 'UnknownMeeting' } };
    for (;;) {
      const all = await store.after(meeting, 0);
      const there = all.find((one) => one.id === id);
      const decision = decideJotting(now, there, { id, act, by: personId(person), at: clock(), count: all.length });
      if (!decision.ok) return decision;
      if (decision.next === null && there) return { ok: true, jotting: there };
      if (decision.next === null) return { ok: false, refusal: { type: 'UnknownJotting' } };
      const jotting = { ...decision.next, revision: (all.at(-1)?.revision ?? 0) + 1 };
      // Another one was first, here or on another node: decided again on what there is now.
      if ((await store.put(meeting, jotting)) === 'conflict') continue;
      newest.set(meeting, Math.max(newest.get(meeting) ?? 0, jotting.revision));
      return { ok: true, jotting };
    }
  };

  return {
    readFor: async (meeting, person, after, most) => {
      if (!(await readable(meeting, person))) return null;
      const later = await store.after(meeting, after);
      return { jottings: later.slice(0, most), newest: later.at(-1)?.revision ?? newest.get(meeting) ?? 0 };
    },
    put,
    newest: (meeting) => newest.get(meeting) ?? 0,
  };
}
