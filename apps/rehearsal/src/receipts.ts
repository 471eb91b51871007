// Knows how long edits took to the disk, by the receipts of one connection after another; not what was edited.

export interface Receipts {
  /** A new connection counts from nothing; what it brings of before, it brings uncounted. */
  connected(): void;
  /** An edit that went out as the next update frame. */
  sent(at: number): void;
  /** Message 100: the first `count` update frames of this connection are on disk. */
  onDisk(count: number, at: number): void;
  /** ms, one for each edit with a receipt. */
  samples(): readonly number[];
  /** Edits of this connection without a receipt. */
  open(): number;
  /** Edits whose connection ended before their receipt. */
  cut(): number;
}

export function receipts(): Receipts {
  let sentAt: number[] = [];
  let done = 0;
  let cut = 0;
  const samples: number[] = [];
  return {
    connected: () => {
      cut += sentAt.length - done;
      sentAt = [];
      done = 0;
    },
    sent: (at) => void sentAt.push(at),
    onDisk: (count, at) => {
      for (const sent of sentAt.slice(done, count)) samples.push(at - sent);
      done = Math.max(done, Math.min(count, sentAt.length));
    },
    samples: () => samples,
    open: () => sentAt.length - done,
    cut: () => cut,
  };
}
