// Words are found in what people wrote and in facts, loosely when asked, and where they stand is where the document says.
import { schema, type FactId } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import { folded } from './folding.ts';
import { rounds } from './replace.ts';
import { placeFrom, placesIn, search, type Wanted } from './search.ts';

const node = (type: string, content: readonly unknown[] = [], attrs = {}) => ({ type, attrs, content });
const text = (words: string, bold = false) => ({ type: 'text', text: words, ...(bold && { marks: [{ type: 'bold' }] }) });
const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    node('heading', [text('有关要求')], { level: 1, section: null }),
    node('paragraph', [text('市工信局'), text('牵头，', true), { type: 'hardBreak' }, text('ＡＢ组配合。')]),
    { type: 'fact', attrs: { fact: 'roll' } },
    node('bulletList', [node('listItem', [node('paragraph', [text('市工信局、市工信局')])])]),
  ],
});
const linesOf = (fact: FactId): readonly string[] => (fact === 'roll' ? ['市工信局到会', '应到18人'] : []);
const exactly = (words: string): Wanted => ({ text: words, loosely: false });
const loosely = (words: string): Wanted => ({ text: words, loosely: true });
const textAt = ({ from, to }: { readonly from: number; readonly to: number }) => doc.textBetween(from, to, undefined, '\n');

test('every place is found in the order of the text, in lists too, and holds the words', () => {
  const found = search(doc, exactly('市工信局'), linesOf);
  expect(found.map(({ kind }) => kind)).toEqual(['text', 'fact', 'text', 'text']);
  for (const place of found.filter(({ kind }) => kind === 'text')) expect(textAt(place)).toBe('市工信局');
});

test('words are found across a change of style and behind a line break', () => {
  expect(search(doc, exactly('工信局牵头'), linesOf).map(textAt)).toEqual(['工信局牵头']);
  expect(search(doc, exactly('组配合'), linesOf).map(textAt)).toEqual(['组配合']);
});

test('words do not go over the end of a paragraph', () => {
  expect(search(doc, exactly('有关要求市工信局'), linesOf)).toEqual([]);
});

test('a fact that says the words twice is found twice, as a whole', () => {
  const found = search(doc, exactly('到'), linesOf);
  expect(found.map(({ kind, to, from }) => [kind, to - from])).toEqual([
    ['fact', 1],
    ['fact', 1],
  ]);
});

test('width, marks and case are the same only when asked', () => {
  expect(search(doc, loosely('ab组配合.'), linesOf).map(textAt)).toEqual(['ＡＢ组配合。']);
  expect(search(doc, exactly('ab组配合.'), linesOf)).toEqual([]);
  expect(search(doc, loosely('牵头,'), linesOf).map(textAt)).toEqual(['牵头，']);
});

test('folding moves no character', () => {
  const sample = '“１２３”，ＡbＣ。İ—〔2022〕3号\u3000、𠮷';
  expect(folded(sample)).toHaveLength(sample.length);
  expect(folded(sample)).toBe(`"123",abc.İ-[2022]3号 ,𠮷`);
});

test('places do not overlap, and nothing is found for nothing', () => {
  expect(placesIn('哈哈哈哈哈', exactly('哈哈'))).toEqual([0, 2]);
  expect(placesIn('哈哈', exactly(''))).toEqual([]);
  expect(search(doc, exactly(''), linesOf)).toEqual([]);
});

test('the next place is the one behind, and from the top again', () => {
  const found = search(doc, exactly('市工信局'), linesOf);
  expect(placeFrom(found, 0)).toBe(0);
  expect(placeFrom(found, (found[0]?.from ?? 0) + 1)).toBe(1);
  expect(placeFrom(found, doc.content.size)).toBe(0);
  expect(placeFrom([], 0)).toBe(-1);
});

test('two places of one paragraph are never in one round', () => {
  const places = [1, 4, 12, 15, 18].map((from) => ({ kind: 'text' as const, from, to: from + 2 }));
  const paragraphOf = (position: number): number => Math.floor(position / 10);
  expect(rounds(places, paragraphOf).map((round) => round.map(({ from }) => from))).toEqual([[18, 4], [15, 1], [12]]);
});
