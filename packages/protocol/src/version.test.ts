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
    hash: '5663b5a9fcc879cbad6e294b146796e99591449fc757b1d97b6e45ea7466afad',
  });
});
