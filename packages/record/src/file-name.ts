// Knows under which name a document is kept as a file; not how the file is made.
import type { Manuscript } from '@xieshang/minutes';
import type { Sheet } from './sheets/sheet.ts';
import { printable } from './text.ts';

/** A name of 80 Chinese characters is 240 bytes; many file systems end at 255. */
const longest = 80;

/** Signs that a file system or a shell reads otherwise are left out. */
const plain = (text: string): string =>
  printable(text)
    .replace(/[\\/:*?"<>|\n\t\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replace(/^\.+/, '');

/** 关于召开……的通知.docx */
export const sheetFileName = ({ name }: Pick<Sheet, 'name'>, ending: 'docx' | 'csv' | 'xlsx' | 'pdf'): string =>
  `${[...(plain(name) || '文书')].slice(0, longest).join('')}.${ending}`;

/** 政协明川市委员会双月专题协商座谈会纪要〔2022〕3号.docx */
export function minutesFileName({ mark, number }: Manuscript): string {
  const tail = plain(number ?? '（草稿）');
  const name = [...(plain(mark) || '会议纪要')].slice(0, Math.max(0, longest - [...tail].length)).join('');
  return `${[...(name + tail)].slice(0, longest).join('')}.docx`;
}
