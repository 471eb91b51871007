// Knows how official prose is mistyped: a figure, a date, a name, a unit, a verdict; not whether anybody notices.
import fc from 'fast-check';
import type { Passage, Token } from '../draft/passage.ts';
import { partText } from '../draft/passage.ts';
import { chinese } from '../numbering.ts';

export interface Slip {
  readonly text: string;
  /** Where the mistyped words stand in it. */
  readonly from: number;
  readonly to: number;
  readonly token: Token;
  readonly written: string;
}

/** Characters that no name, unit or verdict of the made-up meetings holds. */
const strange = '璞鑫珏琮麒麟';
const fullWidth = (n: number): string => String(n).replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? '');

const otherFigure = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.nat(2)).map(([by, down, how]) => {
    const right = Number(text);
    const wrong = down && right - by >= 0 ? right - by : right + by;
    return how === 0 || wrong < 1 || wrong > 99 ? String(wrong) : how === 1 ? fullWidth(wrong) : chinese(wrong);
  });

const otherDate = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })).map(([which, by]) => {
    const [year = 0, month = 0, day = 0] = text.split(/[年月日]/).map(Number);
    const parts = [
      [year + by, month, day],
      [year, ((month - 1 + by) % 12) + 1, day],
      [year, month, day > 20 ? day - by : day + by],
    ][which];
    return `${parts?.[0]}年${parts?.[1]}月${parts?.[2]}日`;
  });

const otherCharacter = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(text.length - 1), fc.constantFrom(...strange)).map(([at, one]) => `${text.slice(0, at)}${one}${text.slice(at + 1)}`);

const others: Readonly<Record<string, readonly string[]>> = {
  上午: ['下午', '晚上'],
  下午: ['上午', '晚上'],
  晚上: ['上午', '下午'],
  未获通过: ['获得通过'],
};
const otherRules: readonly (readonly [string, string])[] = [
  ['应到', '实到'],
  ['实到', '应到'],
  ['过半数', '三分之二以上'],
  ['三分之二', '四分之三'],
  ['参加表决委员', '应到委员'],
  ['赞成与反对票数', '实到委员'],
  ['未达成一致', '达成一致'],
  ['未达到法定人数', '达到法定人数'],
];

function otherWord(text: string): fc.Arbitrary<string> {
  const known = others[text] ?? otherRules.filter(([word]) => text.includes(word)).map(([word, other]) => text.replace(word, other));
  return known.length === 0 ? otherCharacter(text) : fc.constantFrom(...known);
}

const otherThan = ({ kind, text }: Token): fc.Arbitrary<string> => {
  switch (kind) {
    case 'figure':
      return otherFigure(text);
    case 'date':
      return otherDate(text);
    case 'word':
      return otherWord(text);
    default:
      return otherCharacter(text);
  }
};

/** How many words of a draft can be mistyped. */
export const slipsIn = (passages: readonly Passage[]): number =>
  passages
    .flatMap(({ sentences }) => sentences)
    .flatMap(({ parts }) => parts)
    .filter((part) => typeof part !== 'string' && part.text !== '').length;

/** The passage with one of its words mistyped; `which` chooses among all words of all passages. */
export function anySlip(passages: readonly Passage[], which: number): fc.Arbitrary<Slip> {
  let left = which;
  for (const { sentences } of passages) {
    const parts = sentences.flatMap((sentence) => sentence.parts);
    for (const [place, part] of parts.entries()) {
      if (typeof part === 'string' || part.text === '') continue;
      if (left-- > 0) continue;
      const before = parts.slice(0, place).map(partText).join('');
      const after = parts
        .slice(place + 1)
        .map(partText)
        .join('');
      return otherThan(part).map((written) => ({
        ...{ text: `${before}${written}${after}`, from: before.length, to: before.length + written.length },
        ...{ token: part, written },
      }));
    }
  }
  throw new RangeError('the draft has no such word');
}
