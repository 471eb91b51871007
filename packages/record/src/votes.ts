// Knows how the results of a meeting's votes are listed as an attachment; counts nothing itself.
import { AlignmentType, Paragraph, type Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx';
import type { VoteRow } from '@xieshang/minutes';
import { titleLook } from './head.ts';
import { size, textWidth } from './page.ts';
import { ruledTable } from './text-table.ts';
import { runs } from './text.ts';

export const attachmentTitle = '表决结果一览';

const counts = 4;
/** As narrow as their heads allow: the wording of a recommendation takes the rest. */
const widths = { number: 620, count: 640, result: 1100 };
const columns = [
  widths.number,
  textWidth - widths.number - counts * widths.count - widths.result,
  ...Array.from({ length: counts }, () => widths.count),
  widths.result,
];

interface Content {
  readonly text: string;
  /** Only the wording of a recommendation is read from the left. */
  readonly left?: boolean;
}

const cell = ({ text, left = false }: Content, column: number, header: boolean): TableCell =>
  new TableCell({
    width: { size: columns[column] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: header ? 'TableHead' : 'TableText',
        alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: runs(text, { size: size.table, ...(header && { face: 'hei' as const }) }),
      }),
    ],
  });

const row = (contents: readonly Content[], header = false): TableRow =>
  new TableRow({
    ...(header && { tableHeader: true }),
    cantSplit: true,
    children: contents.map((content, column) => cell(content, column, header)),
  });

/** Where hands were clapped nothing was counted. */
function figures({ form, approve, oppose, abstain, notPressed, passed }: VoteRow): string[] {
  if (form === 'acclamation') return ['—', '—', '—', '—', passed ? '鼓掌通过' : '未通过'];
  return [...[approve, oppose, abstain, notPressed].map(String), passed ? '通过' : '未通过'];
}

const voteRow = (vote: VoteRow): TableRow =>
  row([
    { text: String(vote.number) },
    { text: vote.text === '' ? vote.title : vote.text, left: true },
    ...figures(vote).map((text) => ({ text })),
  ]);

/** What the ayes are measured against; it is not always the number of those who voted. */
function baseNote(votes: readonly VoteRow[]): Paragraph[] {
  const counted = votes.filter(({ form }) => form !== 'acclamation');
  const bases = [...new Set(counted.map(({ base }) => base))];
  const said = bases.map((base) => {
    const numbers = counted.filter((vote) => vote.base === base).map(({ number }) => number);
    return bases.length === 1 ? `${base}人` : `第${numbers.join('、')}项为${base}人`;
  });
  if (said.length === 0) return [];
  return [
    new Paragraph({
      style: 'TableText',
      spacing: { before: 120 },
      children: runs(`注：计票基数${bases.length === 1 ? '为' : '：'}${said.join('，')}。`, { size: size.table }),
    }),
  ];
}

/** 附件 in the text, or nothing when nothing was voted on. A single attachment has no number. */
export const attachmentNote = (votes: readonly VoteRow[]): Paragraph[] =>
  votes.length === 0 ? [] : [new Paragraph({ style: 'AttachmentNote', children: runs(`附件：${attachmentTitle}`) })];

/** On a page of its own; its head is repeated where it goes on. */
export const voteAttachment = (votes: readonly VoteRow[]): (Paragraph | Table)[] =>
  votes.length === 0
    ? []
    : [
        new Paragraph({ style: 'AttachmentLabel', children: runs('附件', { face: 'hei' }) }),
        new Paragraph({ style: 'AttachmentTitle', children: runs(attachmentTitle, titleLook) }),
        ruledTable(columns, [
          row(
            ['序号', '建议', '赞成', '反对', '弃权', '未按', '结果'].map((text) => ({ text })),
            true,
          ),
          ...votes.map(voteRow),
        ]),
        ...baseNote(votes),
      ];
