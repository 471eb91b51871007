// Knows how files that were exported are taken apart and what must not be in them; not how they were made.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import JSZip from 'jszip';

export interface Word {
  /** One sentence for each thing that must not be there. */
  readonly faults: readonly string[];
  /** Every paragraph, tables included; a break of the line is `\n`, a tab `\t`. */
  readonly paragraphs: readonly string[];
}

type Piece = { readonly [name: string]: unknown };

const parser = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false, ignoreAttributes: true });
const nameOf = (piece: Piece): string => Object.keys(piece).find((key) => key !== ':@') ?? '';
const below = (piece: Piece): readonly Piece[] => {
  const inner = piece[nameOf(piece)];
  return Array.isArray(inner) ? (inner as readonly Piece[]) : [];
};

function textOf(piece: Piece): string {
  const name = nameOf(piece);
  if (name === 'w:br') return '\n';
  if (name === 'w:tab') return '\t';
  if (name === 'w:pPr' || name === 'w:rPr') return '';
  if (name === '#text') return String(piece['#text']);
  return below(piece).map(textOf).join('');
}

const found = (pieces: readonly Piece[], name: string): readonly Piece[] =>
  pieces.flatMap((piece) => [...(nameOf(piece) === name ? [piece] : []), ...found(below(piece), name)]);

/** Only the number of the page is a field, and that only in a footer. */
export async function readWord(bytes: ArrayBuffer): Promise<Word> {
  const zip = await JSZip.loadAsync(bytes);
  const faults: string[] = [];
  let paragraphs: readonly string[] = [];
  for (const file of Object.values(zip.files)) {
    if (file.dir || !/\.(xml|rels)$/.test(file.name)) continue;
    const xml = await file.async('string');
    const valid = XMLValidator.validate(xml);
    if (valid !== true) faults.push(`${file.name} 不是格式完整的 XML：${valid.err.msg}`);
    // oxlint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(xml))
      faults.push(`${file.name} 有 XML 不容许的字符`);
    if (/<!DOCTYPE|<!ENTITY/.test(xml)) faults.push(`${file.name} 有实体声明`);
    if (/TargetMode\s*=\s*"External"/.test(xml)) faults.push(`${file.name} 指向文件之外`);
    const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, code]) => code ?? '');
    const own = /^word\/footer\d\.xml$/.test(file.name) ? ['PAGE'] : [];
    if (fields.join() !== own.join()) faults.push(`${file.name} 有域代码 ${fields.join()}`);
    if (/<w:(fldSimple|hyperlink|object|altChunk|subDoc|control)\b/.test(xml)) faults.push(`${file.name} 有域、链接或嵌入对象`);
    if (file.name === 'word/document.xml' && valid === true) {
      const tree: unknown = parser.parse(xml);
      paragraphs = found(Array.isArray(tree) ? (tree as readonly Piece[]) : [], 'w:p').map(textOf);
    }
  }
  return { faults, paragraphs };
}

export interface Csv {
  readonly rows: readonly (readonly string[])[];
}

/** RFC 4180 with every cell quoted; throws where it is not that. */
export function readCsv(text: string): Csv {
  if (!text.startsWith('\ufeff')) throw new Error('没有字节顺序标记');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let from = 1; from < text.length;) {
    if (text[from] !== '"') throw new Error(`第 ${from} 个字符处应为引号`);
    let cell = '';
    for (from += 1; ; from += 1) {
      const sign = text[from];
      if (sign === undefined) throw new Error('引号没有合上');
      if (sign !== '"') cell += sign;
      else if (text[from + 1] === '"') {
        cell += '"';
        from += 1;
      } else break;
    }
    row.push(cell);
    from += 1;
    if (text[from] === ',') from += 1;
    else if (text.startsWith('\r\n', from)) {
      rows.push(row);
      row = [];
      from += 2;
    } else throw new Error(`第 ${from} 个字符处应为逗号或换行`);
  }
  return { rows };
}

/** What office programs take for a formula or a command. */
export const isRisky = (cell: string): boolean => /^[=+\-@\t\r＝＋－＠]/.test(cell);

/** The documented way back: one apostrophe before what would be risky. */
export const plainCell = (cell: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);
