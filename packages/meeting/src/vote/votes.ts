// Knows how the votes on an open motion are held; not how they are counted.
import { valueOf, withValue, type ByPerson } from '../by-person.ts';
import type { PersonId } from '../ids.ts';
import type { Choice } from './types.ts';

export type Votes = ByPerson<Choice>;

export const noVotes: Votes = {};

/** Undefined when that person has not voted. */
export const voteOf = (votes: Votes, voter: PersonId): Choice | undefined => valueOf(votes, voter);

export const withVote = (votes: Votes, voter: PersonId, choice: Choice): Votes => withValue(votes, voter, choice);
