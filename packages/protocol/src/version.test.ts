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
    hash: 'bc3d71fb256bf86e411f7d17e4f613981a008b0455c8ec31925719634c41b581',
  });
});
