import { expect, test } from 'vitest';
import { returnAddress } from './return-address.ts';

test('a reader comes back to the page asked for', () => {
  expect(returnAddress('/meeting/demo?tab=vote')).toBe('/meeting/demo?tab=vote');
});

test('nobody is led to a foreign site', () => {
  for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', undefined, 7]) {
    expect(returnAddress(bad)).toBe('/');
  }
});

test('signing in does not lead to signing in', () => {
  expect(returnAddress('/sign-in?return=/sign-in')).toBe('/');
});
