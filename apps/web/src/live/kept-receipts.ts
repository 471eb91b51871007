// Knows what a browser keeps of the sealed ballots given on it: tags until the server has answered, receipts until the page goes; never a mark.
import type { MeetingId, PersonId, VoteId } from '@xieshang/meeting';
import { inBrowser, inTab } from './kept.ts';

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
  if (!given.receipt) inBrowser.keep(prefix + name, given);
  else if (inTab.keep(receipts + name, given)) inBrowser.forget(prefix + name);
}

/** Those of a meeting: not acknowledged yet before acknowledged. */
export function givenBallots(meeting: MeetingId, person: PersonId): readonly GivenBallot[] {
  const start = nameOf(person, meeting, '');
  return [...inBrowser.namesFrom(prefix + start).map(inBrowser.read), ...inTab.namesFrom(receipts + start).map(inTab.read)].filter(isGiven);
}

/** Of a ballot that was not counted, or that another took the place of. */
export const forgetGiven = (meeting: MeetingId, person: PersonId, vote: VoteId): void =>
  inBrowser.forget(prefix + nameOf(person, meeting, vote));

/** At sign-out. */
export function forgetReceipts(person: string): void {
  inBrowser.forgetFrom(`${prefix}${person} `);
  inTab.forgetFrom(`${receipts}${person} `);
}

const isGiven = (value: unknown): value is GivenBallot =>
  typeof value === 'object' && value !== null && 'hash' in value && 'tags' in value && 'vote' in value && 'revision' in value;
