// Knows of each character which change brought it, which took it, and whose it is when it was only moved; not what it says.
import { column, type Column } from './column.ts';

/** A character, or any other unit of the document, as Yjs counts them. */
export interface UnitId {
  readonly client: number;
  readonly clock: number;
}

export interface Lives {
  /** `seq` of the change that brought it. */
  born(id: UnitId): number;
  /** `seq` of the change that took it; 0 while it stands. */
  died(id: UnitId): number;
  /** What it is a copy of when it was moved or put back unchanged, at first hand; itself otherwise. */
  origin(id: UnitId): UnitId;
  bear(client: number, from: number, to: number, seq: number): void;
  /** The first death counts. */
  kill(client: number, from: number, length: number, seq: number): void;
  /** From now on `copy` is the words of `of`. */
  copies(copy: UnitId, of: UnitId): void;
  /** How many units of a client there were after a change. */
  reach(client: number, seq: number): number;
  clients(): Iterable<number>;
  /** Spans of a client's units that a change up to `seq` has taken. */
  deadOf(client: number, seq: number): readonly { readonly clock: number; readonly length: number }[];
}

interface OfClient {
  readonly born: Column;
  readonly died: Column;
  /** Both 1 too large, so that 0 is none. */
  readonly originClient: Column;
  readonly originClock: Column;
}

export function openLives(): Lives {
  const all = new Map<number, OfClient>();
  const clientNumbers: number[] = [];
  const placeOf = new Map<number, number>();
  const of = (client: number): OfClient => {
    const known = all.get(client);
    if (known) return known;
    const fresh = { born: column(), died: column(), originClient: column(), originClock: column() };
    all.set(client, fresh);
    placeOf.set(client, clientNumbers.push(client));
    return fresh;
  };
  const origin = (id: UnitId): UnitId => {
    const place = all.get(id.client)?.originClient.get(id.clock) ?? 0;
    const client = clientNumbers[place - 1];
    return client === undefined ? id : { client, clock: of(id.client).originClock.get(id.clock) - 1 };
  };
  return {
    born: ({ client, clock }) => all.get(client)?.born.get(clock) ?? 0,
    died: ({ client, clock }) => all.get(client)?.died.get(clock) ?? 0,
    origin,
    bear: (client, from, to, seq) => {
      const { born } = of(client);
      for (let clock = from; clock < to; clock += 1) born.set(clock, seq);
    },
    kill: (client, from, length, seq) => {
      const { died } = of(client);
      for (let clock = from; clock < from + length; clock += 1) if (died.get(clock) === 0) died.set(clock, seq);
    },
    copies: (copy, source) => {
      const first = origin(source);
      const { originClient, originClock } = of(copy.client);
      of(first.client);
      originClient.set(copy.clock, placeOf.get(first.client) ?? 0);
      originClock.set(copy.clock, first.clock + 1);
    },
    reach: (client, seq) => {
      const { born } = of(client);
      let [low, high] = [0, born.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (born.get(middle) <= seq) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    clients: () => all.keys(),
    deadOf: (client, seq) => {
      const { died } = of(client);
      const spans: { clock: number; length: number }[] = [];
      for (let clock = 0; clock < died.length; clock += 1) {
        const at = died.get(clock);
        if (at === 0 || at > seq) continue;
        const last = spans.at(-1);
        if (last && last.clock + last.length === clock) last.length += 1;
        else spans.push({ clock, length: 1 });
      }
      return spans;
    },
  };
}
