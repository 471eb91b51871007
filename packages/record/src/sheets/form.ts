// Knows what the sheets that are signed by hand have in common; not what stands on them.
import { digestOf } from '@xieshang/protocol';
import { begin, titled, type Source } from './occasion.ts';
import type { Part, Sheet } from './sheet.ts';

export const textHash = (text: string): string => digestOf(text);

/** A sheet without 版头 and 版记. */
export const plain = (kind: Sheet['kind'], { meeting }: Source, name: string, parts: readonly Part[]): Sheet => ({
  v: 1,
  kind,
  name: titled(meeting, name),
  at: begin(meeting),
  head: null,
  addressee: null,
  parts,
  signed: null,
  note: null,
  colophon: null,
});
