// What a final close means, and that a server which refuses again and again is left alone.
import { expect, test } from 'vitest';
import { refusalOf } from './refusal.ts';

test('a refusal of the text begins again with the server’s, the text is offered', () => {
  for (const code of [4400, 4409, 4413, 4422, 4429]) expect(refusalOf(code, [], 0)).toMatchObject({ remedy: null, textStays: false });
});

test('without a session the text stays for the next one', () => {
  expect(refusalOf(4401, [], 0)).toMatchObject({ remedy: 'signIn', textStays: true });
});

test('no right to read and another version are explained and end the line', () => {
  expect(refusalOf(4403, [], 0)).toMatchObject({ remedy: 'reload', textStays: false });
  expect(refusalOf(4404, [], 0)).toMatchObject({ remedy: 'reload', textStays: false });
});

test('the fourth beginning within half a minute waits for the person', () => {
  expect(refusalOf(4422, [1, 2], 10).remedy).toBeNull();
  expect(refusalOf(4422, [1, 2, 3], 10).remedy).toBe('tryAgain');
  expect(refusalOf(4422, [1, 2, 3], 40_000).remedy).toBeNull();
});
