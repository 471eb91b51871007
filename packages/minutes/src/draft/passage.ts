// Knows what drafted prose is made of: passages of sentences whose figures, names and dates are told apart; not what they say.
import type { FactId } from '../fact-id.ts';
import type { Section } from '../section.ts';

/** What in a sentence comes from the record and could be mistyped. */
export interface Token {
  readonly kind: 'figure' | 'date' | 'name' | 'unit' | 'word';
  readonly text: string;
  /** What it tells: 实到, 第9条赞成票. */
  readonly about: string;
}

export type Part = string | Token;

export interface Sentence {
  readonly parts: readonly Part[];
  /** The facts it is made of, in order. */
  readonly sources: readonly FactId[];
  /** 签到记录 · 发言记录 · 答复记录 · 表决记录 · 议程 · 建议稿 */
  readonly record: string;
}

/** A paragraph of the draft. Its id stays the same whatever the record says later. */
export interface Passage {
  readonly id: string;
  readonly section: Section;
  readonly sentences: readonly Sentence[];
}

export const token = (kind: Token['kind'], about: string, text: string | number): Token => ({ kind, about, text: String(text) });
export const figure = (about: string, n: number): Token => token('figure', about, n);
export const name = (about: string, text: string): Token => token('name', about, text);
export const unit = (about: string, text: string): Token => token('unit', about, text);
export const date = (about: string, text: string): Token => token('date', about, text);
export const word = (about: string, text: string): Token => token('word', about, text);

export const partText = (part: Part): string => (typeof part === 'string' ? part : part.text);
export const sentenceText = ({ parts }: Sentence): string => parts.map(partText).join('');
export const passageText = ({ sentences }: Passage): string => sentences.map(sentenceText).join('');

/** `between` stands between each two. */
export const joined = (lists: readonly (readonly Part[])[], between: string): readonly Part[] =>
  lists.flatMap((parts, place) => (place === 0 ? parts : [between, ...parts]));

/** Text of the record with its figures told apart: 以13条重点产业链为单元. */
export const withFigures = (text: string, about: string): readonly Part[] =>
  text
    .split(/(\d+)/)
    .map((piece, place): Part => (place % 2 === 1 ? token('figure', about, piece) : piece))
    .filter((part) => part !== '');

/** The sentence that a place in the passage's text falls into. */
export function sentenceAt({ sentences }: Passage, offset: number): Sentence | null {
  let end = 0;
  for (const sentence of sentences) {
    end += sentenceText(sentence).length;
    if (offset < end) return sentence;
  }
  return sentences.at(-1) ?? null;
}
