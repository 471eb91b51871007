// Knows how numbered corrections of issued minutes are put down on a page of their own; not who may make them.
import { Paragraph } from 'docx';
import { dateIn } from './dates.ts';
import { titleLook } from './head.ts';
import { line } from './page.ts';
import { runs } from './text.ts';

export interface PrintedCorrection {
  readonly number: number;
  readonly passage: string;
  readonly correction: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const labelled = (label: string, text: string): Paragraph =>
  new Paragraph({ style: 'Body', children: [...runs(label, { face: 'hei' }), ...runs(text)] });

/** In the order given; no page when there is none. */
export const correctionsPage = (corrections: readonly PrintedCorrection[], zone: string): Paragraph[] =>
  corrections.length === 0
    ? []
    : [
        new Paragraph({ style: 'AttachmentTitle', pageBreakBefore: true, spacing: { before: 0 }, children: runs('更正', titleLook) }),
        ...corrections.flatMap(({ number, passage, correction, reason, at }, index) => [
          new Paragraph({
            style: 'Body',
            keepNext: true,
            ...(index > 0 && { spacing: { before: line } }),
            children: runs(`更正${number}（${dateIn(zone, at)}）`, { face: 'hei' }),
          }),
          labelled('原文：', passage),
          labelled('更正为：', correction),
          labelled('理由：', reason),
        ]),
      ];
