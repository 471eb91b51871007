// Knows each own change until the server has it on disk: what it was, where, and how far it came. Knows no socket.
import * as Y from 'yjs';

export type Progress = 'typed' | 'received';

/** One own change that is not yet on disk. */
export interface Entry<Block> {
  readonly update: Uint8Array;
  /** The top-level blocks it touched. */
  readonly blocks: ReadonlySet<Block>;
}

interface Row<Block> extends Entry<Block> {
  /** Which update frame of the present connection carries it; null while unsent. */
  frame: number | null;
  progress: Progress;
}

export interface Frame<Block> {
  readonly update: Uint8Array;
  readonly rows: readonly Entry<Block>[];
}

export interface Ledger<Block> {
  /** An own change was made. */
  typed(update: Uint8Array, blocks: ReadonlySet<Block>): void;
  /** Law 10. What has to be sent now, in order, in frames of at most `most` bytes where changes are that small. */
  frames(most: number): readonly Frame<Block>[];
  /** The frame went out: the next update frame of this connection. */
  sent(frame: Frame<Block>): void;
  /** Message 101: the first `n` update frames of this connection were admitted. */
  received(n: number): void;
  /** Message 100: the first `n` update frames of this connection are on disk. Nothing else ends a change. */
  onDisk(n: number): void;
  /** The connection is gone, and with it every confirmation short of the disk. */
  lineLost(): void;
  counts(): { readonly typed: number; readonly received: number };
  entries(): readonly Entry<Block>[];
  /** How far the least far change of each block has come; a block without an entry is on disk. */
  progressOf(): ReadonlyMap<Block, Progress>;
  /** Number of changes that were sent on this connection and not confirmed in any way. */
  unanswered(): number;
}

/** Unsent changes are merged beyond this many, so that an hour without a network stays small. */
const mergeAbove = 50;
/** Bytes above which a merged change is left alone, so that frames stay below the server's limit. */
const mergeBelow = 64 * 1024;

const sizeOf = (entries: readonly { readonly update: Uint8Array }[]): number => entries.reduce((sum, { update }) => sum + update.length, 0);
const blocksOf = <Block>(entries: readonly Entry<Block>[]): ReadonlySet<Block> => new Set(entries.flatMap(({ blocks }) => [...blocks]));

export function createLedger<Block>(): Ledger<Block> {
  let rows: Row<Block>[] = [];
  let sentFrames = 0;

  /** Only the newest run of small ones: what a change depends on stays before it. */
  const merge = (): void => {
    let from = rows.length;
    for (let at = from - 1; at >= 0; at -= 1) {
      const row = rows[at];
      if (!row || row.frame !== null || row.update.length >= mergeBelow) break;
      from = at;
    }
    const run = rows.slice(from);
    if (run.length <= mergeAbove) return;
    rows = [
      ...rows.slice(0, from),
      { update: Y.mergeUpdates(run.map(({ update }) => update)), blocks: blocksOf(run), frame: null, progress: 'typed' },
    ];
  };

  return {
    typed: (update, blocks) => {
      rows.push({ update, blocks, frame: null, progress: 'typed' });
      merge();
    },
    frames: (most) => {
      const groups: Row<Block>[][] = [];
      for (const row of rows) {
        if (row.frame !== null) continue;
        const last = groups.at(-1);
        if (last && sizeOf(last) + row.update.length <= most) last.push(row);
        else groups.push([row]);
      }
      return groups.map((group) => {
        const [only, second] = group;
        const update = only && !second ? only.update : Y.mergeUpdates(group.map((row) => row.update));
        return { update, rows: group };
      });
    },
    sent: (frame) => {
      sentFrames += 1;
      const carried = new Set<Entry<Block>>(frame.rows);
      for (const row of rows) if (carried.has(row)) row.frame = sentFrames;
    },
    received: (n) => {
      for (const row of rows) if (row.frame !== null && row.frame <= n) row.progress = 'received';
    },
    onDisk: (n) => {
      rows = rows.filter(({ frame }) => frame === null || frame > n);
    },
    lineLost: () => {
      sentFrames = 0;
      for (const row of rows) {
        row.frame = null;
        row.progress = 'typed';
      }
    },
    counts: () => {
      const received = rows.filter(({ progress }) => progress === 'received').length;
      return { typed: rows.length - received, received };
    },
    entries: () => rows,
    progressOf: () => {
      const progress = new Map<Block, Progress>();
      for (const row of rows) {
        for (const block of row.blocks) if (progress.get(block) !== 'typed') progress.set(block, row.progress);
      }
      return progress;
    },
    unanswered: () => rows.filter(({ frame, progress }) => frame !== null && progress === 'typed').length,
  };
}
