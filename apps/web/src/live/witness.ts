// Judges whether the log of today follows on what this browser saw at an earlier visit (law 5). Shows nothing and remembers nothing.
import { nextHead, type Hash, type SignedEpoch } from '@xieshang/protocol';
import type { Seen } from './seen.ts';

export interface Now {
  readonly meeting: string;
  readonly seq: number;
  readonly head: Hash;
  readonly key: string;
  readonly epochs: readonly SignedEpoch[];
}

/** `restored`: a restoration signed by a key this server has or had explains it. `contradicts`: nothing does. */
export type Testimony = 'extends' | 'restored' | 'contradicts';

/** `digests`: of the facts after a number, 32 bytes each; rejects when they cannot be had. */
export async function testimony(seen: Seen, now: Now, digests: (after: number) => Promise<Uint8Array>): Promise<Testimony> {
  if (await follows(seen, now, digests)) return 'extends';
  const { readEpoch, isSignedBy } = await import('@xieshang/protocol/epoch');
  const isExplained = now.epochs.some((epoch) => {
    const said = readEpoch(epoch.statement);
    if (!said || said.seq >= seen.seq || (said.meeting !== now.meeting && said.meeting !== null)) return false;
    // Whoever compared another key's fingerprint and loaded the page anew has accepted it.
    return isSignedBy(epoch, seen.key) || isSignedBy(epoch, now.key);
  });
  return isExplained ? 'restored' : 'contradicts';
}

async function follows({ seq, head }: Seen, now: Now, digests: (after: number) => Promise<Uint8Array>): Promise<boolean> {
  if (now.seq < seq) return false;
  if (now.seq === seq) return now.head === head;
  const bytes = await digests(seq);
  let last = head;
  for (let at = 0; at < now.seq - seq; at += 1) last = nextHead(last, hex(bytes.subarray(at * 32, at * 32 + 32)));
  return last === now.head;
}

const hex = (bytes: Uint8Array): Hash => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
