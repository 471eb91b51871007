// Knows how pages are numbered: “— 1 —”, odd pages on the right, even ones on the left; not how many there are.
import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { size } from './page.ts';
import { runOptions } from './text.ts';

/** One character of 4号 in from the edge. */
const inset = size.small * 10;

const footer = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment: AlignmentType[alignment === 'left' ? 'LEFT' : 'RIGHT'],
        indent: { [alignment]: inset },
        children: [
          new TextRun({ ...runOptions({ face: 'song', size: size.small, oneFace: true }), children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });

export const pageNumbers = { default: footer('right'), even: footer('left') } as const;
