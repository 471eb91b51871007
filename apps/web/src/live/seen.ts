// Knows what this browser remembers of a meeting's log: how far it went, the head there, the server's key. No text, no name.
import { firstHead, type Hash } from '@xieshang/protocol';
import { inBrowser } from './kept.ts';

export interface Seen {
  readonly seq: number;
  readonly head: Hash;
  /** The server's key, lower-case hex. */
  readonly key: string;
}

/** Under a name from which the meeting cannot be read. */
const placeOf = (meeting: string): string => `xieshang.seen.${firstHead(meeting).slice(0, 32)}`;

const form = /^(\d{1,15}) ([0-9a-f]{64}) ([0-9a-f]{64})$/;

/** Null where there is nothing, or where the browser keeps nothing. */
export function seenOf(meeting: string): Seen | null {
  const [, seq, head, key] = form.exec(inBrowser.text(placeOf(meeting)) ?? '') ?? [];
  return seq === undefined || head === undefined || key === undefined ? null : { seq: Number(seq), head, key };
}

/** Goes only forward, unless the log was set back with a reason. */
export function keepSeen(meeting: string, { seq, head, key }: Seen, setBack: 'setBack' | 'forward' = 'forward'): void {
  if (setBack === 'forward' && (seenOf(meeting)?.seq ?? 0) >= seq) return;
  inBrowser.keepText(placeOf(meeting), `${seq} ${head} ${key}`);
}
