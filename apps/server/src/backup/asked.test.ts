import { expect, test } from 'vitest';
import { readAsked } from './asked.ts';

test.each([
  [['backup', 'a'], { what: 'backup', path: 'a' }],
  [['verify', 'a'], { what: 'verify', path: 'a' }],
  [['verify', '--drill', 'a'], { what: 'drill', path: 'a' }],
  [['verify', 'a', '--drill'], { what: 'drill', path: 'a' }],
  [['restore', 'a'], { what: 'restore', path: 'a' }],
])('%j is understood', (words, asked) => {
  expect(readAsked(words)).toEqual(asked);
});

test.each([
  [['backup']],
  [['backup', '']],
  [['restore', 'a', 'b']],
  [['restore', '--drill', 'a']],
  [['verify', '--other']],
  [['dance', 'a']],
  [[]],
])('%j is refused with the usage', (words) => {
  expect(() => readAsked(words)).toThrow('用法：');
});
