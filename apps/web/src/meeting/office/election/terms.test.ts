import { voteId, type SecretTerms } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { spoken } from './terms.ts';

const secret: SecretTerms = { form: 'secret', voteId: voteId('v1'), receipt: 'hash', custody: 'server', change: 'never' };

test('E3, E12: what is usual is left out of the command', () => {
  expect(spoken('named', 'chair', secret)).toEqual({});
});
test('E14, E16: paper and sealed ballots are asked for with their terms', () => {
  expect(spoken('paper', 'chair', secret)).toEqual({ terms: { form: 'paper' } });
  expect(spoken('secret', 'chair', secret)).toEqual({ terms: secret });
});
test('E15: the clock is asked to close what it can count, and never paper', () => {
  expect(spoken('named', 'clock', secret)).toEqual({ closing: 'clock' });
  expect(spoken('secret', 'clock', secret)).toEqual({ terms: secret, closing: 'clock' });
  expect(spoken('paper', 'clock', secret)).toEqual({ terms: { form: 'paper' } });
});
