// Reads sync messages in the order they came: a long beginning by slices, everything else at once. Knows no socket and no editor.
import { changeIn, nothingNew } from './frames.ts';
import { large, paced, takeIn } from './take-in.ts';

/** One sync message as it came. */
export interface Sync {
  readonly rest: Uint8Array<ArrayBuffer>;
  readonly emitSynced: boolean;
  readonly socket: WebSocket | null;
  readonly type: number;
}

interface Reading {
  /** In one go, with all that follows from it. */
  readonly read: (message: Sync) => void;
  readonly apply: (slice: Uint8Array) => void;
  /** How much of a long document is here, 0–1. */
  readonly coming: (share: number) => void;
  readonly closed: () => boolean;
}

export interface SyncReader {
  hear(message: Sync): void;
  /** The whole document has been here once: from now on it is shown, and every change is drawn in one go. */
  isWhole(): void;
}

export function syncReader({ read, apply, coming, closed }: Reading): SyncReader {
  let whole = false;
  let working = false;
  const waiting: Sync[] = [];
  const isLong = ({ rest }: Sync): boolean => !whole && (changeIn(rest)?.length ?? 0) >= large;

  const readSlowly = async (message: Sync): Promise<void> => {
    await takeIn(changeIn(message.rest) ?? new Uint8Array(), { apply, progress: coming, given: closed });
    if (!closed()) read({ ...message, rest: nothingNew(message.rest) });
  };

  /** With breaths between them. */
  const work = async (): Promise<void> => {
    working = true;
    const pause = paced();
    for (let message = waiting.shift(); message && !closed(); message = waiting.shift()) {
      if (isLong(message)) await readSlowly(message);
      else read(message);
      await pause();
    }
    working = false;
  };

  return {
    hear: (message) => {
      if (!working && !isLong(message)) return read(message);
      waiting.push(message);
      if (!working) void work();
      return undefined;
    },
    isWhole: () => {
      whole = true;
    },
  };
}
