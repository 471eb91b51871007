// Knows who would vote if a vote were opened now, and with how many votes; not what they vote on.
import type { PersonId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { isPresent } from '../roll.ts';
import { votesHeld } from './count.ts';
import { effectiveProxies } from './proxies.ts';
import type { VoteForm } from './terms.ts';
import type { Proxies, Weights } from './types.ts';
import { weightsOf } from './weights.ts';

export interface Voters {
  /** In precedence: members who are here, and those a member who is here votes for. */
  readonly voterRoll: readonly PersonId[];
  /** How many votes stand on that roll. */
  readonly mayVote: number;
  /** 应到, in votes. */
  readonly eligible: number;
  readonly weights: Weights;
  readonly proxies: Proxies;
}

/** V3, V23, V24. What an opening freezes; in a secret vote nobody votes for another. */
export function votersNow(meeting: Assembled, form: VoteForm): Voters {
  const { roll } = meeting;
  const proxies = form === 'secret' ? {} : effectiveProxies(meeting);
  const members = roll.attendees.filter(({ role }) => role === 'member').map(({ person }) => person);
  const voterRoll = members.filter((person) => isPresent(roll, person) || lookUp(proxies, person) !== undefined);
  const weights = weightsOf(meeting, voterRoll);
  return { voterRoll, mayVote: votesHeld(voterRoll, weights), eligible: votesHeld(members, weightsOf(meeting, members)), weights, proxies };
}
