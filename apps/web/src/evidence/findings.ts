// Holds a verified bundle against what this very browser knows: what it shows now, what it saw before, what it reads. Draws nothing.
import type { Manuscript } from '@xieshang/minutes';
import { canonical, digestOf, type Hash, type Json } from '@xieshang/protocol';
import type { Accepted, Verified } from '@xieshang/record/verify';
import type { Seen } from '../live/seen.ts';

export interface Known {
  /** What the meeting's page follows at this moment. */
  readonly live: { readonly seq: number; readonly head: Hash; readonly key: string | null };
  /** What this browser remembered when the page was opened. */
  readonly seen: Seen | null;
  /** The issued text as it was fetched for reading; null where none is issued. */
  readonly text: { readonly manuscript: Manuscript; readonly hash: string | null } | null;
}

/** `unknown`: there was nothing to compare with. */
export type Holds = 'right' | 'wrong' | 'unknown';

export interface Findings {
  readonly log: Holds;
  readonly page: Holds;
  readonly earlier: Holds;
  readonly key: Holds;
  readonly votes: Holds;
  readonly minutes: Holds;
}

const holds = (right: boolean): Holds => (right ? 'right' : 'wrong');

/** Law 13. The hash of what is displayed, computed here. */
export const hashOfText = (manuscript: Manuscript): Hash => digestOf(canonical(manuscript as unknown as Json));

function headAt({ heads }: Accepted, seq: number): Hash | undefined {
  return heads[seq - 1];
}

/** Of a bundle that was refused nothing more is said: its reason is. */
export function findingsOf(bundle: Accepted, { live, seen, text }: Known): Findings {
  const fingerprintOfKey = (key: string): string => digestOf(key).slice(0, 32);
  return {
    log: 'right',
    // The page may be ahead of the bundle by what came while it was made.
    page: live.seq > bundle.seq ? 'unknown' : holds(headAt(bundle, live.seq) === live.head),
    earlier: seen === null ? 'unknown' : holds(headAt(bundle, seen.seq) === seen.head),
    key:
      live.key === null ? 'unknown' : holds([live.key, seen?.key ?? live.key].every((key) => fingerprintOfKey(key) === bundle.fingerprint)),
    votes: bundle.votes === 0 ? 'unknown' : 'right',
    minutes: minutesOf(bundle, text),
  };
}

function minutesOf({ minutes }: Accepted, text: Known['text']): Holds {
  if (minutes === null || text === null) return 'unknown';
  return holds(text.hash === minutes && hashOfText(text.manuscript) === minutes);
}

export const isRight = (verified: Verified, findings: Findings | null): boolean =>
  verified.ok && findings !== null && !Object.values(findings).includes('wrong');
