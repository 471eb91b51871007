import { expect, test } from 'vitest';
import { readArgs } from './args.ts';

test('without a word: 300 members of the demo meeting on a server of our own', () => {
  expect(readArgs([])).toEqual({ members: 300, url: null, secs: 5, account: 'mishu1', meeting: 'demo' });
});

test('every wish is heard', () => {
  const argv = ['--members', '20', '--url', 'http://127.0.0.1:3000/m/demo', '--secs=60', '--account', 'mishu2', '--meeting', 'x'];
  expect(readArgs(argv)).toEqual({ members: 20, url: 'http://127.0.0.1:3000', secs: 60, account: 'mishu2', meeting: 'x' });
});

test.each([
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
