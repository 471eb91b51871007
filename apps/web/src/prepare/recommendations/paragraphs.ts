// Knows how one pasted text becomes several items; not what the items are.

/** `一、` `（一）` `1.` `1、` `（1）` `R1` `建议1：` and the like at the head of a paragraph. */
const numbering =
  /^\s*(?:(?:建议|第)?\s*[（(]?(?:[一二三四五六七八九十百]+|\d{1,3}|R\d{1,3})[）)]?\s*(?:条)?\s*[、.．:：]\s*|[（(](?:[一二三四五六七八九十百]+|\d{1,3})[）)]\s*|R\d{1,3}\s+)/;

/** One item per paragraph, without its number; blank paragraphs are none. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(numbering, '').replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '');
}
