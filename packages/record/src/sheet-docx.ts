// Knows the order in which the parts of an official document stand on paper (GB/T 9704-2012 公文格式), and how each looks; not what it says.
import { AlignmentType, Document, HeadingLevel, LineRuleType, Packer, Paragraph, type Table } from 'docx';
import { colophon } from './colophon.ts';
import { broken, markLine, titleLook, titleWidth } from './head.ts';
import { titleLines, width } from './line-breaks.ts';
import { coreProperties, fontTable } from './package-parts.ts';
import { character, line, section, size } from './page.ts';
import { pageNumbers } from './page-numbers.ts';
import { sheetTable } from './sheet-table.ts';
import type { Head, Part, Sheet, SheetBlock, Signed } from './sheets/sheet.ts';
import { styles } from './styles.ts';
import { runs } from './text.ts';
import { withoutTimes } from './zip-times.ts';

type Piece = Paragraph | Table;

const headOf = ({ mark, number, signer }: Head): Paragraph[] => [
  markLine(mark),
  signer
    ? new Paragraph({ style: 'SignerLine', children: [...runs(`${number}\t签发人：`), ...runs('　　　　', { face: 'kai' })] })
    : new Paragraph({ style: 'RuledNumber', children: runs(number) }),
];

const air = (): Paragraph => new Paragraph({ style: 'Join', spacing: { line: 120, lineRule: LineRuleType.EXACT } });

/** Two places in a line: a third begins the next one. */
function signatures(labels: readonly string[]): Paragraph[] {
  const pairs = labels.flatMap((_, place) => (place % 2 === 0 ? [labels.slice(place, place + 2)] : []));
  return pairs.map(
    (pair, place) =>
      new Paragraph({
        style: 'Signing',
        keepNext: place < pairs.length - 1,
        children: runs(pair.map((label) => `${label}（签名）：\t`).join('\t'), { size: size.small }),
      }),
  );
}

/** `keepNext`: what follows, a signature, must not stand alone on a page. */
function drawn(block: SheetBlock, keepNext = false): Piece[] {
  switch (block.kind) {
    case 'heading': {
      const [heading, face] = block.level === 1 ? ([HeadingLevel.HEADING_1, 'hei'] as const) : ([HeadingLevel.HEADING_2, 'kai'] as const);
      return [new Paragraph({ heading, children: runs(block.text, { face }) })];
    }
    case 'text':
      return [
        new Paragraph({
          style: 'Body',
          keepNext,
          children: [...runs(block.label ?? '', { face: 'hei' }), ...runs(block.text)],
        }),
      ];
    case 'about':
      return [new Paragraph({ style: 'About', children: runs(block.text, { size: size.small }) })];
    case 'table':
      return [air(), sheetTable(block), air()];
    case 'signatures':
      return signatures(block.labels);
  }
}

/** A form begins at the top of its page; the title of a document stands below its head. */
const titleOf = (title: string, style: 'Title' | 'FormTitle', pageBreakBefore: boolean): Paragraph =>
  new Paragraph({ style, pageBreakBefore, children: broken(titleLines(title, titleWidth), titleLook) });

const attachment = ({ label, title, blocks }: Part): Piece[] => [
  ...(label === null
    ? [titleOf(title, 'FormTitle', true)]
    : [
        new Paragraph({ style: 'AttachmentLabel', children: runs(label, { face: 'hei' }) }),
        new Paragraph({ style: 'AttachmentTitle', children: broken(titleLines(title, titleWidth), titleLook) }),
      ]),
  ...blocks.flatMap((block) => drawn(block)),
];

/** 附件：1.…, each on a line, the numbers one below the other; a single one has no number. */
export function attachmentNotes(parts: readonly Part[]): Paragraph[] {
  const named = parts.filter(({ label }) => label !== null);
  return named.map(({ title }, place) => {
    const text = named.length === 1 ? title : `${place + 1}.${title}`;
    return new Paragraph({
      style: place === 0 ? 'FirstAttachment' : 'NextAttachment',
      keepNext: true,
      children: runs(place === 0 ? `附件：${text}` : text),
    });
  });
}

/** With a seal: the date 4 characters in from the right, the name centred above it. The seal itself is pressed, not drawn. */
function signature({ issuer, date }: Signed): Paragraph[] {
  const [name, day] = [width(issuer), width(date)];
  const dateIn = Math.max(4, (name - day) / 2 + 1);
  const nameIn = dateIn + (day - name) / 2;
  const placed = (text: string, characters: number, before: number): Paragraph =>
    new Paragraph({
      style: 'Signed',
      alignment: AlignmentType.RIGHT,
      keepNext: before > 0,
      spacing: { before },
      indent: { right: Math.round(characters * character) },
      children: runs(text),
    });
  return [placed(issuer, nameIn, 2 * line), placed(date, dateIn, 0)];
}

function children({ head, addressee, parts, signed, note, colophon: closing }: Sheet): Piece[] {
  const [main, ...rest] = parts;
  if (!main) return [new Paragraph({ style: 'Body' })];
  return [
    ...(head === null ? [] : headOf(head)),
    titleOf(main.title, head === null ? 'FormTitle' : 'Title', false),
    ...(addressee === null ? [] : [new Paragraph({ style: 'Addressee', children: runs(addressee) })]),
    ...main.blocks.flatMap((block, place) => drawn(block, signed !== null && place === main.blocks.length - 1)),
    ...attachmentNotes(rest),
    ...(signed === null ? [] : signature(signed)),
    ...(note === null ? [] : [new Paragraph({ style: 'Note', children: runs(`（${note}）`) })]),
    ...rest.flatMap(attachment),
    ...(closing === null ? [] : colophon(closing.issuer, closing.copyTo, closing.date)),
  ];
}

/** The sheet as a Word file: official geometry, text exact but for control characters, no links, no field but the page number. The same sheet gives the same bytes. */
export async function sheetDocx(sheet: Sheet): Promise<Uint8Array> {
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: section, footers: pageNumbers, children: children(sheet) }],
  });
  const parts = [
    { path: 'docProps/core.xml', data: coreProperties(sheet.name, sheet.signed?.issuer ?? '', sheet.at) },
    { path: 'word/fontTable.xml', data: fontTable },
    { path: 'word/styles.xml', data: styles },
  ];
  return withoutTimes(await Packer.pack(document, 'uint8array', undefined, parts));
}
