// Knows when ballots of a secret vote may be issued and what freezes with them; not what is put on them, nor how they are given.
import type { Decision } from '../../decision.ts';
import { no, yes } from '../../decision.ts';
import type { Envelope, Stamped } from '../../envelope.ts';
import type { PersonId, VoteId } from '../../ids.ts';
import type { Assembled } from '../../meeting.ts';
import { lookUp } from '../../record.ts';
import type { Refusal } from '../../refusal.ts';
import type { SecretTerms } from '../terms.ts';
import { ballotAlgorithm, type BallotKeys, type KeyHolder, type SealedPaper, type SecretCommand } from './types.ts';

/** V41. Where the rules of a meeting do not say otherwise: with fewer voters arithmetic tells who chose what. */
const usualLeast = 5;

/** Any two of them open the ballots. */
const holdersNeeded = 3;

export interface Issuing {
  readonly terms: SecretTerms;
  readonly paper: SealedPaper;
  readonly voterRoll: readonly PersonId[];
}

/**
 * V40–V43. Yes with `BallotsIssued`, to stand before the opening of whatever is put to the vote. Asks nothing about that. The server's own
 * key comes in the envelope, made before the command is put.
 */
export function issueBallots(meeting: Assembled, command: Envelope, { terms, paper, voterRoll }: Issuing): Decision {
  const { voteId, receipt, change } = terms;
  if (command.secrecyFails !== undefined) return no({ type: 'SecrecyNeedsHttps' });
  if (lookUp(meeting.secretVotes, voteId)) return no({ type: 'VoteIdTaken' });
  const least = meeting.rules.leastBallots ?? usualLeast;
  const voters = voterRoll.length;
  if (voters < least && terms.few !== 'accepted') return no({ type: 'TooFewForSecrecy', voters, least });
  const keys = keysFor(meeting, terms, command.ballotKey);
  if ('type' in keys) return no(keys);
  return yes({
    type: 'BallotsIssued',
    payload: { voteId, paper, receipt, change, keys, algorithm: ballotAlgorithm, least, voterRoll },
  });
}

function keysFor({ scrutineers, scrutineerKeys }: Assembled, { custody }: SecretTerms, own: string | undefined): BallotKeys | Refusal {
  if (custody === 'server') return own === undefined ? { type: 'BallotKeyMissing' } : { custody, publicKey: own };
  const holders = scrutineers.flatMap((person): KeyHolder[] => {
    const publicKey = lookUp(scrutineerKeys, person);
    return publicKey === undefined ? [] : [{ person, publicKey }];
  });
  if (holders.length >= holdersNeeded) return { custody, holders: holders.slice(0, holdersNeeded) };
  const waiting = scrutineers.filter((person) => lookUp(scrutineerKeys, person) === undefined);
  return { type: 'ScrutineerKeysMissing', needed: holdersNeeded, persons: waiting };
}

/** V43. A scrutineer's page offers a key for the next vote in their custody; a later one takes its place until then. */
export function offerKey(meeting: Assembled, command: Stamped<Extract<SecretCommand, { type: 'OfferScrutineerKey' }>>): Decision {
  const { by, publicKey } = command;
  if (!meeting.scrutineers.includes(by)) return no({ type: 'NotAScrutineer' });
  if (command.secrecyFails !== undefined) return no({ type: 'SecrecyNeedsHttps' });
  const taken = Object.entries(meeting.scrutineerKeys).some(([person, key]) => key === publicKey && person !== by);
  if (taken || isUsed(meeting, publicKey)) return no({ type: 'ScrutineerKeyTaken' });
  if (lookUp(meeting.scrutineerKeys, by) === publicKey) return yes();
  return yes({ type: 'ScrutineerKeyOffered', payload: { person: by, publicKey } });
}

/** A key is good for one vote: whoever learnt it later would open the earlier one too. */
const isUsed = ({ secretVotes }: Assembled, publicKey: string): boolean =>
  (Object.keys(secretVotes) as VoteId[]).some((voteId) => {
    const keys = lookUp(secretVotes, voteId)?.keys;
    return keys?.custody === 'scrutineers' && keys.holders.some((holder) => holder.publicKey === publicKey);
  });
