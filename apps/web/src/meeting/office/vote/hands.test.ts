import { personId, type Choice, type PersonId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { handKeys, nextAwaited } from './hands.ts';

const [zhang, li, wang] = [personId('zhang'), personId('li'), personId('wang')];
const people = [zhang, li, wang];
const given =
  (recorded: Readonly<Record<string, Choice>>) =>
  (person: PersonId): Choice | undefined =>
    recorded[person];

test('after a hand is recorded the next one not recorded is up, and at the end whoever was passed over', () => {
  expect(nextAwaited(people, zhang, given({ zhang: 'approve', li: 'oppose' }))).toBe(wang);
  expect(nextAwaited(people, wang, given({ wang: 'approve' }))).toBe(zhang);
});

test('when all others are recorded nobody is up', () => {
  expect(nextAwaited(people, li, given({ zhang: 'approve', wang: 'abstain' }))).toBeUndefined();
});

test('V18 three keys for three choices, and keys that take back', () => {
  expect(['1', '2', '3', '0', 'Backspace', '4'].map((key) => handKeys[key])).toEqual([
    ...['approve', 'oppose', 'abstain', 'notPressed', 'notPressed'],
    undefined,
  ]);
});
