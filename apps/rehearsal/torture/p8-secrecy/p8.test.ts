import { randomBytes } from 'node:crypto';
import { heldKeys, makeKeyPair, openBallot, type SealedVote } from '@xieshang/protocol/sealed';
import { expect, test } from 'vitest';
import { secrecy } from './index.ts';
import { foundIn, piecesOf } from './needles.ts';
import { tau } from './order.ts';
import { seal } from './page.ts';
import { sealedAcrossARestart } from './restarted.ts';
import { tiesInJson } from './records.ts';

test('P8 in short: who voted how is in no byte that the server leaves', { timeout: 120_000 }, async () => {
  const { failures, figures } = await secrecy.run('short', 1);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ ballots: 72, foundWhileOpen: 24, left: 0, inLogs: 0, ties: 0, kills: 1 });
});

test('P8 of 300 sealed ballots within two seconds, with kill -9 in the middle, 300 are counted and none twice', async () => {
  const { ackedBefore, marked, counted, ...figures } = await sealedAcrossARestart(300);
  expect(figures).toEqual({ sent: 300, returned: 300, spoilt: 0, right: 300 });
  expect(counted).toBe(marked);
  expect(ackedBefore).toBeGreaterThan(0);
  expect(ackedBefore).toBeLessThan(300);
}, 180_000);

test('the fast page seals what any page seals', () => {
  const pair = makeKeyPair((bytes) => randomBytes(bytes));
  for (const receipt of ['tag', 'hash'] as const) {
    const vote: SealedVote = {
      ...{ voteId: 'v', keys: { custody: 'server', publicKey: pair.publicKey }, receipt, items: ['m1'], most: 1 },
      marks: ['approve', 'oppose', 'abstain'],
    };
    const page = seal(vote, 'oppose');
    const held = heldKeys(vote.keys, [pair.privateKey]);
    expect(held && openBallot(page.ciphertext, vote, held)).toEqual({ ok: true, lines: [{ item: 'm1', mark: 'oppose', tag: page.tag }] });
  }
});

test('the search finds what is there, and an order that is followed', () => {
  const planted = randomBytes(90).toString('hex');
  expect(foundIn(Buffer.concat([randomBytes(999), Buffer.from(planted), randomBytes(9)]), piecesOf(planted))).toHaveLength(3);
  expect(foundIn(randomBytes(9999), piecesOf(planted))).toEqual([]);
  expect([tau([1, 2, 3, 4]), tau([4, 3, 2, 1]), tau([2, 1, 4, 3])]).toEqual([1, -1, 1 / 3]);
  const secrets = { voters: new Set(['li']), tags: new Set(['0123']) };
  expect(tiesInJson('', '{"list":[{"voter":"li","mark":"approve"}]}', secrets)).toHaveLength(1);
  expect(tiesInJson('', '{"list":[["li","0123"]]}', secrets)).toHaveLength(1);
  expect(tiesInJson('', '{"participants":["li"],"list":[{"mark":"approve","tag":"0123"}]}', secrets)).toEqual([]);
});
