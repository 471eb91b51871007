import { expect, test } from 'vitest';
import { ballotsAcrossARestart } from './ballots.ts';

test('P3: of 300 votes within two seconds, with kill -9 in the middle, 300 are counted and none twice', async () => {
  const { ackedBefore, ...counted } = await ballotsAcrossARestart(300);
  expect(counted).toEqual({ sent: 300, right: 300, facts: 300, voters: 300, sum: 300, roll: 300 });
  expect(ackedBefore).toBeGreaterThan(0);
  expect(ackedBefore).toBeLessThan(300);
}, 180_000);
