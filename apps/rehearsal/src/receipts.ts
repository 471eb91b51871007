// Knows how long edits took to the disk, by the receipts of one connection after another; not what was edited.

export interface Receipts {
  /** A new connection counts from nothing; what it brings of before, it brings uncounted. */
  connected(): void;
  /** An edit that went out as the next update frame, and the mark in it if it has one. */
  sent(at: number, mark?: string | null): void;
  /** Message 100: the first `count` update frames of this connection are on disk. */
  onDisk(count: number, at: number): void;
  /** ms, one for each edit with a receipt. */
  samples(): readonly number[];
  /** Marks of edits with a receipt: these were promised to be on disk. */
  marks(): readonly string[];
  /** Edits of this connection without a receipt. */
  open(): number;
  /** Edits whose connection ended before their receipt. */
  cut(): number;
}

export function receipts(): Receipts {
  let sentAt: { readonly at: number; readonly mark: string | null }[] = [];
  let done = 0;
  let cut = 0;
  const samples: number[] = [];
  const marks: string[] = [];
  return {
    connected: () => {
      cut += sentAt.length - done;
      sentAt = [];
      done = 0;
    },
    sent: (at, mark = null) => void sentAt.push({ at, mark }),
    onDisk: (count, at) => {
      for (const { at: sent, mark } of sentAt.slice(done, count)) {
        samples.push(at - sent);
        if (mark !== null) marks.push(mark);
      }
      done = Math.max(done, Math.min(count, sentAt.length));
    },
    samples: () => samples,
    marks: () => marks,
    open: () => sentAt.length - done,
    cut: () => cut,
  };
}
