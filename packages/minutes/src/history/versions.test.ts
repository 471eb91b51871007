// Which moments are versions, and the steps of a playback.
import { describe, expect, test } from 'vitest';
import { automaticVersions, framesOf, type Moment } from './versions.ts';

const minute = 60_000;
const change = (seq: number, at: number, author: string | null = 'mishu1') => ({ seq, at, author });
const stage = (at: number, name: string): Moment => ({ kind: 'stage', at, by: 'zhuchi', name });
const told = (versions: ReturnType<typeof automaticVersions>) =>
  versions.map((version) => `${version.kind === 'moment' ? version.moment.name : version.kind} ${version.seq}`);

describe('automatic versions', () => {
  test('of a document without a log are none', () => expect(automaticVersions([], [stage(5, '通报')], 100)).toEqual([]));
  test('each stage is one, as the text was when it began', () => {
    const changes = [change(1, 0, null), change(2, 10), change(3, 20)];
    expect(told(automaticVersions(changes, [stage(15, '通报'), stage(30, '发言')], 40))).toEqual(['begun 1', '通报 2', '发言 3']);
  });
  test('a stage from before the document is none', () => {
    expect(told(automaticVersions([change(1, 50, null)], [stage(15, '通报')], 60))).toEqual(['begun 1']);
  });
  test('each five minutes that begin with a change are one, once they are over', () => {
    const changes = [change(1, 0, null), change(2, minute), change(3, 4 * minute), change(4, 6 * minute), change(5, 20 * minute)];
    expect(told(automaticVersions(changes, [], 21 * minute))).toEqual(['begun 1', 'interval 3', 'interval 4']);
    expect(told(automaticVersions(changes, [], 25 * minute))).toEqual(['begun 1', 'interval 3', 'interval 4', 'interval 5']);
  });
  test('quiet minutes make none, and what a stage has marked is not marked again', () => {
    const changes = [change(1, 0, null), change(2, minute)];
    expect(told(automaticVersions(changes, [stage(30 * minute, '通报')], 90 * minute))).toEqual(['begun 1', '通报 2']);
  });
});

describe('the steps of a playback', () => {
  test('are what one person did in one go', () => {
    const changes = [change(1, 0, null), change(2, 10_000), change(3, 12_000), change(4, 13_000, 'mishu2'), change(5, 40_000, 'mishu2')];
    expect(framesOf(changes).map(({ seq, by }) => [seq, by])).toEqual([
      [1, null],
      [3, 'mishu1'],
      [4, 'mishu2'],
      [5, 'mishu2'],
    ]);
  });
  test('go on for half a minute at the longest', () => {
    const changes = Array.from({ length: 20 }, (_, place) => change(place + 1, place * 5_000));
    expect(framesOf(changes).map(({ seq }) => seq)).toEqual([7, 14, 20]);
  });
  test('what the server mends belongs to what it mends', () => {
    expect(framesOf([change(1, 0), change(2, 0, null)])).toEqual([{ seq: 2, at: 0, by: 'mishu1' }]);
  });
});
