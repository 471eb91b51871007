// Knows where every speech stands on its way to a confirmation, and which are to be asked about; not how that is shown.
import type { AskedDigest, Instant, PersonId, RequestId, SpeechDigest, SpeechKind } from '@xieshang/meeting';
import { factId, wordingOf } from '@xieshang/minutes';
import { speechDigestHash } from '@xieshang/protocol';
import type { ConvenedMeeting } from '../../../live/index.ts';
import { longestDigest } from './passages.ts';

export type RowStanding = SpeechDigest['standing']['phase'] | 'notAsked' | 'overdue';

export interface SpeakerRow {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly kind: SpeechKind;
  readonly from: Instant;
  /** The record's sentence as it is now. */
  readonly fact: string;
  /** What stands under it in the text now. */
  readonly written: string;
  readonly digest: SpeechDigest | null;
  readonly standing: RowStanding;
  /** Asked, and the text or the record has other words since. */
  readonly changed: boolean;
}

const order: readonly RowStanding[] = ['contested', 'overdue', 'waiting', 'notAsked', 'excused', 'confirmed'];

/** What needs the office first; otherwise in the order of the speeches. */
export function rowsOf(
  meeting: ConvenedMeeting,
  passages: ReadonlyMap<RequestId, string>,
  now: Instant,
  zone: string,
): readonly SpeakerRow[] {
  const rows = meeting.queue.speeches.map(({ requestId, person, kind, from }): SpeakerRow => {
    const fact = wordingOf(meeting, factId(`speech.${requestId}`), zone)?.lines.join('\n') ?? '';
    const written = passages.get(requestId) ?? '';
    const digest = meeting.speechDigests[requestId] ?? null;
    const fits = written !== '' && written.length <= longestDigest;
    const changed = digest !== null && ((fits && written !== digest.text) || fact !== digest.fact);
    return { requestId, person, kind, from, fact, written, digest, standing: standingOf(digest, now), changed };
  });
  return rows.toSorted((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing));
}

/** M14. Who has not answered by the due time is waited for no longer. */
export function standingOf(digest: SpeechDigest | null, now: Instant): RowStanding {
  if (digest === null) return 'notAsked';
  const { standing, dueAt } = digest;
  return standing.phase === 'waiting' && dueAt !== null && dueAt <= now ? 'overdue' : standing.phase;
}

export interface ToAsk {
  readonly withText: readonly SpeakerRow[];
  /** Nothing is written under them. */
  readonly without: readonly SpeakerRow[];
  /** Of more than 500 characters: to be shortened one by one. */
  readonly tooLong: number;
}

/** M11. Those not asked yet, and those whose words have changed since. */
export function toAsk(rows: readonly SpeakerRow[]): ToAsk {
  const due = rows.filter(({ standing, changed }) => standing === 'notAsked' || changed);
  return {
    withText: due.filter(({ written }) => written !== '' && written.length <= longestDigest),
    without: due.filter(({ written, digest }) => written === '' && digest === null),
    tooLong: due.filter(({ written, digest }) => written.length > longestDigest && digest === null).length,
  };
}

/** Exactly what the speaker will be shown, under its hash. */
export function askedDigest({ requestId, fact }: Pick<SpeakerRow, 'requestId' | 'fact'>, text: string): AskedDigest {
  const shown = { requestId, fact, text };
  return { ...shown, hash: speechDigestHash(shown) };
}
