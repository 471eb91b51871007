// Knows how a simulated meeting begins and what people will want in it, from its seed; not what becomes of it.
import type { Command, CommandType, PersonId } from '@xieshang/meeting';
import { anyAsk, askOf, formsStart, livelyStart, m1, m2, type Step } from '@xieshang/meeting/testing';
import { plainBallot } from '@xieshang/room/testing';
import fc from 'fast-check';
import { anyElectionWish, electionStart, fitted } from './election-wishes.ts';

type Wish = readonly [PersonId, Command];

/** Every fourth seed is about elections; of the others every fourth begins with weights, every fourth with proxies and a paper vote. */
const isAboutElections = (seed: number): boolean => seed % 8 === 5 || seed % 8 === 7;

export function startOf(seed: number): readonly Step[] {
  if (isAboutElections(seed)) return electionStart;
  return [formsStart('weighted'), livelyStart, formsStart('equal'), livelyStart][seed % 4] ?? livelyStart;
}

/** What brings a vote to its end, of whatever form: wished for more often than chance would. */
const votes: readonly CommandType[] = [
  'OpenVoting',
  'CastVote',
  'EnterVote',
  'EnterCount',
  'CastSealedBallot',
  'CastSealedBallot',
  'CloseVoting',
];
const anyWish = fc.oneof({ weight: 2, arbitrary: anyAsk }, { weight: 1, arbitrary: fc.constantFrom(...votes).chain(askOf) });

/** People agree more often than chance would: no two ballots are alike, and what is on one can be read off it. */
function agreeing(body: Command, place: number): Command {
  switch (body.type) {
    case 'CastSealedBallot':
      return {
        ...body,
        ciphertext: plainBallot([m1, m2, 'm3', 'toString'][place % 4] ?? m1, place % 3 === 0 ? 'oppose' : 'approve', place),
      };
    case 'CastVote':
      return place % 3 === 0 ? body : { ...body, choice: 'approve' };
    case 'EnterCount':
      return { ...body, approve: 2, oppose: 0, abstain: 0, spoilt: place % 3 === 0 ? 1 : 0 };
    default:
      return body;
  }
}

/** What people will want, in order. */
export function wishesOf(seed: number, numRuns: number): readonly Wish[] {
  const [any, fit] = isAboutElections(seed) ? [anyElectionWish, fitted] : [anyWish, agreeing];
  return fc.sample(any, { seed, numRuns }).map(([by, body], place) => [by, fit(body, place)] as const);
}
