// Knows how 出席, 请假 and 列席 are listed below the text of minutes; not who was there.
import { Paragraph } from 'docx';
import type { Manuscript } from '@xieshang/minutes';
import { line } from './page.ts';
import { runs } from './text.ts';

/** In the order of the standard; a list of nobody is left out. One blank line above the first. */
export const attendance = ({ present, onLeave, nonVoting }: Manuscript): Paragraph[] =>
  [
    { label: '出席：', names: present },
    { label: '请假：', names: onLeave },
    { label: '列席：', names: nonVoting },
  ]
    .filter(({ names }) => names.length > 0)
    .map(
      ({ label, names }, index) =>
        new Paragraph({
          style: 'Attendance',
          ...(index === 0 && { spacing: { before: line } }),
          children: [...runs(label, { face: 'hei' }), ...runs(names.join('、'))],
        }),
    );
