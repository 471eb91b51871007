import { expect, test } from 'vitest';
import { voters } from '../testing/index.ts';
import { noVotes, voteOf, withVote } from './votes.ts';

test('a vote is found again, the newest of each voter, and only there', () => {
  const roll = voters(500);
  const once = roll.reduce((votes, voter) => withVote(votes, voter, 'approve'), noVotes);
  const twice = roll.slice(0, 250).reduce((votes, voter) => withVote(votes, voter, 'oppose'), once);
  expect(roll.map((voter) => voteOf(once, voter))).toEqual(roll.map(() => 'approve'));
  expect(roll.map((voter) => voteOf(twice, voter))).toEqual(roll.map((_, place) => (place < 250 ? 'oppose' : 'approve')));
  expect(
    voters(501)
      .slice(500)
      .map((voter) => voteOf(twice, voter)),
  ).toEqual([undefined]);
});

test('ids in a row are spread over the groups', () => {
  const votes = voters(1000).reduce((before, voter) => withVote(before, voter, 'abstain'), noVotes);
  const sizes = Object.values(votes).map((group) => Object.keys(group).length);
  expect(Math.max(...sizes)).toBeLessThan(60);
});
