import { expect, test } from 'vitest';
import { canonical, digestOf, firstHead, nextHead } from './index.ts';

test('law 5: the test vector of the chain', () => {
  const bytes = canonical({
    v: 1,
    meeting: 'demo',
    seq: 1,
    type: 'MeetingOpened',
    by: 'zhuchi',
    at: 1653544800000,
    command: 'c-1',
    salt: '00112233445566778899aabbccddeeff',
    payload: {},
  });
  expect(bytes).toBe(
    '{"at":1653544800000,"by":"zhuchi","command":"c-1","meeting":"demo","payload":{},"salt":"00112233445566778899aabbccddeeff","seq":1,"type":"MeetingOpened","v":1}',
  );
  expect(nextHead(firstHead('demo'), digestOf(bytes))).toBe('9861c152c7c93252930ff43ae1bbcc86fb0a43c62b4f3aade10104d6c8febd47');
});

test('law 5: keys stand in UTF-16 order, whatever order they were written in', () => {
  expect(canonical({ b: 1, a: { d: [true, null], c: '委员' }, '\u{1F600}': 1, '\uFB33': 2 })).toBe(
    '{"a":{"c":"委员","d":[true,null]},"b":1,"\u{1F600}":1,"\uFB33":2}',
  );
});

test('law 5: a fraction has no spelling', () => expect(() => canonical({ a: 0.5 })).toThrow(RangeError));
test('law 5: an unsafe integer has no spelling', () => expect(() => canonical(2 ** 53)).toThrow(RangeError));
test('law 5: a lone surrogate has no spelling', () => expect(() => canonical('a\uD800')).toThrow(RangeError));
test('law 5: a property without a value is left out', () => expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}'));
