// How votes are given, entered and counted in each form (V4–V9, V15–V21, V26), in the simple idea the core is compared with.
import { sorted } from '../picture.ts';
import { outcome } from './amendments.ts';
import { end, spoil, spoiltIn, votesFor, type Box } from './boxes.ts';
import { headsHere, isUnderVote, type Hall, type Rules, type Vote } from './hall.ts';

type Asked = 'CastVote' | 'EnterVote' | 'EnterCount' | 'CloseVoting' | 'VoidVoting';

/** V1: multiplied out, so that nothing is rounded. */
const reaches = ({ kind, ...share }: Vote['rule']['threshold'], part: number, whole: number): boolean => {
  if (!('of' in share)) return part >= whole;
  return kind === 'moreThan' ? part * share.of > whole * share.parts : part * share.of >= whole * share.parts;
};

/** V18. What two officers or more agree on. */
function agreed({ counts }: Vote): readonly number[] | 'CountNotConfirmed' | 'CountsDiffer' {
  const entries = [...counts.values()];
  if (entries.length < 2) return 'CountNotConfirmed';
  return new Set(entries.map(String)).size > 1 ? 'CountsDiffer' : (entries[0] ?? []);
}

/** V8, V9, V16. */
function count(hall: Hall, vote: Vote, found: readonly number[] | null): boolean {
  const choiceOf = (voter: string): string => vote.cast.get(voter) ?? vote.entered.get(voter) ?? 'notPressed';
  const given = vote.voters.map((voter): [string, string] => [voter, choiceOf(voter)]);
  const number = (choice: string): number => given.filter((one) => one[1] === choice).length;
  const [ayes = 0, noes = 0, neither = 0, spoilt = 0] = found ?? [number('approve'), number('oppose'), number('abstain')];
  const roll = vote.voters.length;
  const base = { eligible: vote.eligible, present: roll, cast: ayes + noes + neither, valid: ayes + noes }[vote.rule.base];
  const enough = vote.rule.threshold.kind === 'consensus' ? noes === 0 : reaches(vote.rule.threshold, ayes, base);
  const heads = [vote.heads, hall.boxes.get(vote.box ?? '')?.here ?? headsHere(hall)];
  const quorate = heads.every((some) => some > 0 && reaches(hall.plan.rules.quorum, some, vote.members));
  const passed = ayes > 0 && enough && quorate;
  const names = vote.form === 'named' || vote.form === 'hands' ? sorted.byName(given).map(([voter, choice]) => `${voter}=${choice}`) : [];
  const figures = [vote.form, ayes, noes, neither, roll - ayes - noes - neither, roll, base, passed, vote.text];
  // Who confirms it later is written into the same row.
  vote.confirmed = [];
  vote.results = [...vote.results, [...figures, spoilt, String(heads), sorted.names(vote.counts.keys()).join(), vote.confirmed, ...names]];
  vote.phase = 'closed';
  return passed;
}

/** V44. What is put to one secret vote and has no result yet. */
const motionsOn = ({ votes }: Hall, box: string): readonly [string, Vote][] =>
  [...votes].filter(([, vote]) => vote.box === box && (vote.phase === 'voting' || vote.phase === 'sealed'));

export function countMotionsOf(hall: Hall, id: string, box: Box): void {
  for (const [motion, vote] of motionsOn(hall, id)) {
    const found = ['approve', 'oppose', 'abstain'].map((mark) => votesFor(box, motion, mark));
    outcome(hall, motion, count(hall, vote, [...found, spoiltIn(box)]));
  }
}

export function voidMotionsOf(hall: Hall, id: string): void {
  for (const [, vote] of motionsOn(hall, id)) vote.phase = 'voided';
}

/** V51. Meant for another round of one of them. */
export const isLate = (votes: Hall['votes'], motionIds: readonly string[], rounds: readonly number[] = []): boolean =>
  rounds.some((round, place) => votes.get(motionIds[place] ?? '')?.round !== round);

/** V44. With all that stands on the same ballots. */
const whole = (hall: Hall, motionIds: readonly string[]): readonly string[] => {
  const named = new Set(motionIds);
  const boxes = [...named]
    .map((id) => hall.votes.get(id))
    .flatMap((vote) => (vote?.phase === 'voting' || vote?.phase === 'sealed' ? (vote.box ?? []) : []));
  return [...new Set([...named, ...boxes.flatMap((box) => motionsOn(hall, box).map(([id]) => id))])];
};

export const ballotRules: Rules<Asked> = {
  CastVote: ({ votes }, { motionId, choice, round, for: principal }, by) => {
    const vote = votes.get(motionId);
    if (vote?.phase !== 'voting' || (round ?? vote.round) !== vote.round) return 'VotingIsClosed';
    if (vote.form !== 'named' && vote.form !== 'unnamed') return 'OtherForm';
    const voter: string = principal ?? by;
    if (voter !== by && vote.proxies.get(voter) !== by) return 'HoldsNoProxy';
    if (!vote.voters.includes(voter)) return 'NotOnVoterRoll';
    if (voter === by && vote.proxies.has(by)) return 'VotesByProxy';
    if (vote.cast.get(voter) === choice) return 'silent';
    vote.cast.set(voter, choice);
    return 'done';
  },
  EnterVote: ({ votes }, { motionId, voter, choice, reason = '' }) => {
    const vote = votes.get(motionId);
    if (vote?.phase !== 'voting') return 'VotingIsClosed';
    if (vote.form !== 'named' && vote.form !== 'hands') return 'OtherForm';
    if (!vote.voters.includes(voter)) return 'NotOnVoterRoll';
    if (vote.form === 'named' && reason.trim() === '') return 'NoteRequired';
    if ((vote.entered.get(voter) ?? 'notPressed') === choice) return 'silent';
    if (choice === 'notPressed') vote.entered.delete(voter);
    else vote.entered.set(voter, choice);
    return 'done';
  },
  EnterCount: ({ votes }, { motionId, approve, oppose, abstain, spoilt = 0 }, by) => {
    const vote = votes.get(motionId);
    if (vote?.phase !== 'voting') return 'VotingIsClosed';
    if (vote.form !== 'paper' && vote.form !== 'heads') return 'OtherForm';
    if (approve + oppose + abstain + spoilt > vote.voters.length) return 'MoreVotesThanVoters';
    const found = [approve, oppose, abstain, spoilt];
    if (String(vote.counts.get(by)) === String(found)) return 'silent';
    vote.counts.set(by, found);
    return 'done';
  },
  CloseVoting: (hall, { motionIds, rounds }, by, at) => {
    const { votes } = hall;
    if (isLate(votes, motionIds, rounds)) return 'VotingIsClosed';
    const due = (vote: Vote | undefined): boolean =>
      vote?.phase === 'voting' && vote.clock && at >= vote.due + (hall.plan.rules.graceMs ?? 0);
    const ids = whole(hall, motionIds).filter((id) => by !== 'clock' || due(votes.get(id)));
    const ends: (() => void)[] = [];
    const ending = new Set<string>();
    for (const id of ids) {
      const vote = votes.get(id);
      if (vote?.phase !== 'voting') return 'VotingIsClosed';
      if (vote.box !== null) {
        ending.add(vote.box);
        continue;
      }
      const found = vote.form === 'paper' || vote.form === 'heads' ? agreed(vote) : null;
      if (typeof found === 'string') return found;
      ends.push(() => outcome(hall, id, count(hall, vote, found)));
    }
    for (const id of ending) {
      const box = hall.boxes.get(id);
      if (!box) continue;
      if (end(hall, box) === 'counted') countMotionsOf(hall, id, box);
      else for (const [, vote] of motionsOn(hall, id)) vote.phase = 'sealed';
    }
    for (const close of ends) close();
    return ends.length + ending.size > 0 ? 'done' : 'silent';
  },
  VoidVoting: (hall, { motionIds, rounds }) => {
    if (isLate(hall.votes, motionIds, rounds)) return 'VotingIsClosed';
    const open = whole(hall, motionIds).map((id) => hall.votes.get(id));
    if (!open.every(isUnderVote)) return 'VotingIsClosed';
    for (const vote of open) {
      if (!vote) continue;
      const box = hall.boxes.get(vote.box ?? '');
      if (box) spoil(box, 'byChair');
      vote.phase = 'voided';
    }
    return 'done';
  },
};
