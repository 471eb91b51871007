// Knows how a downloaded Word file is read back: its paragraphs in order and its tables; nothing of what they should say.
import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import JSZip from 'jszip';

export interface WordFile {
  readonly name: string;
  /** Every paragraph from first to last, those in tables too. */
  readonly paragraphs: readonly string[];
  /** The last table, row by row, cell by cell. */
  readonly lastTable: readonly (readonly string[])[];
  /** The bytes of each picture in it. */
  readonly pictures: readonly Buffer[];
}

/** As the parser gives it in order: one key that is the name, the children below it. */
type Piece = { readonly [name: string]: readonly Piece[] | string | undefined };

const nameOf = (piece: Piece): string => Object.keys(piece).find((key) => key !== ':@') ?? '';
const childrenOf = (piece: Piece): readonly Piece[] => {
  const children = piece[nameOf(piece)];
  return typeof children === 'string' || children === undefined ? [] : children;
};

/** All elements of a name, outermost first, in the order of the file. */
const all = (pieces: readonly Piece[], name: string): readonly Piece[] =>
  pieces.flatMap((piece) => [...(nameOf(piece) === name ? [piece] : []), ...all(childrenOf(piece), name)]);

const textOf = (pieces: readonly Piece[]): string =>
  all(pieces, 'w:t')
    .flatMap(childrenOf)
    .map((piece) => (typeof piece['#text'] === 'string' ? piece['#text'] : ''))
    .join('');

export async function readWord(download: Download): Promise<WordFile> {
  const zip = await JSZip.loadAsync(await readFile(await download.path()));
  const xml = await zip.file('word/document.xml')?.async('string');
  if (xml === undefined) throw new Error('no Word document');
  const parser = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false });
  const pieces = parser.parse(xml) as readonly Piece[];
  const media = Object.values(zip.files).filter(({ name, dir }) => !dir && name.startsWith('word/media/'));
  const table = all(pieces, 'w:tbl').at(-1);
  return {
    name: download.suggestedFilename(),
    paragraphs: all(pieces, 'w:p').map((paragraph) => textOf([paragraph])),
    pictures: await Promise.all(media.map((file) => file.async('nodebuffer'))),
    lastTable: table ? all([table], 'w:tr').map((row) => all([row], 'w:tc').map((cell) => textOf([cell]))) : [],
  };
}
