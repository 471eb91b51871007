// Knows how wide Chinese text is and where a centred title may be broken by sense; not what the title says.

/** In characters: a Latin letter or digit counts half. */
export const width = (text: string): number => [...text].reduce((sum, letter) => sum + (letter <= '\u02ff' ? 0.5 : 1), 0);

const closing = /^[、，。；：！？”’》）】〉」』〕%]/;
const opening = /[“‘《（【〈「『〔]$/;
/** Words that lean on what stands before them. */
const leaning = /^[的地得之等们]/;

/** A figure and what it counts: 2022年, 第3次. */
const counted = (before: string, after: string): boolean =>
  (/[\d０-９]$/.test(before) && /^[年月日时分次届期号条项个名位人票度]/.test(after)) ||
  (before.endsWith('第') && /^[\d０-９一二三四五六七八九十]/.test(after));

/** Prices of a break and of a shape, weighed against each other: the cheapest layout wins. */
const price = { atPunctuation: 0, beforeOpening: 1, betweenWords: 4, moreLines: 3, hourglass: 6, oblong: 1, shortLine: 5 };

/** Pieces that must stay together, in order; joined they are the text. */
function pieces(text: string): string[] {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  return words.reduce<string[]>((joined, word) => {
    const last = joined.at(-1);
    const stays =
      last !== undefined && (closing.test(word) || leaning.test(word) || opening.test(last) || counted(last, word) || /^\s/.test(word));
    return stays ? [...joined.slice(0, -1), last + word] : [...joined, word];
  }, []);
}

const breakPrice = (before: string, after: string): number => {
  if (/[、，；：。”》）]$/.test(before)) return price.atPunctuation;
  return /^[“《（]/.test(after) ? price.beforeOpening : price.betweenWords;
};

/** Trapezoid (growing or shrinking) and rhombus (widest in the middle) are welcome; an oblong less, an hourglass not. */
function shapePrice(lines: readonly string[]): number {
  const widths = lines.map(width);
  const widest = Math.max(...widths);
  const narrowest = Math.min(...widths);
  const steps = widths.slice(1).map((each, index) => Math.sign(each - (widths[index] ?? 0)));
  const hourglass = steps.some((step, index) => step < 0 && steps.slice(index).includes(1));
  return (
    (hourglass ? price.hourglass : 0) +
    (lines.length > 1 && widest === narrowest ? price.oblong : 0) +
    (lines.length > 1 && narrowest < 4 ? price.shortLine : 0) +
    Math.max(0, widest - narrowest - 6)
  );
}

interface Layout {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Every way to set the words in so many lines; the number of lines is small, so the number of ways is too. */
function* layouts(words: readonly string[], count: number, most: number): Generator<Layout> {
  if (count === 1) {
    const only = words.join('');
    if (words.length > 0 && width(only) <= most) yield { lines: [only], cost: 0 };
    return;
  }
  let first = '';
  for (const [index, word] of words.entries()) {
    first += word;
    if (width(first) > most) return;
    const next = words[index + 1];
    if (next === undefined) return;
    for (const { lines, cost } of layouts(words.slice(index + 1), count - 1, most))
      yield { lines: [first, ...lines], cost: cost + breakPrice(word, next) };
  }
}

/** As much in each line as it holds: for texts too long to weigh. */
function fill(words: readonly string[], most: number): string[] {
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && width(last + word) <= most ? [...lines.slice(0, -1), last + word] : [...lines, word];
  }, []);
}

/** The longest title whose layouts are all weighed, in lines. */
const weighed = 4;

/**
 * The lines of a centred title, each at most so many characters wide (a single unbreakable piece may be wider); joined they are the
 * text.
 */
export function titleLines(text: string, most: number): readonly string[] {
  const least = Math.ceil(width(text) / most);
  const words = pieces(text);
  if (least <= 1) return [text];
  if (least > weighed) return fill(words, most);
  let best: Layout | undefined;
  for (const count of [least, least + 1])
    for (const { lines, cost } of layouts(words, count, most)) {
      const total = cost + shapePrice(lines) + (count - least) * price.moreLines;
      if (!best || total < best.cost) best = { lines, cost: total };
    }
  return best?.lines ?? fill(words, most);
}
