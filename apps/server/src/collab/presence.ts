// Knows whose cursor stands where in one document (Y16, Y17); not what is written there.
import { teller, type Teller } from './pace.ts';
import { limits } from './limits.ts';
import { awarenessFrame, type Cursor } from './wire.ts';

export interface Visitor {
  /** Who the others see, whatever the client says. */
  readonly user: Readonly<Record<'name' | 'account' | 'color' | 'role', string>>;
  send(frame: Uint8Array): void;
}

export interface Presence<One extends Visitor> {
  take(visitor: One, cursors: readonly Cursor[]): void;
  /** All cursors, as a frame. */
  all(): Uint8Array;
  /** Y17: gone at once, unless the person has meanwhile come back under the same id. */
  leave(visitor: One): void;
  close(): void;
}

interface Standing extends Cursor {
  readonly visitor: Visitor;
}

export interface PresenceDeps<One extends Visitor> {
  readonly clock: () => number;
  /** Whether somebody may move the cursor of that client; `alone`: it was the only one in its frame. */
  readonly owns: (visitor: One, client: number, alone: boolean) => boolean;
  /** Hears of every move, also who made it: y-websocket lives on that echo. */
  readonly everybody: (frame: Uint8Array) => void;
}

export function openPresence<One extends Visitor>({ clock, owns, everybody }: PresenceDeps<One>): Presence<One> {
  const standing = new Map<number, Standing>();
  const moved = new Map<Visitor, { readonly clients: Map<number, Cursor>; readonly teller: Teller }>();

  const movesOf = (visitor: Visitor) => {
    const known = moved.get(visitor);
    if (known) return known;
    const clients = new Map<number, Cursor>();
    const tell = (): void => {
      if (clients.size > 0) everybody(awarenessFrame([...clients.values()]));
      clients.clear();
    };
    const fresh = { clients, teller: teller(limits.cursorEveryMs, clock, tell) };
    moved.set(visitor, fresh);
    return fresh;
  };

  const takeOne = (visitor: One, { client, clock: at, state }: Cursor, alone: boolean): void => {
    const before = standing.get(client);
    // Each client repeats what it has heard of the others; that is no news and no offence.
    if (!owns(visitor, client, alone) || state.length > limits.cursorBytes) return;
    if (at > (before?.clock ?? 0) + limits.cursorClockStep) return;
    if (before && at < before.clock) return;
    const said = dressed(state, visitor);
    if (said === undefined) return;
    if (said === null) {
      if (!before) return;
      standing.delete(client);
    } else {
      const own = [...standing.values()].filter((one) => one.visitor === visitor);
      if (!before && own.length >= limits.cursorsOfOne) return;
      standing.set(client, { client, clock: at, state: said, visitor });
    }
    const { clients, teller: telling } = movesOf(visitor);
    clients.set(client, { client, clock: at, state: said ?? 'null' });
    telling.due();
  };

  return {
    take: (visitor, cursors) => {
      for (const cursor of cursors) takeOne(visitor, cursor, cursors.length === 1);
    },
    all: () => awarenessFrame([...standing.values()]),
    leave: (visitor) => {
      const untold = moved.get(visitor);
      untold?.teller.stop();
      moved.delete(visitor);
      const own = [...standing.values()].filter((one) => one.visitor === visitor);
      for (const { client } of own) standing.delete(client);
      // Who goes properly says so first, and that may still wait to be told.
      const said = [...(untold?.clients.values() ?? [])].filter(({ client, state }) => state === 'null' && !standing.has(client));
      const gone = [...said, ...own.map((one) => ({ ...one, state: 'null' }))];
      if (gone.length > 0) everybody(awarenessFrame(gone));
    },
    close: () => {
      for (const { teller: telling } of moved.values()) telling.stop();
    },
  };
}

/** The state with the true name on it, null for one that leaves, undefined for none. */
function dressed(state: string, { user }: Visitor): string | null | undefined {
  try {
    const said: unknown = JSON.parse(state);
    if (said === null) return null;
    if (typeof said !== 'object' || Array.isArray(said)) return undefined;
    return JSON.stringify({ ...said, user });
  } catch {
    return undefined;
  }
}
