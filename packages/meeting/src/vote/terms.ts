// Knows in which forms a vote is taken and what has to be settled before it opens; not how it is counted.
import type { VoteId } from '../ids.ts';

/** How a counted vote is given: 按键记名 · 按键不公开逐人 · 举手 · 纸质 · 无记名投票. */
export const voteForms = ['named', 'unnamed', 'showOfHands', 'paper', 'secret'] as const;
export type VoteForm = (typeof voteForms)[number];

/** V15. Settled before the voting opens and frozen with it. */
export type VoteTerms =
  | { readonly form: 'named' }
  /** Counted like a named one; who chose what is told to nobody. */
  | { readonly form: 'unnamed' }
  /** The office enters the hands: one by one, or as numbers. */
  | { readonly form: 'showOfHands'; readonly counting: 'byName' | 'byCount' }
  /** 表决单 collected in the hall; two officers enter the counts. */
  | { readonly form: 'paper' }
  | SecretTerms;

export interface SecretTerms {
  readonly form: 'secret';
  readonly voteId: VoteId;
  readonly receipt: 'hash' | 'tag';
  readonly custody: 'server' | 'scrutineers';
  readonly change: 'untilClose' | 'never';
  /** V41. The moderator has read that so few voters can be told apart by arithmetic. */
  readonly few?: 'accepted' | undefined;
}

export const named: VoteTerms = { form: 'named' };

/** Who ends a vote: the moderator, or the clock after the countdown and the grace. */
export type Closing = 'chair' | 'clock';
