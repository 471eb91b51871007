// Knows what of a log is printed on issued minutes, so that paper can be held against a bundle; not how it looks.
import type { Hash } from '@xieshang/protocol';

export interface Printed {
  /** The fact of the issue, and the head of the chain after it. */
  readonly seq: number;
  readonly head: Hash;
  /** Of the server's key, as people compare it. */
  readonly fingerprint: string;
}

const grouped = (hex: string): string => (hex.match(/.{4}/g) ?? []).join(' ');

/** The first sixteen digits, as one types them. */
export const shortHead = ({ head }: Pick<Printed, 'head'>): string => grouped(head.slice(0, 16));

/** What a scanner reads; of the signs that a small square holds best (ISO/IEC 18004, alphanumeric). */
export const scanned = ({ seq, head, fingerprint }: Printed): string =>
  `XIESHANG/1 SEQ ${seq} HEAD ${head.toUpperCase()} KEY ${fingerprint.replaceAll(' ', '').toUpperCase()}`;
