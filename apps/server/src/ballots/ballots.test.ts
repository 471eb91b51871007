// Law 7: who opens what, what a count says, and where the keys are.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { meetingId, personId, voteId, type SecretVote } from '@xieshang/meeting';
import { makeKeyPair, makeTag, receiptFailure, sealBallot, type BallotLine } from '@xieshang/protocol/sealed';
import type { KeptBallot } from '@xieshang/room';
import { describe, expect, test } from 'vitest';
import { openKeys } from '../keys.ts';
import { tempFolder } from '../testing/hall.ts';
import { openBallots } from './index.ts';
import { sealedVoteOf } from './sealed-vote.ts';

const random = (bytes: number): Uint8Array => randomBytes(bytes);
const meeting = meetingId('m');
const v1 = voteId('v-1');
const roll = ['a', 'b', 'c', 'd', 'e'].map(personId);

async function box() {
  const folder = await tempFolder();
  const keys = openKeys(join(folder, 'keys'));
  const at = join(folder, 'ballot-keys');
  return { at, keys, ballots: openBallots({ folder: at, signer: { publicKey: keys.publicKey, sign: keys.signText }, secrecyFails: null }) };
}

const voteWith = (keys: SecretVote['keys'], receipt: SecretVote['receipt'] = 'hash'): SecretVote => ({
  ...{ voteId: v1, paper: { items: ['m1', 'm2'], marks: ['approve', 'oppose', 'abstain'], most: 2 }, receipt, change: 'untilClose', keys },
  ...{ algorithm: 'xieshang/ballot/v1', least: 5, voterRoll: roll, phase: 'open' },
});

function seal(vote: SecretVote, voter: string, lines: readonly (readonly [string, BallotLine['mark'], string?])[]): KeptBallot {
  const sealed = sealedVoteOf(vote);
  const tagged = lines.map(
    ([item, mark, tag]) => ({ item, mark, tag: vote.receipt === 'tag' ? (tag ?? makeTag(random)) : '' }) as BallotLine,
  );
  const one = sealed && sealBallot(tagged, sealed, random);
  if (!one?.ok) throw new Error(`not sealed: ${one?.failure}`);
  return { vote: vote.voteId, voter: personId(voter), revision: 1, ciphertext: one.ciphertext, hash: one.hash };
}

describe('V44 the count', () => {
  test('marks are counted by item, names and hashes are sorted, and nothing says whose is which', async () => {
    const { ballots } = await box();
    const vote = voteWith({ custody: 'server', publicKey: ballots.makeKey(meeting, v1) });
    const given = [
      seal(vote, 'd', [
        ['m1', 'approve'],
        ['m2', 'oppose'],
      ]),
      seal(vote, 'a', [
        ['m1', 'abstain'],
        ['m2', 'oppose'],
      ]),
      seal(vote, 'c', []),
    ];
    expect(ballots.count(meeting, vote, given)).toEqual({
      as: 'counted',
      count: {
        ...{ voteId: v1, issued: 5, returned: 3, spoilt: 0, blank: 1, participants: ['a', 'c', 'd'] },
        hashes: given.map(({ hash }) => hash).toSorted(),
        tallies: { m1: { approve: 1, oppose: 0, abstain: 1 }, m2: { approve: 0, oppose: 2, abstain: 0 } },
      },
    });
  });
  test('with receipts by tag the list is sorted by tag', async () => {
    const { ballots } = await box();
    const vote = voteWith({ custody: 'server', publicKey: ballots.makeKey(meeting, v1) }, 'tag');
    const given = roll.map((voter) =>
      seal(vote, voter, [
        ['m1', 'approve'],
        ['m2', 'abstain'],
      ]),
    );
    const counted = ballots.count(meeting, vote, given);
    const tags = counted.as === 'counted' ? (counted.count.list ?? []).map(({ tag }) => tag) : [];
    expect(tags).toHaveLength(10);
    expect(tags).toEqual(tags.toSorted());
  });
  test('废票: what cannot be opened, of another vote, or with a tag of somebody else', async () => {
    const { ballots } = await box();
    const vote = voteWith({ custody: 'server', publicKey: ballots.makeKey(meeting, v1) }, 'tag');
    const other = { ...vote, voteId: voteId('v-2') };
    const tag = makeTag(random);
    const given = [
      { ...seal(vote, 'a', []), ciphertext: 'ffff' },
      { ...seal(other, 'b', [['m1', 'approve']]), vote: v1 },
      seal(vote, 'c', [['m1', 'approve', tag]]),
      seal(vote, 'd', [['m2', 'oppose', tag]]),
      seal(vote, 'e', [['m1', 'oppose']]),
    ];
    expect(ballots.count(meeting, vote, given)).toMatchObject({
      count: {
        returned: 5,
        spoilt: 4,
        tallies: { m1: { approve: 0, oppose: 1 }, m2: { approve: 0, oppose: 0 } },
        list: [{ mark: 'oppose' }],
      },
    });
  });
  test('whoever is written in is in the tallies, others of the roll are not', async () => {
    const { ballots } = await box();
    const issued = voteWith({ custody: 'server', publicKey: ballots.makeKey(meeting, v1) });
    const vote = { ...issued, paper: { items: ['x', 'person:a', 'person:b'], marks: ['approve'], most: 2 } } as const;
    const counted = ballots.count(meeting, vote, [seal(vote, 'c', [['person:b', 'approve']])]);
    expect(counted).toMatchObject({ count: { tallies: { x: { approve: 0 }, 'person:b': { approve: 1 } } } });
    expect(JSON.stringify(counted)).not.toContain('person:a');
  });
});

describe('V46 a key that is gone', () => {
  test('makes no count', async () => {
    const { ballots } = await box();
    const vote = voteWith({ custody: 'server', publicKey: ballots.makeKey(meeting, v1) });
    await ballots.destroyKeys(meeting, v1);
    expect(ballots.count(meeting, vote, [])).toEqual({ as: 'keyLost' });
    const another = { ...vote, keys: { custody: 'server', publicKey: makeKeyPair(random).publicKey } } as const;
    ballots.makeKey(meeting, v1);
    expect(ballots.count(meeting, another, [])).toEqual({ as: 'keyLost' });
  });
});

describe('V45 keys of scrutineers', () => {
  test('any two open the ballots; one does not, nor a wrong one, and none is written anywhere', async () => {
    const { ballots, at } = await box();
    const pairs = [1, 2, 3].map(() => makeKeyPair(random));
    const holders = pairs.map(({ publicKey }, place) => ({ person: roll[place] ?? personId('a'), publicKey }));
    const vote = voteWith({ custody: 'scrutineers', holders });
    const given = [seal(vote, 'd', [['m1', 'approve']]), seal(vote, 'b', [['m1', 'approve']])];
    const returned = { as: 'returned', returned: 2, participants: ['b', 'd'] };
    expect(ballots.count(meeting, vote, given)).toMatchObject(returned);
    expect(ballots.handIn(meeting, vote, personId('a'), pairs[1]?.privateKey ?? '')).toBe('wrong');
    expect(ballots.handIn(meeting, vote, personId('d'), pairs[0]?.privateKey ?? '')).toBe('wrong');
    expect(ballots.handIn(meeting, vote, personId('c'), pairs[2]?.privateKey ?? '')).toBe('fits');
    expect(ballots.count(meeting, vote, given)).toMatchObject(returned);
    expect(ballots.handIn(meeting, vote, personId('a'), pairs[0]?.privateKey ?? '')).toBe('fits');
    expect(ballots.count(meeting, vote, given)).toMatchObject({ count: { tallies: { m1: { approve: 2 } } } });
    expect(readdirSync(at)).toEqual([]);
    await ballots.destroyKeys(meeting, v1);
    expect(ballots.count(meeting, vote, given)).toMatchObject(returned);
  });
});

describe('keys of the server', () => {
  test('one a vote, the same when asked again and after a restart, readable to us alone', async () => {
    const { ballots, at, keys } = await box();
    const publicKey = ballots.makeKey(meeting, v1);
    expect(ballots.makeKey(meeting, v1)).toBe(publicKey);
    expect(ballots.makeKey(meeting, voteId('v-2'))).not.toBe(publicKey);
    const signer = { publicKey: keys.publicKey, sign: keys.signText };
    expect(openBallots({ folder: at, signer, secrecyFails: null }).makeKey(meeting, v1)).toBe(publicKey);
    for (const name of readdirSync(at)) expect(statSync(join(at, name)).mode & 0o777).toBe(0o600);
  });
  test('what a killed process left half written is gone at the next start', async () => {
    const { ballots, at, keys } = await box();
    ballots.makeKey(meeting, v1);
    const [name = ''] = readdirSync(at);
    writeFileSync(join(at, 'half.key.part'), readFileSync(join(at, name)));
    openBallots({ folder: at, signer: { publicKey: keys.publicKey, sign: keys.signText }, secrecyFails: null });
    expect(readdirSync(at)).toEqual([name]);
  });
});

test('V49 a receipt is the word of the server’s key on the ballot’s hash, the same every time', async () => {
  const { ballots, keys } = await box();
  const accepted = { meeting, vote: v1, hash: ballots.hashOf('ff') };
  const receipt = ballots.receipt(accepted);
  expect(receiptFailure(accepted, receipt, keys.publicKey)).toBe(null);
  expect(ballots.receipt(accepted)).toEqual(receipt);
  expect(receiptFailure({ ...accepted, hash: ballots.hashOf('fe') }, receipt, keys.publicKey)).toBe('NotSigned');
});
