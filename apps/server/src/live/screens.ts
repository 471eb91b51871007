// Knows which screens of the house are connected and whether each is up to date; not what is on them.
import { mainScreen, type Meeting, type MeetingId, type ScreenName } from '@xieshang/meeting';
import type { ScreenNote } from '@xieshang/protocol';

/** A connected screen, as it last spoke of itself. */
export interface Drawn {
  readonly name: ScreenName;
  /** The newest fact it has drawn; 0 before it has said so. */
  readonly seq: number;
  /** Server time of that word, epoch ms. */
  readonly at: number;
}

/** A screen speaks of itself every few seconds: one that has not for so long shows what is old, ms. */
export const silentAfterMs = 12_000;
/** So long a fact may be on its way to a screen, in turns of a second each. */
const turnsAllowed = 5;
/** Screens nobody has registered that are told of in one meeting. */
const mostStrangers = 12;

interface Known {
  /** The newest `seq` at each of the last turns, oldest first. */
  readonly seqs: readonly number[];
  /** When each screen was last known to be up to date, by name. */
  readonly currentAt: ReadonlyMap<ScreenName, number>;
}

export interface ScreenWatch {
  /** K6. Asked once a second of each meeting: its registered screens first, in their order, then connected ones nobody registered. */
  turn(meeting: MeetingId, state: Meeting, seq: number, here: readonly Drawn[], now: number): readonly ScreenNote[];
  forget(meeting: MeetingId): void;
}

export function watchScreens(): ScreenWatch {
  const known = new Map<MeetingId, Known>();
  return {
    turn: (meeting, state, seq, here, now) => {
      const before = known.get(meeting);
      const seqs = [...(before?.seqs ?? []), seq].slice(-turnsAllowed);
      const registered = state.phase === 'notConvened' ? [mainScreen] : state.screens.map(({ name }) => name);
      const byName = Map.groupBy(here, ({ name }) => name);
      const strangers = [...byName.keys()].filter((name) => !registered.includes(name)).slice(0, mostStrangers);
      const notes: ScreenNote[] = [];
      const currentAt = new Map<ScreenName, number>();
      for (const name of [...registered, ...strangers]) {
        const all = byName.get(name) ?? [];
        const lastAt = before?.currentAt.get(name);
        if (all.length === 0) {
          if (lastAt !== undefined) currentAt.set(name, lastAt);
          notes.push(
            lastAt === undefined ? { name, connected: 0, standing: 'never' } : { name, connected: 0, standing: 'gone', at: lastAt },
          );
          continue;
        }
        const oldest = all.reduce((one, other) => (other.at < one.at ? other : one));
        const isCurrent = now - oldest.at < silentAfterMs && all.every((one) => one.seq >= (seqs[0] ?? 0));
        const at = isCurrent ? oldest.at : Math.min(lastAt ?? oldest.at, oldest.at);
        currentAt.set(name, at);
        notes.push({ name, connected: all.length, ...(isCurrent ? { standing: 'current' } : { standing: 'behind', at }) });
      }
      known.set(meeting, { seqs, currentAt });
      return notes;
    },
    forget: (meeting) => void known.delete(meeting),
  };
}
