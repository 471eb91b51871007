// Knows how the results of a meeting's votes are listed as an attachment; counts nothing itself.
import { AlignmentType, Paragraph, type Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx';
import type { VoteRow } from '@xieshang/minutes';
import { titleLook } from './head.ts';
import { size, textWidth } from './page.ts';
import { ruledTable } from './text-table.ts';
import { runs } from './text.ts';

export const attachmentTitle = '表决结果一览';

/** As narrow as their heads allow: the wording of a recommendation takes the rest. */
const widths = { number: 620, count: 640, result: 1100 };

const heads = ['赞成', '反对', '弃权', '未按'] as const;

/** 其中废票 has a column only where there was one. */
const hasSpoilt = (votes: readonly VoteRow[]): boolean => votes.some(({ spoilt }) => spoilt !== undefined);

function columnsOf(votes: readonly VoteRow[]): readonly { readonly head: string; readonly width: number }[] {
  const counts = [...heads, ...(hasSpoilt(votes) ? ['其中\n废票'] : [])].map((head) => ({ head, width: widths.count }));
  const text = textWidth - widths.number - counts.length * widths.count - widths.result;
  return [{ head: '序号', width: widths.number }, { head: '建议', width: text }, ...counts, { head: '结果', width: widths.result }];
}

interface Content {
  readonly text: string;
  /** Only the wording of a recommendation is read from the left. */
  readonly left?: boolean;
}

const cell = ({ text, left = false }: Content, width: number, header: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: header ? 'TableHead' : 'TableText',
        alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: runs(text, { size: size.table, ...(header && { face: 'hei' as const }) }),
      }),
    ],
  });

const row = (contents: readonly Content[], columns: readonly number[], header = false): TableRow =>
  new TableRow({
    ...(header && { tableHeader: true }),
    cantSplit: true,
    children: contents.map((content, column) => cell(content, columns[column] ?? 0, header)),
  });

const resultText = ({ form, passed, quorumMissed }: VoteRow): string => {
  if (passed) return form === 'acclamation' ? '鼓掌通过' : '通过';
  return quorumMissed ? '未通过\n（未达法定人数）' : '未通过';
};

/** Where hands were clapped nothing was counted. */
function figures(vote: VoteRow, withSpoilt: boolean): readonly string[] {
  const { form, approve, oppose, abstain, notPressed, spoilt = 0 } = vote;
  const all = [approve, oppose, abstain, notPressed, ...(withSpoilt ? [spoilt] : [])];
  return [...all.map((count) => (form === 'acclamation' ? '—' : String(count))), resultText(vote)];
}

const voteRow = (vote: VoteRow, columns: readonly number[], withSpoilt: boolean): TableRow =>
  row(
    [
      { text: String(vote.number) },
      { text: vote.text === '' ? vote.title : vote.text, left: true },
      ...figures(vote, withSpoilt).map((text) => ({ text })),
    ],
    columns,
  );

/** Items of one kind together: 第1、2项以举手方式表决。 Nothing where all are alike and `usual`. */
function grouped(votes: readonly VoteRow[], said: (vote: VoteRow) => string | null): readonly string[] {
  const groups = Map.groupBy(votes, said);
  return [...groups].flatMap(([text, some]) => (text === null ? [] : [`第${some.map(({ number }) => number).join('、')}项${text}`]));
}

/** What the ayes are measured against; it is not always the number of those who voted. */
function baseText(votes: readonly VoteRow[]): string | null {
  const counted = votes.filter(({ form }) => form !== 'acclamation');
  const bases = [...new Set(counted.map(({ base }) => base))];
  const [only] = bases;
  if (only === undefined) return null;
  return bases.length === 1 ? `计票基数为${only}人` : `计票基数：${grouped(counted, ({ base }) => `为${base}人`).join('，')}`;
}

const manners: Readonly<Partial<Record<VoteRow['form'], string>>> = {
  unnamed: '为按键表决（不公开逐人）',
  showOfHands: '为举手表决',
  paper: '为纸质票表决',
  secret: '为无记名投票',
};

/** Base, form, papers given out, reservations: whatever the columns do not say. */
function notes(votes: readonly VoteRow[]): Paragraph[] {
  const said = [
    baseText(votes),
    ...grouped(votes, ({ form, papers }) => {
      const manner = manners[form] ?? null;
      return manner && papers ? `${manner}，发出表决票${papers.issued}张，收回${papers.returned}张` : manner;
    }),
    ...votes.flatMap(({ number, reservations = [] }) =>
      reservations.length === 0 ? [] : [`第${number}项，${reservations.join('、')}声明保留`],
    ),
  ].filter((text) => text !== null);
  if (said.length === 0) return [];
  return [
    new Paragraph({
      style: 'TableText',
      spacing: { before: 120 },
      children: runs(`注：${said.join('；')}。`, { size: size.table }),
    }),
  ];
}

/** 附件 in the text, or nothing when nothing was voted on. A single attachment has no number. */
export const attachmentNote = (votes: readonly VoteRow[]): Paragraph[] =>
  votes.length === 0 ? [] : [new Paragraph({ style: 'AttachmentNote', children: runs(`附件：${attachmentTitle}`) })];

/** On a page of its own; its head is repeated where it goes on. */
export function voteAttachment(votes: readonly VoteRow[]): (Paragraph | Table)[] {
  if (votes.length === 0) return [];
  const columns = columnsOf(votes);
  const sizes = columns.map(({ width }) => width);
  return [
    new Paragraph({ style: 'AttachmentLabel', children: runs('附件', { face: 'hei' }) }),
    new Paragraph({ style: 'AttachmentTitle', children: runs(attachmentTitle, titleLook) }),
    ruledTable(sizes, [
      row(
        columns.map(({ head }) => ({ text: head })),
        sizes,
        true,
      ),
      ...votes.map((vote) => voteRow(vote, sizes, hasSpoilt(votes))),
    ]),
    ...notes(votes),
  ];
}
