import { expect, test } from 'vitest';
import { readArgs } from './args.ts';

test('without a word: 300 members of the demo meeting on a server of our own', () => {
  expect(readArgs([])).toEqual({ members: 300, typists: 0, url: null, secs: 5, account: 'mishu1', meeting: 'demo' });
});

test('every wish is heard', () => {
  const argv = ['--members', '20', '--url', 'http://127.0.0.1:3000/m/demo', '--secs=60', '--account', 'mishu2', '--meeting', 'x'];
  expect(readArgs(argv)).toEqual({ members: 20, typists: 0, url: 'http://127.0.0.1:3000', secs: 60, account: 'mishu2', meeting: 'x' });
});

test('whoever asks for typists only gets as many members', () => {
  expect(readArgs(['--typists', '20', '--secs', '30'])).toMatchObject({ members: 20, typists: 20, secs: 30 });
  expect(readArgs(['--typists', '20', '--members', '100'])).toMatchObject({ members: 100, typists: 20 });
});

test.each([
  ['--typists', '0'],
  ['--typists', '51'],
  ['--typists', 'twenty'],
  ['--typists', '20', '--members', '19'],
  ['--members', '0'],
  ['--members', '501'],
  ['--members', '1e2'],
  ['--members', ''],
  ['--secs', '1.5'],
  ['--url', '127.0.0.1:3000'],
  ['--url', 'ftp://hall'],
  ['--pace', 'human'],
])('%s %s is answered with a sentence', (...argv) => {
  expect(readArgs(argv)).toEqual({ wrong: expect.stringMatching(/。$/) });
});
