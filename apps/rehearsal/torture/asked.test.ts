import { expect, test } from 'vitest';
import { readAsked } from './asked.ts';
import { programmeNames } from './programme.ts';

test('without a word: every programme at full size from seed 1', () => {
  expect(readAsked(['torture'])).toEqual({ do: 'torture', programmes: programmeNames, size: 'full', seed: 1, seeds: null });
});

test('programmes, size and seed are heard in any order', () => {
  expect(readAsked(['torture', 'p2', '--seed', '1000', 'P3', '--short'])).toEqual({
    do: 'torture',
    programmes: ['P2', 'P3'],
    size: 'short',
    seed: 1000,
    seeds: null,
  });
});

test('at night more seeds are tried', () => {
  expect(readAsked(['torture', 'P2', '--seeds', '50000'])).toMatchObject({ programmes: ['P2'], seeds: 50_000 });
});

test('a seed is replayed by its name', () => {
  expect(readAsked(['replay', 'P2:1017'])).toEqual({ do: 'replay', programme: 'P2', seed: 1017 });
});

test.each([
  [[]],
  [['P2']],
  [['tortures', 'P2']],
  [['torture', 'P99']],
  [['torture', '--seed']],
  [['torture', '--seed', '-1']],
  [['torture', '--seeds', '0']],
  [['torture', '--loud']],
  [['replay']],
  [['replay', '1017']],
  [['replay', 'P2:x']],
  [['replay', 'P2:1', 'P2:2']],
])('%j is refused with a sentence', (words) => {
  expect(readAsked(words)).toEqual({ wrong: expect.any(String) });
});
