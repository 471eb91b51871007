// How Chinese text is cut for finding, and what is found by it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf, phrasesOf } from './grams.ts';

/** Whether the cuts of a phrase stand in a text one after another, as an index would find them. */
function stands(text: string, typed: string): boolean {
  const grams = gramsOf(text);
  const phrases = phrasesOf(typed);
  return (
    phrases.length > 0 &&
    phrases.every(({ grams: wanted, open }) =>
      grams.some((_, from) =>
        wanted.every((gram, place) => {
          const there = grams[from + place] ?? '';
          return open && place === wanted.length - 1 ? there.startsWith(gram) : there === gram;
        }),
      ),
    )
  );
}

test('words of two characters are found wherever they stand in a run', () => {
  for (const typed of ['招商', '精准', '产业链', '链精准招', '第3次', '13条', '3号', '招'])
    expect([typed, stands('围绕第3次实施13条产业链精准招商，〔2022〕3号', typed)]).toEqual([typed, true]);
});

test('what only stands across a mark is not found', () => {
  expect(stands('招商，引资', '招商引资')).toBe(false);
  expect(stands('招。商', '招商')).toBe(false);
  expect(stands('招商，5G基站', '招商5g')).toBe(false);
  expect(stands('招商，5G基站', '招商，5g')).toBe(true);
});

test('all words have to be there, in any order', () => {
  expect(stands('张委员发言，谈招商', '招商 张委员')).toBe(true);
  expect(stands('张委员发言，谈招商', '招商 李委员')).toBe(false);
});

test('full width, capitals and small letters are the same', () => {
  expect(stands('ＧＤＰ增长５％', 'gdp')).toBe(true);
  expect(stands('5g基站', '５Ｇ基站')).toBe(true);
  expect(stands('GB/T 9704', 'gb')).toBe(true);
});

test('marks and blanks alone ask for nothing', () => {
  for (const typed of ['', '  ', '，。', '"*()', '\u200b']) expect(phrasesOf(typed)).toEqual([]);
});

test('every piece of a text is found in it (random)', () => {
  const sign = fc.constantFrom(...'招商引资一二三号〔〕，。 13aB条第次𠮷');
  const text = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (whole, from, length) => {
      const signs = Array.from(whole);
      const start = from % signs.length;
      const piece = signs.slice(start, start + length).join('');
      // A piece that begins in the middle of a word of letters is no beginning of it.
      fc.pre(
        !/[\p{L}\p{N}]/u.test(signs[start - 1] ?? ' ') ||
          /\p{Script=Han}/u.test(signs[start] ?? '') ||
          /\p{Script=Han}/u.test(signs[start - 1] ?? ''),
      );
      fc.pre(phrasesOf(piece).length > 0);
      return stands(whole, piece);
    }),
  );
});
