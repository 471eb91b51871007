// Knows how Chinese and other text is cut for finding, and how what somebody types is asked for; not where the cuts are kept.

/** What is typed beyond this many words is not asked for. */
const mostWords = 8;

const han = /\p{Script=Han}/u;
/** Runs of Chinese, and runs of other letters and digits; everything else only parts them. */
const runs = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;

/** Full and half width, capitals and small letters are the same. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Every two neighbours of a run of Chinese, and its last character: words of two characters are asked for most. */
function cutHan(run: string): readonly string[] {
  const signs = Array.from(run);
  return signs.map((sign, place) => sign + (signs[place + 1] ?? ''));
}

const cut = (run: string): readonly string[] => (han.test(run) ? cutHan(run) : [run]);

/** Stands where a mark or a blank parts two runs, so that no phrase reaches across it; a letter that no text of ours has. */
const parted = '\u{A015}';

/** Cuts of text that is folded. */
function cutsOf(text: string): readonly string[] {
  let end = -1;
  return [...text.matchAll(runs)].flatMap(({ 0: run, index }) => {
    const between = end >= 0 && index > end ? [parted] : [];
    end = index + run.length;
    return [...between, ...cut(run)];
  });
}

/** The cuts of a text in order; neighbours in the text are neighbours here. */
export const gramsOf = (text: string): readonly string[] => cutsOf(folded(text));

/** Cuts that follow one another; of the last, only the beginning need be the same. */
export interface Phrase {
  readonly grams: readonly string[];
  readonly open: boolean;
}

/** What was typed, a phrase a word: all of them have to be there. Empty where nothing can be asked for. */
export function phrasesOf(typed: string): readonly Phrase[] {
  const words = folded(typed).split(/\s+/u).slice(0, mostWords);
  return words.map(phraseOf).filter(({ grams }) => grams.length > 0);
}

function phraseOf(word: string): Phrase {
  const grams = cutsOf(word);
  const last = word.match(runs)?.at(-1) ?? '';
  // The last character of the text's run is not the last that was typed: 招商 is found in 招商引资.
  const ends = han.test(last) && Array.from(last).length > 1;
  return ends ? { grams: grams.slice(0, -1), open: false } : { grams, open: true };
}
