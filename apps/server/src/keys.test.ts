import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, isSignedBy, readEpoch, writeEpoch, type EpochStatement } from '@xieshang/protocol/epoch';
import { expect, test } from 'vitest';
import { copyKeys, openKeys } from './keys.ts';
import { tempFolder } from './testing/hall.ts';

const statement: EpochStatement = {
  v: 1,
  meeting: 'demo',
  seq: 3,
  head: 'ab'.repeat(32),
  takenAt: 1_700_000_000_000,
  restoredAt: 1_700_000_100_000,
};

async function signed(text: string) {
  const { publicKey, sign } = openKeys(await tempFolder());
  return { key: publicKey, epoch: { statement: text, signature: sign(text) } };
}

test('what the server signs with its key is taken, anything else is not', async () => {
  const { key, epoch } = await signed(writeEpoch(statement));
  expect(isSignedBy(epoch, key)).toBe(true);
  expect(isSignedBy(epoch, (await signed('x')).key)).toBe(false);
  expect(isSignedBy({ ...epoch, statement: writeEpoch({ ...statement, seq: 2 }) }, key)).toBe(false);
  for (const signature of ['', 'zz', '00'.repeat(64), epoch.signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))])
    expect(isSignedBy({ ...epoch, signature }, key)).toBe(false);
  expect(isSignedBy(epoch, 'no key')).toBe(false);
});

test('a statement is read only as it is written', () => {
  const text = writeEpoch(statement);
  expect(readEpoch(text)).toEqual(statement);
  for (const other of [` ${text}`, text.replace('"v":1', '"v":2'), '{}', 'null', '']) expect(readEpoch(other)).toBeNull();
});

test('a key is compared in groups of four', () => {
  expect(fingerprintOf('ab'.repeat(32))).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
});

test('the key is made once, is ours alone to read, and stays what it is', async () => {
  const folder = join(await tempFolder(), 'keys');
  const { fingerprint } = openKeys(folder);
  expect(openKeys(folder).fingerprint).toBe(fingerprint);
  expect(statSync(join(folder, 'server-key.pem')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a copy is the same key; another key is never written over', async () => {
  const [folder, copy] = [join(await tempFolder(), 'keys'), join(await tempFolder(), 'copy')];
  const { fingerprint } = openKeys(folder);
  expect(copyKeys(folder, copy).fingerprint).toBe(fingerprint);
  expect(statSync(join(copy, 'server-key.pem')).mode & 0o777).toBe(0o600);
  expect(() => copyKeys(folder, copy)).toThrow('没有覆盖');
  expect(() => copyKeys(join(copy, 'nowhere'), folder)).toThrow('没有服务器密钥');
});

test('half a key is refused with a sentence and left as it is', async () => {
  const folder = await tempFolder();
  writeFileSync(join(folder, 'server-key.pem'), 'half');
  expect(() => openKeys(folder)).toThrow('无法读出');
  expect(readFileSync(join(folder, 'server-key.pem'), 'utf8')).toBe('half');
});
