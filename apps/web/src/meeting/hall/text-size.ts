// Knows how large a text is set on a screen so that what stands under it keeps its place; not what it says.

/** From the largest: up to how many characters. */
const sizes = [
  { size: 'large', upTo: 96 },
  { size: 'long', upTo: 112 },
  { size: 'longer', upTo: 180 },
  { size: 'longest', upTo: 260 },
] as const;

export type TextSize = (typeof sizes)[number]['size'];

/** Of a text put to the vote, above turnout and figures. */
export const textSize = (length: number): TextSize => sizes.find(({ upTo }) => length <= upTo)?.size ?? 'longest';

/** A difference shows what was there besides; most of it is in both. */
export const differenceLength = (original: string, text: string): number => text.length + Math.round(original.length / 3);

/** Whether no size is small enough: the end is left to the phones. */
export const isCut = (length: number): boolean => sizes.every(({ upTo }) => length > upTo);

/** A sentence with what closes it, or what is left at the end. */
const sentence = /[^。；！？\n]*(?:[。；！？]+[”’）》]*|\n|$)/g;

/** A whole text in pages of at most so many characters, which end where a sentence does wherever one ends in them. */
export function textPages(text: string, most: number): readonly string[] {
  const pages: string[] = [];
  let page = '';
  for (const [whole] of text.matchAll(sentence))
    for (let from = 0; from < whole.length; from += most) {
      const part = whole.slice(from, from + most);
      if (page.length + part.length > most) {
        pages.push(page);
        page = '';
      }
      page += part;
    }
  if (page !== '' || pages.length === 0) pages.push(page);
  return pages;
}
