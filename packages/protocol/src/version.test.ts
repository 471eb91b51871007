import { expect, test } from 'vitest';
import { digestOf } from './chain.ts';
import { upwardShape } from './up.ts';
import { PROTOCOL } from './version.ts';

/**
 * If this fails, what goes up has changed so that an older page and a newer server may not understand each other:
 * raise PROTOCOL, say why above it, and write the new hash here.
 */
test('the protocol number belongs to these schemas', () => {
  expect({ protocol: PROTOCOL, hash: digestOf(JSON.stringify(upwardShape())) }).toEqual({
    protocol: 1,
    hash: '345606f3201a5b52427d8f5c2ec21e965b2fa07a378325e5fb6c734c72c71c05',
  });
});
