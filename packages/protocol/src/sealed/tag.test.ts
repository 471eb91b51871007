import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTag, tagOfWords, wordsOfTag } from './index.ts';
import { randomOf } from './testing/ballots.ts';
import { firstSounds, secondSounds } from './words.ts';

/** As somebody hears it who does not tell these apart. */
const heard = (sound: string): string =>
  sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^l(?=.)/, 'n')
    .replace(/ng$/, 'n');

describe('The words', () => {
  test.each([
    ['32 first', firstSounds, 32],
    ['64 second', secondSounds, 64],
  ])('%s characters, each heard as no other in its place', (_, sounds, count) => {
    expect(new Set(sounds.map(({ character }) => character)).size).toBe(count);
    expect(new Set(sounds.map(({ sound }) => heard(sound))).size).toBe(count);
    for (const { sound } of sounds) expect(sound).toMatch(/^[a-zü]+$/);
  });
});

describe('A tag', () => {
  test('is two words and eight characters', () => {
    expect(wordsOfTag(makeTag(() => new Uint8Array(8)))).toBe('红山 红山 0000 0000');
    expect(wordsOfTag(makeTag(() => new Uint8Array(8).fill(255)))).toBe('飞园 飞园 ZZZZ ZZZZ');
  });

  test('is read back from its words', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const tag = makeTag(randomOf(seed));
        expect(tagOfWords(wordsOfTag(tag))).toBe(tag);
      }),
    );
  });

  test('is read however it is typed', () => {
    const tag = tagOfWords('红山 白云 1O0K 9QXA');
    expect(tag).not.toBeNull();
    for (const typed of ['红山白云100K9QXA', ' 红山－白云 LoOk-9qxa ', '红山 白云 １ｏ０ｋ ９qxa', '红山·白云·i00k·9qxa'])
      expect(tagOfWords(typed)).toBe(tag);
  });

  test.each([
    '',
    '红山 白云',
    '红山 白云 7K2M 9QX',
    '红山 白云 7K2M 9QXAA',
    '山红 白云 7K2M 9QXA',
    '红山 白云 7K2M 9QXU',
    '7K2M9QXA红山白云',
    '红山 白云 😀K2M 9QXA',
  ])('「%s」 is none', (text) => {
    expect(tagOfWords(text)).toBeNull();
  });

  test('any text is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tagOfWords(text)).toBeNull();
      }),
    );
  });
});
