// Knows the two files of the table of contributions, and what the workbook says of itself; not who may have them.
import { sectorText, speechKindText } from '@xieshang/minutes';
import { csvText } from '../csv.ts';
import { begin, chairOf, titled, whenText, type Source } from '../sheets/occasion.ts';
import { contributionsOf, type Contribution } from './contribution.ts';
import { gridText, instantText } from './grid.ts';
import { contributionsGrid, totalsGrids } from './grids.ts';
import { totalsOf } from './totals.ts';
import { wantedFrom, type Mark, type Wanted } from './wanted.ts';
import { workbook } from './workbook.ts';

/** What is exported: of which meeting, seen by whom, at which moment, and which of it. */
export interface Export {
  readonly source: Source;
  readonly wanted: Wanted;
  readonly now: number;
}

const marks: Readonly<Record<Mark, string>> = { overtime: '超时', instead: '未按建议次序', entered: '代操作', unanswered: '尚未答复' };

/** 界别：经济界；类别：追问 */
function wantedText({ person, sector, stage, kind, department, mark, text }: Wanted, all: readonly Contribution[]): string {
  const named = all.flatMap((one) => [one, ...one.addressedTo, ...one.answers]);
  const name = (id: string): string => named.find((one) => one.person === id)?.name ?? id;
  const parts = [
    ...(person === undefined ? [] : [`发言人：${name(person)}`]),
    ...(sector === undefined ? [] : [`界别：${sectorText(sector)}`]),
    ...(stage === undefined ? [] : [`环节：${all.find(({ stageId }) => stageId === stage)?.stage ?? stage}`]),
    ...(kind === undefined ? [] : [`类别：${speechKindText(kind)}`]),
    ...(department === undefined ? [] : [`部门：${name(department)}`]),
    ...(mark === undefined ? [] : [`只看：${marks[mark]}`]),
    ...(text === undefined ? [] : [`包含：${text}`]),
  ];
  return parts.length === 0 ? '全部' : parts.join('；');
}

/** Under which it is kept, without the ending. */
export const contributionsName = ({ source: { meeting } }: Export): string => titled(meeting, `${meeting.notice.title}发言一览`);

/** A line a contribution, times in the committee's zone, lengths in seconds. */
export function contributionsCsv({ source, wanted, now }: Export): string {
  const { zone } = source.committee;
  return csvText(gridText(contributionsGrid(wantedFrom(contributionsOf(source.meeting, now), wanted), zone), zone));
}

/** The contributions, what they come to by person and by 界别, and what was left out. */
export async function contributionsWorkbook(asked: Export): Promise<Uint8Array<ArrayBuffer>> {
  const { source, wanted, now } = asked;
  const { meeting, committee } = source;
  const all = contributionsOf(meeting, now);
  const some = wantedFrom(all, wanted);
  const notes: readonly (readonly [string, string])[] = [
    ['会议', contributionsName(asked)],
    ['时间', whenText(begin(meeting), committee.zone)],
    ['主持', chairOf(meeting)],
    ['筛选', wantedText(wanted, all)],
    ['条数', some.length === all.length ? `${all.length}条` : `${some.length}条（共${all.length}条）`],
    ['导出时间', instantText(committee.zone, now)],
    ['时区', committee.zone],
    ['用时和停钟', '停钟包括暂停、休会、被打断和发言人断线的时间；用时与停钟相加，等于开始至结束的时间。书面发言不占发言时间。'],
    ['超时', '用时超过时限（含加时、减时）的部分。'],
  ];
  return workbook([contributionsGrid(some, committee.zone), ...totalsGrids(totalsOf(some))], notes, committee.zone);
}
