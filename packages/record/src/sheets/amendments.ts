// Knows the table of amendments (修改意见办理表): who wished what changed and why, and what became of it; decides none of it.
import { type Amendment, type MotionId, type Recommendation } from '@xieshang/meeting';
import { numberer, personText, timeText } from '@xieshang/minutes';
import { changesText } from '@xieshang/minutes/amending';
import { begin, chairOf, titled, whenText, type Held, type Source } from './occasion.ts';
import { cells, type Column, type Row, type Sheet, type SheetBlock } from './sheet.ts';

const columns: readonly Column[] = [
  { name: '提出人', width: 2000 },
  { name: '改动', width: 2844, left: true },
  { name: '理由', width: 2000, left: true },
  { name: '办理', width: 2000, left: true },
];

interface Wished {
  readonly clause: Recommendation;
  readonly amendments: readonly Amendment[];
}

/** By the number of the clause, then in the order they were proposed. */
export function wishedOf({ recommendations, amendments }: Held): readonly Wished[] {
  const all = Map.groupBy(
    Object.values(amendments).toSorted((one, other) => one.at - other.at),
    ({ motionId }) => motionId,
  );
  return [...all]
    .flatMap(([motionId, of]): Wished[] => {
      const clause = recommendations[motionId as MotionId];
      return clause ? [{ clause, amendments: of }] : [];
    })
    .toSorted((one, other) => one.clause.number - other.clause.number);
}

function became({ standing }: Amendment): string {
  switch (standing.phase) {
    case 'open':
      return '未处理';
    case 'withdrawn':
      return '提出人撤回';
    case 'merged':
      return `并入第${standing.version}稿：${standing.reason}`;
    case 'declined':
      return `未采纳：${standing.reason}`;
    case 'voted':
      return standing.passed ? '表决通过，写入建议' : '表决未通过';
  }
}

function row({ meeting, committee }: Source, amendment: Amendment): Row {
  const { by, at, version, original, text, reason } = amendment;
  const change = changesText(original, text);
  return cells(
    `${personText(meeting, by)}\n${timeText(at, committee.zone)}`,
    `${change}\n（第${version}稿）`,
    reason === '' ? '—' : reason,
    became(amendment),
  );
}

export function amendmentsSheet(source: Source): Sheet {
  const { meeting, committee } = source;
  const next = numberer();
  const title = titled(meeting, '修改意见办理表');
  const blocks = wishedOf(meeting).flatMap(({ clause, amendments }): SheetBlock[] => [
    { kind: 'heading', level: 1, text: `${next(1)}建议${clause.number}（现为第${clause.version}稿，修改意见${amendments.length}件）` },
    { kind: 'text', text: clause.text },
    { kind: 'table', head: true, columns, rows: amendments.map((one) => row(source, one)) },
  ]);
  const about = `${whenText(begin(meeting), committee.zone)}　主持：${chairOf(meeting)}`;
  return {
    ...{ v: 1, kind: 'amendments', name: `${meeting.notice.title}${title}`, at: begin(meeting), head: null, addressee: null },
    parts: [{ label: null, title, blocks: [{ kind: 'about', text: meeting.notice.title }, { kind: 'about', text: about }, ...blocks] }],
    ...{ signed: null, note: null, colophon: null },
  };
}
