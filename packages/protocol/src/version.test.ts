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
    hash: 'a890c146815c0c76dd422ba0d29ce64f6a76d58e325308905c539adf8ac30916',
  });
});
