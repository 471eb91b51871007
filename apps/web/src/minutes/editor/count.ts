// Knows how Word counts Chinese text: 字数; not whose text it is.
import type { Node } from '@tiptap/pm/model';

/** Characters that count one each: Chinese, kana, and the marks that Word takes for East Asian. */
const each = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\uff00-\uffef‘’“”…—·×÷℃※①-⓿]/u;
const blank = /[\s\u3000\u200b\u2060\ufeff]/u;

/** 字数: East Asian characters and marks one each, whatever else stands together without a blank one in all. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (const letter of text) {
    if (each.test(letter)) {
      count += 1;
      inWord = false;
    } else if (blank.test(letter)) inWord = false;
    else {
      if (!inWord) count += 1;
      inWord = true;
    }
  }
  return count;
}

/** A paragraph never changes: what it counted to is remembered. */
const counted = new WeakMap<Node, number>();

function countOfBlock(block: Node): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const count = countWords(block.textBetween(0, block.content.size, undefined, '\n'));
  counted.set(block, count);
  return count;
}

/** What people wrote; facts are not among it. */
export function proseCount(doc: Node): number {
  let sum = 0;
  doc.descendants((node) => {
    if (node.isTextblock) sum += countOfBlock(node);
    return !node.isTextblock;
  });
  return sum;
}
