import { digestOf } from '../chain.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotHash, heldKeys, makeKeyPair, openBallot, sealBallot, sealedLength, type HeldKeys } from './index.ts';
import { linesVote, randomOf, scrutineers, server, tagged } from './testing/ballots.ts';

const held = (keys: HeldKeys | null): HeldKeys => keys ?? expect.unreachable('the keys open it');
const sealed = (...given: Parameters<typeof sealBallot>): string => {
  const ballot = sealBallot(...given);
  return ballot.ok ? ballot.ciphertext : expect.unreachable(ballot.failure);
};

const byServer = linesVote({ custody: 'server', publicKey: server.publicKey });
const [one, two, three] = scrutineers;
const byThree = linesVote({ custody: 'scrutineers', publicKeys: [one.publicKey, two.publicKey, three.publicKey] });
const serverKeys = held(heldKeys(byServer.keys, [server.privateKey]));
const lines = [tagged('m1', 'approve', 1), tagged('m2', 'oppose', 2), tagged('m3', 'abstain', 3)];

describe('What is sealed to the server', () => {
  test('is opened by its key to the same lines, whatever the order they were marked in', () => {
    const opened = openBallot(sealed(lines.toReversed(), byServer, randomOf('a')), byServer, serverKeys);
    expect(opened).toEqual({ ok: true, lines });
  });

  test('is refused by another key, and has no keys that open it without its own', () => {
    const other = makeKeyPair(randomOf('other'));
    expect(heldKeys(byServer.keys, [other.privateKey])).toBeNull();
    const foreign = held(heldKeys({ custody: 'server', publicKey: other.publicKey }, [other.privateKey]));
    expect(openBallot(sealed(lines, byServer, randomOf('a')), byServer, foreign)).toEqual({ ok: false, failure: 'NotAuthentic' });
  });

  test('is refused in another vote with the same key', () => {
    const other = { ...byServer, voteId: 'vote-2' };
    expect(openBallot(sealed(lines, byServer, randomOf('a')), other, serverKeys)).toEqual({ ok: false, failure: 'NotAuthentic' });
  });
});

describe('What is sealed to three scrutineers', () => {
  const ballot = sealed(lines, byThree, randomOf('b'));

  test.each([
    ['the first two', [one, two]],
    ['the outer two', [three, one]],
    ['the last two', [two, three]],
    ['all three', [three, two, one]],
  ])('is opened by %s', (_, keys) => {
    const pair = held(
      heldKeys(
        byThree.keys,
        keys.map(({ privateKey }) => privateKey),
      ),
    );
    expect(openBallot(ballot, byThree, pair)).toEqual({ ok: true, lines });
  });

  test('is opened by no one of them, nor by one of them twice', () => {
    for (const { privateKey } of scrutineers) expect(heldKeys(byThree.keys, [privateKey, privateKey, server.privateKey])).toBeNull();
  });

  test('is not opened by the server', () => {
    expect(openBallot(ballot, byThree, serverKeys)).toEqual({ ok: false, failure: 'NotAuthentic' });
  });
});

describe('Whatever is marked', () => {
  const anyLines = fc.uniqueArray(
    fc.record({ item: fc.constantFrom('m1', 'm2', 'm3'), mark: fc.constantFrom('approve', 'oppose', 'abstain') }),
    {
      selector: ({ item }) => item,
    },
  );

  test('a ballot has the one length of its vote, and opens to what was marked', () => {
    fc.assert(
      fc.property(anyLines, fc.string(), (marked, seed) => {
        const given = marked.map(({ item, mark }, place) => tagged(item, mark, place + 1)).toSorted((a, b) => (a.item < b.item ? -1 : 1));
        const ciphertext = sealed(given, byServer, randomOf(seed));
        expect(ciphertext).toHaveLength(sealedLength(byServer));
        expect(openBallot(ciphertext, byServer, serverKeys)).toEqual({ ok: true, lines: given });
      }),
      { numRuns: 60 },
    );
  });

  test('the same lines sealed twice have nothing in common behind the first two bytes', () => {
    const [first, second] = [sealed(lines, byServer, randomOf('x')), sealed(lines, byServer, randomOf('y'))];
    expect(first.slice(0, 4)).toBe(second.slice(0, 4));
    expect(first.slice(4, 36)).not.toBe(second.slice(4, 36));
    expect(ballotHash(first)).not.toBe(ballotHash(second));
  });
});

describe('Hostile bytes are refused by name and never throw', () => {
  test.each([
    ['of the server', byServer, serverKeys],
    ['of three', byThree, held(heldKeys(byThree.keys, [one.privateKey, three.privateKey]))],
  ])('every byte changed in a ballot %s', (_, vote, keys) => {
    const ballot = sealed(lines, vote, randomOf('c'));
    for (let place = 0; place < ballot.length; place += 2) {
      const changed = ((Number.parseInt(ballot.slice(place, place + 2), 16) ^ (1 << (place % 8))) & 255).toString(16).padStart(2, '0');
      const opened = openBallot(ballot.slice(0, place) + changed + ballot.slice(place + 2), vote, keys);
      expect(opened, `byte ${place / 2}`).toEqual({ ok: false, failure: place < 4 ? 'UnknownVersion' : 'NotAuthentic' });
    }
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        expect(openBallot(text, byServer, serverKeys)).toEqual({ ok: false, failure: 'WrongLength' });
      }),
    );
    const right = '0123456789abcdef'.repeat(99).slice(0, sealedLength(byServer));
    expect(openBallot(right, byServer, serverKeys)).toEqual({ ok: false, failure: 'UnknownVersion' });
    expect(openBallot(right.replace('a', 'A'), byServer, serverKeys)).toEqual({ ok: false, failure: 'WrongLength' });
  });

  test('a byte more, or a byte less', () => {
    const ballot = sealed(lines, byServer, randomOf('c'));
    for (const other of [`${ballot}00`, ballot.slice(2), ballot.slice(0, -2), '']) {
      expect(openBallot(other, byServer, serverKeys)).toEqual({ ok: false, failure: 'WrongLength' });
    }
  });

  test('a point of low order, as the ballot’s own key and as a scrutineer’s', () => {
    const low = '0'.repeat(64);
    const ballot = sealed(lines, byServer, randomOf('d'));
    expect(openBallot(ballot.slice(0, 4) + low + ballot.slice(68), byServer, serverKeys)).toEqual({ ok: false, failure: 'NotAuthentic' });
    const keys = { custody: 'scrutineers', publicKeys: [one.publicKey, low, two.publicKey] } as const;
    expect(sealBallot(lines, { ...byThree, keys }, randomOf('d'))).toEqual({ ok: false, failure: 'BadKeys' });
    expect(sealBallot(lines, { ...byServer, keys: { custody: 'server', publicKey: low } }, randomOf('d'))).toEqual({
      ok: false,
      failure: 'BadKeys',
    });
  });

  test('one scrutineer’s key in two places, which would need no second person', () => {
    const keys = { custody: 'scrutineers', publicKeys: [one.publicKey, one.publicKey, two.publicKey] } as const;
    expect(sealBallot(lines, { ...byThree, keys }, randomOf('d'))).toEqual({ ok: false, failure: 'BadKeys' });
  });
});

test('the format is what it was: vectors', () => {
  const ballot = sealed(lines, byServer, randomOf('vector'));
  const ofThree = sealed(lines, byThree, randomOf('vector'));
  expect({ server: digestOf(ballot), three: digestOf(ofThree), hash: ballotHash(ballot), start: ballot.slice(0, 68) }).toEqual({
    server: 'ba74894cc7bd4ee384b9baefebafc54be65de38cb10a06fed9e563bcff448220',
    three: 'c3938d8fea188e4b72ea136e532326787fa346d33bc1d148c46012011ae36794',
    hash: '6b544402545195363849f50b8fbadd03944c1fb5981b61979cac3d386ad11c8e',
    start: '0101ec67ff71254e69678bbb5774383ce55deef91b66b0001a2d14617d7c1da09a1b',
  });
});
