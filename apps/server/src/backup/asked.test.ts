import { expect, test } from 'vitest';
import { readAsked } from './asked.ts';

test.each([
  [['backup', 'a'], { what: 'backup', path: 'a', keys: null }],
  [['verify', 'a'], { what: 'verify', path: 'a', keys: null }],
  [['verify', '--drill', 'a'], { what: 'drill', path: 'a', keys: null }],
  [['verify', 'a', '--drill'], { what: 'drill', path: 'a', keys: null }],
  [['restore', 'a'], { what: 'restore', path: 'a', keys: null }],
  [['restore', 'a', '--keys', 'k'], { what: 'restore', path: 'a', keys: 'k' }],
  [['backup', '--keys', 'k'], { what: 'keys', path: 'k', keys: null }],
])('%j is understood', (words, asked) => {
  expect(readAsked(words)).toEqual(asked);
});

test.each([
  [['backup']],
  [['backup', '--keys']],
  [['backup', 'a', '--keys', 'k']],
  [['verify', 'a', '--keys', 'k']],
  [['backup', '']],
  [['restore', 'a', 'b']],
  [['restore', '--drill', 'a']],
  [['verify', '--other']],
  [['dance', 'a']],
  [[]],
])('%j is refused with the usage', (words) => {
  expect(() => readAsked(words)).toThrow('用法：');
});
