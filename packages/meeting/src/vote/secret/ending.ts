// Knows how a secret vote ends: counted, awaiting two keys, or void by rule; not how it is counted, nor what its items are about.
import type { Envelope } from '../../envelope.ts';
import type { MeetingEvent } from '../../event.ts';
import type { PersonId, VoteId } from '../../ids.ts';
import type { Assembled } from '../../meeting.ts';
import { lookUp } from '../../record.ts';
import { presentMembers } from '../../roll.ts';
import type { Refusal } from '../../refusal.ts';
import { choices } from '../types.ts';
import type { Returned, SealedCount, SecretVote, VoidReason } from './types.ts';

/** `events` stand before the closing facts of whatever was put to the vote. */
export type Ending =
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: true; readonly events: readonly MeetingEvent[]; readonly ended: Ended };

export type Ended =
  | { readonly as: 'counted'; readonly count: SealedCount }
  | { readonly as: 'sealed'; readonly participants: readonly PersonId[] }
  | { readonly as: 'void'; readonly reason: VoidReason };

/** V16, V45. How many members were here when the voting ended: for ballots that waited for keys, when they were sealed. */
export function presentAtClose({ roll, secretVotes }: Assembled, voteId: VoteId | undefined): number {
  const vote = voteId === undefined ? undefined : lookUp(secretVotes, voteId);
  return vote?.phase === 'sealed' ? vote.present : presentMembers(roll).length;
}

/** V44–V46. With the count that came in the envelope; there is no way back from it. */
export function endBallots({ secretVotes }: Assembled, voteId: VoteId, { counts }: Pick<Envelope, 'counts'>): Ending {
  const vote = lookUp(secretVotes, voteId);
  if (!vote || (vote.phase !== 'open' && vote.phase !== 'sealed')) return { ok: false, refusal: { type: 'BallotsNotOut', voteId } };
  const counted = counts && lookUp(counts, voteId);
  if (!counted) return { ok: false, refusal: { type: 'BallotsNotCounted', voteId } };
  if (counted.as === 'keyLost') return voided(voteId, 'keyLost');
  const { as, ...rest } = counted;
  const returned = 'count' in counted ? counted.count : counted;
  const wrong = disagreement(vote, returned) ?? (as === 'counted' && 'count' in rest ? wrongCount(vote, rest.count) : null);
  if (wrong !== null) return voided(voteId, wrong);
  if ('count' in counted) {
    const { count } = counted;
    return { ok: true, events: [{ type: 'BallotsCounted', payload: { voteId, count } }], ended: { as: 'counted', count } };
  }
  const { participants, hashes } = counted;
  const payload = { voteId, returned: counted.returned, participants, hashes };
  return { ok: true, events: [{ type: 'BallotsSealed', payload }], ended: { as: 'sealed', participants } };
}

const voided = (voteId: VoteId, reason: VoidReason): Ending => ({
  ok: true,
  events: [{ type: 'BallotsVoided', payload: { voteId, reason } }],
  ended: { as: 'void', reason },
});

/** V46. 收回 ≤ 发出, and as many names and hashes as ballots; sealed before, the same as then. */
function disagreement(vote: SecretVote, { returned, participants, hashes }: Returned): VoidReason | null {
  if (returned > vote.voterRoll.length) return 'moreThanIssued';
  const [names, marks] = [new Set(participants), new Set(hashes)];
  const isWhole = names.size === returned && participants.length === returned && marks.size === returned && hashes.length === returned;
  if (!isWhole || !participants.every((person) => vote.voterRoll.includes(person))) return 'countsDisagree';
  if (vote.phase !== 'sealed') return null;
  const same =
    returned === vote.returned && vote.hashes.every((hash) => marks.has(hash)) && vote.participants.every((one) => names.has(one));
  return same ? null : 'countsDisagree';
}

/** V46. No item has more marks than there are valid ballots that bear any, no ballot more than it may, and the published list adds up to the tallies. */
function wrongCount(vote: SecretVote, { voteId, issued, returned, spoilt, blank = 0, tallies, list }: SealedCount): VoidReason | null {
  const valid = returned - spoilt;
  const marked = valid - blank;
  const isSound = (item: string): boolean => {
    const marks = lookUp(tallies, item);
    if (!marks || !vote.paper.items.includes(item)) return false;
    const sum = choices.reduce((all, choice) => all + marks[choice], 0);
    const listed = list?.filter((one) => one.item === item);
    return (
      sum <= marked &&
      choices.every((choice) => Number.isSafeInteger(marks[choice]) && marks[choice] >= 0) &&
      (!listed || choices.every((choice) => listed.filter(({ mark }) => mark === choice).length === marks[choice]))
    );
  };
  const isListed = list === undefined || list.every(({ item }) => lookUp(tallies, item) !== undefined);
  const all = Object.values(tallies).reduce((sum, { approve, oppose, abstain }) => sum + approve + oppose + abstain, 0);
  const adds = blank >= 0 && spoilt >= 0 && all <= marked * vote.paper.most && issued === vote.voterRoll.length && voteId === vote.voteId;
  return adds && isListed && Object.keys(tallies).every(isSound) ? null : 'countsDisagree';
}

/** V47. Where a published count says how persons voted, or nearly. */
export type Revealing = { readonly by: 'fewBallots' } | { readonly by: 'unanimous'; readonly item: string };

/** V47. Of a counted vote; shown beside its result, and no reason to void it. */
export function revealing(vote: SecretVote): readonly Revealing[] {
  if (vote.phase !== 'counted') return [];
  const { returned, spoilt, tallies } = vote.count;
  const valid = returned - spoilt;
  const few: readonly Revealing[] = returned > 0 && returned < vote.least ? [{ by: 'fewBallots' }] : [];
  const alike = Object.entries(tallies).filter(([, marks]) => valid > 0 && choices.some((choice) => marks[choice] === valid));
  return [...few, ...alike.map(([item]): Revealing => ({ by: 'unanimous', item }))];
}
