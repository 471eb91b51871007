// Knows what a browser keeps of the sealed ballots given on it: tags until the server has answered, receipts until the page goes; never a mark.
import type { MeetingId, PersonId, VoteId } from '@xieshang/meeting';

/** One sealed ballot as its voter can find it again. */
export interface GivenBallot {
  readonly vote: VoteId;
  readonly revision: number;
  readonly hash: string;
  readonly level: 'hash' | 'tag';
  /** What was voted on. */
  readonly title: string;
  readonly tags: readonly { readonly item: string; readonly label: string; readonly tag: string }[];
  /** The server's signature, once it was checked. */
  readonly receipt: { readonly key: string; readonly signature: string } | null;
}

/**
 * Until it is acknowledged a ballot's tags outlive the browser, like the sealed bytes beside which they lie; a receipt lasts as long as its
 * tab, because who found it with the published list would know the vote. Both go at sign-out.
 */
const prefix = 'xieshang.ballot.';
const receipts = 'xieshang.receipt.';
const nameOf = (person: string, meeting: string, vote: string): string => `${person} ${meeting} tags.${vote}`;

export function keepGiven(meeting: MeetingId, person: PersonId, given: GivenBallot): void {
  const name = nameOf(person, meeting, given.vote);
  attempt(() => {
    if (given.receipt) {
      sessionStorage.setItem(receipts + name, JSON.stringify(given));
      localStorage.removeItem(prefix + name);
    } else localStorage.setItem(prefix + name, JSON.stringify(given));
  });
}

/** Those of a meeting: not acknowledged yet before acknowledged. */
export function givenBallots(meeting: MeetingId, person: PersonId): readonly GivenBallot[] {
  const start = nameOf(person, meeting, '');
  return [...stored(localStorageIfAny(), prefix + start), ...stored(sessionStorageIfAny(), receipts + start)].filter(isGiven);
}

/** Of a ballot that was not counted, or that another took the place of. */
export function forgetGiven(meeting: MeetingId, person: PersonId, vote: VoteId): void {
  attempt(() => localStorage.removeItem(prefix + nameOf(person, meeting, vote)));
}

/** At sign-out. */
export function forgetReceipts(person: string): void {
  for (const [store, start] of [
    [localStorageIfAny(), `${prefix}${person} `],
    [sessionStorageIfAny(), `${receipts}${person} `],
  ] as const) {
    for (const key of keysOf(store, start)) attempt(() => store?.removeItem(key));
  }
}

const isGiven = (value: unknown): value is GivenBallot =>
  typeof value === 'object' && value !== null && 'hash' in value && 'tags' in value && 'vote' in value && 'revision' in value;

const stored = (store: Storage | null, start: string): readonly unknown[] =>
  keysOf(store, start).map((key) => attempt(() => JSON.parse(store?.getItem(key) ?? 'null')));

const keysOf = (store: Storage | null, start: string): readonly string[] =>
  Array.from({ length: store?.length ?? 0 }, (_, at) => store?.key(at) ?? '').filter((key) => key.startsWith(start));

const localStorageIfAny = (): Storage | null => attempt(() => localStorage);
const sessionStorageIfAny = (): Storage | null => attempt(() => sessionStorage);

function attempt<Answer>(act: () => Answer): Answer | null {
  try {
    return act();
  } catch {
    return null; // A browser may be told to keep nothing: then a receipt lasts as long as its page.
  }
}
