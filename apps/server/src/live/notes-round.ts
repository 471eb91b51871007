// Knows when a meeting is told what need not last, and tells each of its connections in turn; not what is in a note.
import type { MeetingId } from '@xieshang/meeting';
import type { Host } from '@xieshang/room';
import { eventPacket } from './frames.ts';
import { officeOf, notesOf } from './notes.ts';
import type { Line } from './outbox.ts';
import { watchScreens, type Drawn } from './screens.ts';

export interface Listener {
  readonly account: string;
  readonly line: Pick<Line, 'note'>;
  /** What it last said of itself, where it is a screen of the house. */
  readonly drawn: Drawn | null;
}

/** Those that attend one meeting. */
export interface Gathering {
  readonly host: Host;
  readonly listeners: readonly Listener[];
}

export interface NotesRound {
  readonly gatherings: () => ReadonlyMap<MeetingId, Gathering>;
  readonly clock: () => number;
  readonly textFails: (meeting: MeetingId) => boolean;
  readonly remarks: (meeting: MeetingId) => number;
  readonly jottings: (meeting: MeetingId) => number;
  readonly isBusy: () => boolean;
  readonly isForked: (meeting: MeetingId) => boolean;
  readonly report: (error: unknown) => void;
}

const noteEveryMs = 1000;
/** A note is repeated after that many quiet turns, so that a screen knows it is not stale. */
const quietTurns = 5;

/** Says `now` to each meeting when it differs from the last time, and now and then when it does not. Answers with the way to stop. */
export function takeNotes({ gatherings, clock, textFails, remarks, jottings, isBusy, isForked, report }: NotesRound): () => void {
  const said = new Map<MeetingId, { readonly text: string; readonly quiet: number }>();
  const screens = watchScreens();
  const say = (): void => {
    const here = gatherings();
    for (const meeting of said.keys()) {
      if (here.has(meeting)) continue;
      said.delete(meeting);
      screens.forget(meeting);
    }
    for (const [meeting, { host, listeners }] of here) {
      const { seq, state } = host.history();
      const persons = [...new Set(listeners.map(({ account }) => account))];
      const storageFails = host.storageFails() || textFails(meeting);
      const beside = { busy: isBusy(), forked: isForked(meeting), remarks: remarks(meeting), jottings: jottings(meeting) };
      const drawn = listeners.flatMap((one) => one.drawn ?? []);
      const seen = screens.turn(meeting, state, seq, drawn, clock());
      const notes = notesOf({ at: 0, seq, state, returned: host.returned, persons, storageFails, ...beside, screens: seen });
      const text = JSON.stringify(notes.office);
      const last = said.get(meeting);
      const quiet = last?.text === text ? last.quiet + 1 : 0;
      said.set(meeting, { text, quiet });
      if (quiet % quietTurns !== 0) continue;
      const at = clock();
      const [all, office] = [eventPacket('now', { ...notes.all, at }), eventPacket('now', { ...notes.office, at })];
      const inOffice = officeOf(state);
      for (const { account, line } of listeners) line.note(inOffice.has(account) ? office : all);
    }
  };
  const timer = setInterval(() => {
    try {
      say();
    } catch (error) {
      report(error);
    }
  }, noteEveryMs);
  return () => clearInterval(timer);
}
