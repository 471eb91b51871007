// Knows which characters count as the same when somebody looks for words in Chinese text; not where the words stand.

/** Chinese marks and what is typed in their stead. Full-width letters, figures and marks fold by themselves. */
const marks: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '。': '.',
  '、': ',',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '‘': "'",
  '’': "'",
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '《': '<',
  '》': '>',
  '—': '-',
  '–': '-',
  '－': '-',
  '·': '.',
  '•': '.',
};

/** Distance between a full-width character of U+FF01–FF5E and the same in ASCII. */
const wide = 0xfee0;

function foldOne(unit: string): string {
  const mark = marks[unit];
  if (mark !== undefined) return mark;
  const code = unit.charCodeAt(0);
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - wide) : unit;
  const small = narrow.toLowerCase();
  return small.length === 1 ? small : narrow;
}

/** The text with width, marks and case made the same; every UTF-16 unit stays where it was. */
export const folded = (text: string): string => Array.from({ length: text.length }, (_, at) => foldOne(text.charAt(at))).join('');
