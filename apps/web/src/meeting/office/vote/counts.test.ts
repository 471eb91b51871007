import { personId, type Count } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { agreementOf, differing } from './counts.ts';

const count = (approve: number, oppose = 0, spoilt = 0): Count => ({ approve, oppose, abstain: 0, spoilt });
const [jia, yi, bing] = ['mishu1', 'mishu2', 'zhuchi'].map(personId);

test('V18 one officer alone is not enough, two who agree are', () => {
  expect(agreementOf({}).kind).toBe('none');
  expect(agreementOf({ [`${jia}`]: count(16) }).kind).toBe('alone');
  expect(agreementOf({ [`${jia}`]: count(16), [`${yi}`]: count(16) }).kind).toBe('agrees');
});

test('V18 as long as one officer differs they do not agree', () => {
  const two = { [`${jia}`]: count(16), [`${yi}`]: count(17) };
  expect(agreementOf(two).kind).toBe('differs');
  expect(agreementOf({ ...two, [`${bing}`]: count(17) }).kind).toBe('differs');
  expect(agreementOf({ ...two, [`${yi}`]: count(16), [`${bing}`]: count(17) }).kind).toBe('differs');
  expect(agreementOf({ ...two, [`${jia}`]: count(17) }).kind).toBe('agrees');
});

test('spoilt papers count when two counts are compared', () => {
  expect(agreementOf({ [`${jia}`]: count(16, 5, 1), [`${yi}`]: count(16, 5, 0) }).kind).toBe('differs');
  expect([...differing([count(16, 5, 1), count(16, 4, 0)])]).toEqual(['oppose', 'spoilt']);
});
