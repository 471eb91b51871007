// 字数 as Word counts it.
import { schema } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import { countWords, proseCount } from './count.ts';

test.each([
  ['', 0],
  ['市政协召开协商会。', 9],
  ['　　段首空两格', 5],
  ['2022年6月2日', 6],
  ['GDP增长6.5%，', 5],
  ['https://example.cn 与 e-mail', 3],
  ['“一老一小”——《意见》', 12],
  ['𠮷野', 2],
  ['a b　c', 3],
])('%j counts %i', (text, count) => expect(countWords(text)).toBe(count));

test('headings, lists and tables count, facts do not; a word does not go on in the next paragraph', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] });
  const doc = schema.nodeFromJSON({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1, section: null }, content: [text('一二')] },
      paragraph('ab'),
      { type: 'paragraph', content: [text('cd'), { type: 'hardBreak' }, text('ef')] },
      { type: 'fact', attrs: { fact: 'roll' } },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('三')] }] },
    ],
  });
  expect(proseCount(doc)).toBe(2 + 1 + 2 + 1);
});
