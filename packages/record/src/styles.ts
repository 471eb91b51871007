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
const denseLine = 300;

/** 5 pt below a 28 pt line is 4 mm below its characters. */
const redRule = '<w:pBdr><w:bottom w:val="single" w:sz="10" w:space="5" w:color="FF0000"/></w:pBdr>';
/** Two places to sign in a line, each on a line of its own to write on. */
const signingTabs = [4200, 4600, textWidth - 200]
  .map((at, place) => `<w:tab w:val="left"${place === 1 ? '' : ' w:leader="underscore"'} w:pos="${at}"/>`)
  .join('');

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
    paragraph: `${redRule}<w:tabs><w:tab w:val="right" w:pos="${textWidth - character}"/></w:tabs>${spacing(0)}<w:ind w:firstLineChars="100" w:firstLine="${character}"/>`,
  }),
  // The number of a document stands on its red rule: centred, or on the left with 签发人 on the right (上行文).
  style({ id: 'RuledNumber', name: '发文字号', paragraph: `${redRule}${spacing(2 * line)}${centred}` }),
  style({
    id: 'SignerLine',
    name: '签发人',
    paragraph: `${redRule}<w:tabs><w:tab w:val="right" w:pos="${textWidth - character}"/></w:tabs>${spacing(2 * line)}<w:ind w:firstLineChars="100" w:firstLine="${character}"/>`,
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
  // 附件：1.…, the next numbers below the first.
  style({
    id: 'FirstAttachment',
    name: '附件说明首项',
    paragraph: `${spacing(line)}<w:ind w:leftChars="500" w:left="${5 * character}" w:hangingChars="300" w:hanging="${3 * character}"/>`,
  }),
  style({ id: 'NextAttachment', name: '附件说明次项', paragraph: `${spacing(0)}<w:ind w:leftChars="500" w:left="${5 * character}"/>` }),
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
  style({ id: 'TableDense', name: '表单文字', paragraph: `${offGrid}${spacing(0, 0, denseLine)}`, size: size.dense, tight: false }),
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
  style({
    id: 'FormTitle',
    name: '表单标题',
    next: 'Body',
    paragraph: `<w:keepNext/>${offGrid}${spacing(0, 200, 660)}${centred}`,
    face: 'title',
    size: size.title,
    tight: false,
  }),
  style({ id: 'About', name: '表单说明', paragraph: `<w:keepNext/>${offGrid}${spacing(0, 60, 480)}${centred}`, size: size.small }),
  style({
    id: 'Signing',
    name: '签名',
    paragraph: `<w:keepLines/><w:tabs>${signingTabs}</w:tabs>${offGrid}${spacing(240)}`,
    size: size.small,
  }),
  style({ id: 'Addressee', name: '主送机关', next: 'Body', paragraph: `<w:keepNext/>${spacing(0)}<w:jc w:val="both"/>` }),
  style({ id: 'Signed', name: '署名', paragraph: `<w:keepLines/>${spacing(0)}<w:jc w:val="right"/>` }),
  style({ id: 'Note', name: '附注', paragraph: `${spacing(line)}${twoCharacters}` }),
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
