// Knows the named styles of an official document, as Word's own XML; not the text that wears them.
import { faces, type Face } from './text.ts';
import { character, line, size, textWidth, tightening } from './page.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly on?: string;
  readonly next?: string;
  /** Paragraph properties, in the order the schema of Word asks for. */
  readonly paragraph?: string;
  readonly face?: Face;
  /** Half-points. */
  readonly size?: number;
  readonly tight?: boolean;
}

const fonts = (face: Face): string =>
  `<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:eastAsia="${faces[face]}" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>`;

const spacing = (before: number, after = 0, height = line): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${height}" w:lineRule="exact"/>`;

const style = ({ id, name, on = 'Normal', next, paragraph = '', face = 'fangsong', size: half = size.body, tight = true }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${on}"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(face)}<w:spacing w:val="${tight ? tightening : 0}"/><w:sz w:val="${half}"/><w:szCs w:val="${half}"/></w:rPr></w:style>`;

// LibreOffice reads twips, Word the characters: both are given.
const twoCharacters = `<w:ind w:firstLineChars="200" w:firstLine="${2 * character}"/>`;
/** A line that is not 28 pt high keeps its own height. */
const offGrid = '<w:snapToGrid w:val="0"/>';
const centred = '<w:jc w:val="center"/>';

const heading = (level: number, face: Face): string =>
  style({
    id: `Heading${level}`,
    name: `heading ${level}`,
    on: 'Body',
    next: 'Body',
    paragraph: `<w:keepNext/>${spacing(0)}${twoCharacters}<w:outlineLvl w:val="${level - 1}"/>`,
    face,
  });

/** One character of 4号. */
const small = 280;
const tableLine = 400;

/** `word/styles.xml`. */
export const styles = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('fangsong')}<w:spacing w:val="${tightening}"/><w:sz w:val="${size.body}"/><w:szCs w:val="${size.body}"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    // Punctuation may not hang out of the 版心. Lines kept together at a page's end would leave a page with fewer than its 22.
    `<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/>${spacing(0)}</w:pPr></w:pPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
  style({ id: 'Body', name: 'Body Text', paragraph: `${spacing(0)}${twoCharacters}<w:jc w:val="both"/>` }),
  heading(1, 'hei'),
  heading(2, 'kai'),
  heading(3, 'fangsong'),
  heading(4, 'fangsong'),
  style({ id: 'Mark', name: '纪要标志', paragraph: `${offGrid}${centred}`, face: 'title', size: 60, tight: false }),
  style({ id: 'Number', name: '纪要编号', paragraph: `${spacing(2 * line)}${centred}` }),
  style({
    id: 'Issuer',
    name: '印发机关',
    // 5 pt below a 28 pt line is 4 mm below its characters.
    paragraph:
      '<w:pBdr><w:bottom w:val="single" w:sz="10" w:space="5" w:color="FF0000"/></w:pBdr>' +
      `<w:tabs><w:tab w:val="right" w:pos="${textWidth - character}"/></w:tabs>${spacing(0)}<w:ind w:firstLineChars="100" w:firstLine="${character}"/>`,
  }),
  style({
    id: 'Title',
    name: 'Title',
    next: 'Body',
    paragraph: `<w:keepNext/>${offGrid}${spacing(2 * line, line, 660)}${centred}`,
    face: 'title',
    size: size.title,
    tight: false,
  }),
  style({ id: 'AttachmentNote', name: '附件说明', on: 'Body', paragraph: `${spacing(line)}${twoCharacters}` }),
  // Turnover lines stand below the first character after the colon.
  style({
    id: 'Attendance',
    name: '出席名单',
    paragraph: `${spacing(0)}<w:ind w:leftChars="500" w:left="${5 * character}" w:hangingChars="300" w:hanging="${3 * character}"/><w:jc w:val="both"/>`,
  }),
  style({ id: 'AttachmentLabel', name: '附件', paragraph: `<w:keepNext/><w:pageBreakBefore/>${spacing(0)}`, face: 'hei' }),
  style({
    id: 'AttachmentTitle',
    name: '附件标题',
    paragraph: `<w:keepNext/>${offGrid}${spacing(line, line, 660)}${centred}`,
    face: 'title',
    size: size.title,
    tight: false,
  }),
  style({
    id: 'TableText',
    name: '表格文字',
    paragraph: `${offGrid}${spacing(0, 0, tableLine)}`,
    size: size.table,
    tight: false,
  }),
  style({ id: 'TableHead', name: '表头', on: 'TableText', paragraph: centred, face: 'hei', size: size.table, tight: false }),
  // Rules reach from edge to edge, so the text is set in by its first line and its tab.
  style({
    id: 'Colophon',
    name: '版记',
    paragraph: `<w:tabs><w:tab w:val="right" w:pos="${textWidth - small}"/></w:tabs>${offGrid}${spacing(0)}<w:ind w:firstLineChars="100" w:firstLine="${small}"/>`,
    size: size.small,
  }),
  style({
    id: 'CopyTo',
    name: '抄送',
    paragraph: `${offGrid}${spacing(0)}<w:ind w:leftChars="400" w:left="${4 * small}" w:rightChars="100" w:right="${small}" w:hangingChars="300" w:hanging="${3 * small}"/><w:jc w:val="both"/>`,
    size: size.small,
  }),
  style({ id: 'Join', name: '分隔', paragraph: `${offGrid}${spacing(0, 0, 20)}`, size: 2 }),
  style({
    id: 'PageNumber',
    name: '页码',
    paragraph: '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>',
    face: 'song',
    size: size.small,
  }),
  '</w:styles>',
].join('');
