// Knows how large a notice can be set so that all of it stands on a screen; not what it says.

/** From the largest: how many characters stand in a line and how many lines on a screen that is wider than high. */
const sizes = [
  { size: 'huge', width: 12, lines: 2 },
  { size: 'large', width: 19, lines: 4 },
  { size: 'normal', width: 24, lines: 6 },
  { size: 'small', width: 36, lines: 9 },
] as const;

export type NoticeSize = (typeof sizes)[number]['size'];

export function noticeSize(text: string): NoticeSize {
  const paragraphs = text.split('\n');
  const fits = ({ width, lines }: (typeof sizes)[number]): boolean =>
    paragraphs.reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / width)), 0) <= lines;
  return sizes.find(fits)?.size ?? 'small';
}
