// Makes this browser a witness of a meeting: holds the log against an earlier visit, remembers how far it went, says so when it differs.
import type { MeetingId } from '@xieshang/meeting';
import type { Picture } from '@xieshang/room';
import { api, digestsAddress } from '../http/api.ts';
import { keepSeen, seenOf, type Seen } from './seen.ts';
import { testimony, type Testimony } from './witness.ts';

interface Attended {
  readonly meeting: MeetingId;
  readonly picture: () => Picture;
  /** Whether the page has found a signed restoration that explains what it saw itself. */
  readonly isExplained: () => boolean;
  readonly changed: () => void;
}

export interface Witness {
  /** Told when the server has answered for the first time, and again. */
  greeted(): void;
  /** Told of every change. */
  changed(): void;
  /** What this browser saw at an earlier visit is not in the log, and nothing explains it. */
  contradicts(): boolean;
  close(): void;
}

/** Facts come in bursts; what is remembered is the last of one, ms. */
const rememberAfterMs = 1000;

export function attend({ meeting, picture, isExplained, changed }: Attended): Witness {
  let verdict: Testimony | 'asking' | null = null;
  let reported = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = (): Seen | null => {
    const { seq, head, standing } = picture();
    return standing && { seq, head, key: standing.key };
  };

  const remember = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const seen = now();
    const holds = picture().chain === 'holds' || isExplained();
    if (seen && holds && (verdict === 'extends' || verdict === 'restored')) keepSeen(meeting, seen, isExplained() ? 'setBack' : 'forward');
  };

  const report = (seen: Pick<Seen, 'seq' | 'head'>): void => {
    if (reported) return;
    reported = true;
    api.reportFork(meeting, { seq: seen.seq, head: seen.head }).catch(() => undefined);
  };

  const judge = async (seen: Seen): Promise<void> => {
    const { seq, head, standing } = picture();
    if (!standing) return;
    verdict = 'asking';
    const asked = { meeting, seq, head, key: standing.key, epochs: standing.epochs };
    verdict = await testimony(seen, asked, digests).catch(() => null);
    const at = now();
    if (verdict === 'restored' && at) keepSeen(meeting, at, 'setBack');
    if (verdict === 'contradicts') report(seen);
    changed();
  };

  const digests = async (after: number): Promise<Uint8Array> => {
    const answer = await fetch(digestsAddress(meeting, after), { credentials: 'same-origin' });
    if (!answer.ok) throw new Error('no digests');
    return new Uint8Array(await answer.arrayBuffer());
  };

  return {
    greeted: () => {
      if (verdict !== null) return;
      const seen = seenOf(meeting);
      if (seen) void judge(seen);
      else if (now()) verdict = 'extends';
      remember();
    },
    changed: () => {
      timer ??= setTimeout(remember, rememberAfterMs);
      // What the page itself saw go wrong is worth as much as what it remembers.
      const { setBack, chain } = picture();
      const seen = seenOf(meeting);
      if (chain === 'broken' && !setBack && seen) report(seen);
    },
    contradicts: () => verdict === 'contradicts',
    close: () => remember(),
  };
}
