// Knows how the votes on an open motion are held; not how they are counted.
import { valueOf, withoutValue, withValue, type ByPerson } from '../by-person.ts';
import type { PersonId } from '../ids.ts';
import type { Choice, EnteredVote, NamedVote, OpenVote } from './types.ts';

export type Votes = ByPerson<Choice>;
export type EnteredVotes = ByPerson<EnteredVote>;

export const noVotes: Votes = {};
export const noneEntered: EnteredVotes = {};

/** Undefined when that person has not voted. */
export const voteOf = (votes: Votes, voter: PersonId): Choice | undefined => valueOf(votes, voter);

export const withVote = (votes: Votes, voter: PersonId, choice: Choice): Votes => withValue(votes, voter, choice);

export const enteredFor = (entered: EnteredVotes, voter: PersonId): EnteredVote | undefined => valueOf(entered, voter);

export const withEntered = (entered: EnteredVotes, voter: PersonId, choice: NamedVote['choice'], by: PersonId): EnteredVotes =>
  choice === 'notPressed' ? withoutValue(entered, voter) : withValue(entered, voter, { choice, by });

/** V5, V19. What stands for a voter where choices are held by person: the own press, or what was entered where there is none. */
export function standingVote(motion: OpenVote, voter: PersonId): Choice | undefined {
  const pressed = 'votes' in motion ? voteOf(motion.votes, voter) : undefined;
  return pressed ?? ('entered' in motion ? enteredFor(motion.entered, voter)?.choice : undefined);
}

/** Rolls do not change: whoever stands on one is looked up, not searched for. */
const rolls = new WeakMap<readonly PersonId[], ReadonlySet<PersonId>>();

export function standsOn(voterRoll: readonly PersonId[], person: PersonId): boolean {
  const known = rolls.get(voterRoll) ?? new Set(voterRoll);
  rolls.set(voterRoll, known);
  return known.has(person);
}
