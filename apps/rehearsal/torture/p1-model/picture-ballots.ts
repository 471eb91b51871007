// Knows what is compared of secret votes, and how it is read off the core's state; decides nothing.
import type { SealedCount, SecretVote, SecretVotes } from '@xieshang/meeting';
import { sorted } from './picture.ts';

export const ballotsOf = (votes: SecretVotes): readonly (readonly unknown[])[] =>
  sorted.byName(Object.entries(votes).map(([id, vote]) => [id, vote.phase, ...ballotOf(vote)]));

function ballotOf(vote: SecretVote): readonly unknown[] {
  const { paper, voterRoll, keys } = vote;
  const ended = vote.phase === 'counted' || vote.phase === 'void';
  return [
    ...[paper.items, paper.most, voterRoll, keys.custody === 'server' ? [] : keys.holders.map(({ person }) => person)],
    vote.phase === 'sealed' ? [vote.participants, sorted.names(vote.handedIn)] : [],
    vote.phase === 'counted' ? countOf(vote.count) : [],
    vote.phase === 'void' ? vote.reason : '',
    ended && vote.destroyedAt !== null,
  ];
}

const countOf = ({ participants, spoilt, blank = 0, tallies, list }: SealedCount): readonly unknown[] => [
  participants,
  spoilt,
  blank,
  sorted.byName(Object.entries(tallies).map(([item, { approve, oppose, abstain }]) => [item, approve, oppose, abstain])),
  list ? list.length : null,
];
