// Knows the parts of a Word file that the text does not touch: who made it and when, and faces to fall back on.
import { printable } from './text.ts';

const namespace = 'http://schemas.openxmlformats.org';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string): string => printable(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The time is the document's own, so that the same minutes are the same bytes. */
export const coreProperties = (title: string, creator: string, at: number): string => {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${namespace}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>` +
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
};

/** A machine without the old faces takes the one that is like it, not whatever comes first. */
const substitutes = [
  ['方正小标宋简体', '方正小标宋_GBK'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
] as const;

export const fontTable =
  `${declaration}<w:fonts xmlns:w="${namespace}/wordprocessingml/2006/main">` +
  substitutes.map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`).join('') +
  '<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font></w:fonts>';
