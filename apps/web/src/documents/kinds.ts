// Knows the documents there are by name, so that pages need not load what makes them.
import type { ListKind, SheetKind } from '@xieshang/record';
import { documentsWords } from '../words/zh/documents.ts';

export const isSheetKind = (text: string): text is SheetKind => Object.hasOwn(documentsWords.names, text);

/** Those that come as a list for a spreadsheet too. */
export const lists: Readonly<Partial<Record<SheetKind, readonly ListKind[]>>> = {
  roll: ['roll'],
  speeches: ['speeches'],
  votes: ['votes', 'named'],
  elections: ['elections'],
};
