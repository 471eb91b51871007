// Knows the tag that a voter finds again in the published list: 62 random bits, and how people read them to one another; not whose it is.
import type { Random } from './keys.ts';
import { firstCharacters, secondCharacters } from './words.ts';

declare const brand: unique symbol;
/** 62 bits as 16 digits of lower-case hex. */
export type Tag = string & { readonly [brand]: 'tag' };

/** Without I, L, O and U, which are taken for others. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const isTag = (text: string): text is Tag => /^[0-3][0-9a-f]{15}$/.test(text);

/** Made by the voter's own page: a server that made tags could give one to two voters who vote alike. */
export function makeTag(random: Random): Tag {
  const bytes = random(8);
  return tagOfNumber(bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n) & ((1n << 62n) - 1n));
}

/** 「红山 白云 7K2M 9QXA」: two words of 11 bits each, eight characters of 5. */
export function wordsOfTag(tag: Tag): string {
  const number = BigInt(`0x${tag}`);
  const part = (shift: number, bits: number): number => Number((number >> BigInt(shift)) & ((1n << BigInt(bits)) - 1n));
  const word = (shift: number): string => (firstCharacters[part(shift + 6, 5)] ?? '') + (secondCharacters[part(shift, 6)] ?? '');
  const code = Array.from({ length: 8 }, (_, place) => digits[part(35 - place * 5, 5)]).join('');
  return `${word(51)} ${word(40)} ${code.slice(0, 4)} ${code.slice(4)}`;
}

/** Reads it as people type it: any spaces or dashes, small letters, O for 0, I and L for 1. Null: no tag. */
export function tagOfWords(text: string): Tag | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\-·]/g, '')
    .toUpperCase();
  const [first, second, third, fourth, ...code] = plain;
  const words = [
    firstCharacters.indexOf(first ?? '?'),
    secondCharacters.indexOf(second ?? '?'),
    firstCharacters.indexOf(third ?? '?'),
    secondCharacters.indexOf(fourth ?? '?'),
  ];
  const rest = code.map((digit) => digits.indexOf(digit === 'O' ? '0' : digit === 'I' || digit === 'L' ? '1' : digit));
  if (rest.length !== 8 || [...words, ...rest].includes(-1)) return null;
  const bits = [5, 6, 5, 6, 5, 5, 5, 5, 5, 5, 5, 5];
  return tagOfNumber([...words, ...rest].reduce((number, value, place) => (number << BigInt(bits[place] ?? 0)) | BigInt(value), 0n));
}

function tagOfNumber(number: bigint): Tag {
  const text = number.toString(16).padStart(16, '0');
  if (!isTag(text)) throw new RangeError('a tag has 62 bits');
  return text;
}
