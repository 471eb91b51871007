// Knows which papers of a meeting lie in its whole file, for people to read; what they say is the record's.
import {
  amendmentsSheet,
  csvText,
  digestsIn,
  electionsSheet,
  listKinds,
  listRows,
  missingFor,
  noticeSheet,
  reportSheet,
  rollSheet,
  sheetDocx,
  speechesSheet,
  votesSheet,
  type ListKind,
  type Sheet,
  type SheetKind,
  type Source,
} from '@xieshang/record';
import { unpacked, type PackedFile } from '@xieshang/record/evidence';
import type { Manuscript } from '@xieshang/minutes';

type Kept = Exclude<SheetKind, 'ballot' | 'slips'>;

const names: Readonly<Record<Kept, string>> = {
  notice: '会议通知',
  roll: '签到表',
  amendments: '修改意见办理表',
  speeches: '发言摘编',
  votes: '表决单',
  elections: '选举结果报告单',
  report: '协商报告',
};
const listNames: Readonly<Record<ListKind, string>> = {
  roll: '签到',
  speeches: '发言',
  votes: '表决',
  named: '逐人表决',
  elections: '选举',
};

const utf8 = new TextEncoder();

/** `proof`: the bundle; the minutes' Word file and text lie in it. Papers there is no occasion for are left out. */
export async function papersOf(source: Source, proof: Uint8Array): Promise<readonly PackedFile[]> {
  const inside = unpacked(proof);
  const issued = inside?.get('minutes.json');
  const manuscript: Manuscript | null = issued ? JSON.parse(new TextDecoder().decode(issued)) : null;
  const word = inside?.get('minutes.docx');
  const makers: Readonly<Record<Kept, () => Sheet>> = {
    notice: () => noticeSheet(source),
    roll: () => rollSheet(source, 'sector'),
    amendments: () => amendmentsSheet(source),
    speeches: () => speechesSheet(source, manuscript ? digestsIn(manuscript) : new Map()),
    votes: () => votesSheet(source, null),
    elections: () => electionsSheet(source),
    report: () => reportSheet(source),
  };
  const kinds = (Object.keys(names) as Kept[]).filter((kind) => missingFor(source.meeting, kind) === null);
  const sheets = await Promise.all(
    kinds.map(async (kind) => ({ name: `文书/${names[kind]}.docx`, content: new Uint8Array(await sheetDocx(makers[kind]())) })),
  );
  const lists = listKinds.map((kind) => ({ name: `清单/${listNames[kind]}.csv`, content: utf8.encode(csvText(listRows(source, kind))) }));
  return [...(word ? [{ name: '会议纪要.docx', content: word }] : []), ...sheets, ...lists];
}
