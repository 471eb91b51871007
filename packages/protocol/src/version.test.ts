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
    hash: 'e409ee6b61220ae8f6c56bce1c43c16a075625a210c1d05ae411cf789b3da7d3',
  });
});
