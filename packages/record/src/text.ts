// Knows how a piece of text becomes runs of Word: which face, which size, what a run may hold. Not where it stands.
import { Tab, TextRun } from 'docx';
import type { Run } from '@xieshang/minutes';
import { size, tightening } from './page.ts';

/** The faces the standard asks for; the office's own machine has them, none is shipped. */
export const faces = { song: '宋体', fangsong: '仿宋_GB2312', hei: '黑体', kai: '楷体_GB2312', title: '方正小标宋简体' } as const;
export type Face = keyof typeof faces;

export interface Look {
  readonly face?: Face;
  /** Half-points. */
  readonly size?: number;
  readonly red?: true;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** Per cent of a character's natural width. */
  readonly scale?: number;
  /** Digits and Latin letters in the Chinese face too, half-width: page numbers. */
  readonly oneFace?: true;
}

// What XML 1.0 cannot hold (and DEL with the C1 controls, which say nothing on paper): one of these makes Word refuse the whole file.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** The text as it may stand in an XML file: control characters and halves of surrogate pairs are left out, all else is exact. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(unprintable, '');

/** The runs of a text; a line feed is a line break, a tab is a tab. Text is never read as a field, a link or a placeholder. */
export function runs(text: string, look: Look = {}): TextRun[] {
  const options = runOptions(look);
  return printable(text)
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return new TextRun({ ...options, break: 1 });
      if (piece === '\t') return new TextRun({ ...options, children: [new Tab()] });
      return new TextRun({ ...options, text: piece });
    });
}

/** The runs of a paragraph of the minutes, with the marks their writers gave them. */
export const runsOf = (parts: readonly Run[], look: Look = {}) =>
  parts.flatMap(({ text, bold, italic, underline, strike }) =>
    runs(text, { ...look, ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }), ...(strike && { strike }) }),
  );

/** What a run of this look is dressed with. Title faces stand at their natural width, the rest is tightened to 28 a line. */
export const runOptions = ({ face = 'fangsong', size: half = size.body, red, bold, italic, underline, strike, scale, oneFace }: Look) => {
  const latin = oneFace ? faces[face] : 'Times New Roman';
  return {
    // The hint keeps “ ” — … in the Chinese face.
    font: { ascii: latin, hAnsi: latin, eastAsia: faces[face], cs: latin, hint: 'eastAsia' },
    size: half,
    characterSpacing: face === 'title' || oneFace ? 0 : tightening,
    ...(red && { color: 'FF0000' }),
    ...(bold && { bold }),
    ...(italic && { italics: italic }),
    ...(underline && { underline: {} }),
    ...(strike && { strike }),
    ...(scale !== undefined && { scale }),
  };
};
