import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { TooManyWaiting } from '../desk.ts';
import { argon2Passwords, weakness } from './password.ts';

const passwords = argon2Passwords((bytes) => randomBytes(bytes));

describe('a stored password', () => {
  test('is argon2id in PHC form with its own salt, and matches only itself', async () => {
    const [first, second] = await Promise.all([passwords.hash('协商于民'), passwords.hash('协商于民')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(second).not.toBe(first);
    expect(await passwords.matches('协商于民', first)).toBe(true);
    expect(await passwords.matches('协商为民', first)).toBe(false);
  });

  test('nobody matches where there is none', async () => {
    expect(await passwords.matches('', null)).toBe(false);
  });

  test('the same letters typed by another keyboard are the same password', async () => {
    expect(await passwords.matches('caf\u0065\u0301 88', await passwords.hash('caf\u00e9 88'))).toBe(true);
  });
});

test('two are checked at once and 200 wait; more are turned away at once', async () => {
  const all = await Promise.allSettled(Array.from({ length: 205 }, () => argon2InTurn()));
  const turnedAway = all.filter((one) => one.status === 'rejected' && one.reason instanceof TooManyWaiting);
  expect(turnedAway).toHaveLength(3);
}, 30_000);

const waiting = argon2Passwords((bytes) => randomBytes(bytes));
const argon2InTurn = () => waiting.matches('x', null);

test.each([
  ['七个字的密码啊', 'tooShort'],
  ['八个字的密码好啊', null],
  ['x'.repeat(64) + 'y'.repeat(65), 'tooLong'],
  ['88888888', 'tooCommon'],
  ['aaaaaaaaaa', 'tooCommon'],
  ['QWERTY123', 'tooCommon'],
  ['weiyuan01', 'sameAsAccount'],
  ['weiyuan01!', 'sameAsAccount'],
  ['xieshang-demo', null],
] as const)('%s for weiyuan01: %s', (password, reason) => {
  expect(weakness(password, 'weiyuan01')).toBe(reason);
});
