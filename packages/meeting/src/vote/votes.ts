// Knows how the votes on an open motion are held, so that one more costs little however many there are; not how they are counted.
import type { PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import type { Choice } from './types.ts';

/** In groups of voters, by number: a copy with one vote more copies one group, not all. */
export type Votes = Readonly<Record<string, Readonly<Record<PersonId, Choice>>>>;

const groups = 64;

export const noVotes: Votes = {};

/** Undefined when that person has not voted. */
export function voteOf(votes: Votes, voter: PersonId): Choice | undefined {
  const group = lookUp(votes, groupOf(voter));
  return group && lookUp(group, voter);
}

export function withVote(votes: Votes, voter: PersonId, choice: Choice): Votes {
  const group = groupOf(voter);
  return { ...votes, [group]: { ...lookUp(votes, group), [voter]: choice } };
}

/** Far apart for ids that differ in a digit. */
function groupOf(voter: PersonId): string {
  let sum = 0;
  for (let place = 0; place < voter.length; place += 1) sum = (sum * 31 + voter.charCodeAt(place)) % 65_521;
  return String(sum % groups);
}
