// Knows the sheet on which people sign in (签到表): to be signed on paper before the meeting, filled from the record after it has begun.
import { attendeeOf, presenceOf, type Attendee, type PersonId } from '@xieshang/meeting';
import { attendanceOf, timeText } from '@xieshang/minutes';
import { begin, chairOf, hasBegun, titled, whenText, type Held, type Source } from './occasion.ts';
import { fromText, grouped, type RollOrder } from './people.ts';
import { cells, type Column, type Row, type Sheet, type SheetBlock } from './sheet.ts';

const blankColumns: readonly Column[] = [
  { name: '序号', width: 700 },
  { name: '姓名', width: 1900 },
  { name: '界别、单位及职务', width: 3044, left: true },
  { name: '签名', width: 2000 },
  { name: '备注', width: 1200 },
];
const filledColumns: readonly Column[] = [
  { name: '序号', width: 700 },
  { name: '姓名', width: 1700 },
  { name: '界别、单位及职务', width: 2644, left: true },
  { name: '签到时间', width: 1200 },
  { name: '方式', width: 1000 },
  { name: '备注', width: 1600 },
];

const own = <Value>(record: Readonly<Record<PersonId, Value>>, person: PersonId): Value | undefined =>
  Object.hasOwn(record, person) ? record[person] : undefined;

/** When somebody came, how, and what else is to be said: the last three columns. */
export function arrivalOf({ roll, ...meeting }: Held, { person, role }: Attendee, zone: string): readonly [string, string, string] {
  const presence = presenceOf(roll, person);
  if (!presence) {
    const onLeave = own(roll.leaves, person)?.phase === 'approved';
    return ['', '', onLeave ? '请假' : role === 'member' ? '缺席' : '未到会'];
  }
  const left = own(roll.left, person);
  const late = 'openedAt' in meeting && presence.at > meeting.openedAt;
  const remarks = [
    ...(late ? ['会议开始后到会'] : []),
    ...(presence.by === person ? [] : [`由${attendeeOf(roll, presence.by)?.name ?? '工作人员'}代签`]),
    ...(left === undefined ? [] : [`${timeText(left, zone)}离会`]),
  ];
  return [timeText(presence.at, zone), presence.where === 'online' ? '线上' : '现场', remarks.join('，')];
}

function table({ meeting, committee }: Source, order: RollOrder): SheetBlock {
  const filled = hasBegun(meeting);
  const { attendees } = meeting.roll;
  let number = 0;
  const rowOf = (one: Attendee): Row => {
    number += 1;
    const [at, where, remark] = filled ? arrivalOf(meeting, one, committee.zone) : (['', '', ''] as const);
    const about = [String(number), one.name, fromText(one)];
    return filled ? cells(...about, at, where, remark) : cells(...about, '', '');
  };
  const members = attendees.filter(({ role }) => role === 'member');
  const others = attendees.filter(({ role }) => role === 'departmentRep' || role === 'observer');
  const chairs = attendees.filter(({ role }) => role === 'moderator');
  const banded = (band: string, people: readonly Attendee[]): readonly Row[] =>
    people.length === 0 ? [] : [{ band }, ...people.map(rowOf)];
  return {
    kind: 'table',
    head: true,
    ...(filled ? {} : { rowHeight: 567 }),
    columns: filled ? filledColumns : blankColumns,
    rows: [
      ...banded('主持', chairs),
      ...grouped(members, order).flatMap(({ name, people }) =>
        banded(`${name ?? '委员（按姓氏笔画排序）'}（应到${people.length}人）`, people),
      ),
      ...banded('列席、旁听', others),
    ],
  };
}

/** 应到委员32人，实到28人（线上11人），请假3人，缺席1人。 */
function figures(meeting: Held): string {
  const { eligible, present, online, onLeave, absent } = attendanceOf(meeting);
  if (!hasBegun(meeting)) return `应到委员${eligible}人${onLeave > 0 ? `，已准假${onLeave}人` : ''}`;
  return `应到委员${eligible}人，实到${present}人（线上${online}人），请假${onLeave}人，缺席${absent}人`;
}

export function rollSheet(source: Source, order: RollOrder): Sheet {
  const { meeting, committee } = source;
  const name = titled(meeting, `${meeting.notice.title}签到表`);
  const about: readonly SheetBlock[] = [
    { kind: 'about', text: `时间：${whenText(begin(meeting), committee.zone)}　地点：${meeting.notice.place.trim() || '　　　　'}` },
    { kind: 'about', text: `主持：${chairOf(meeting)}` },
    { kind: 'about', text: figures(meeting) },
  ];
  return {
    v: 1,
    kind: 'roll',
    name,
    at: begin(meeting),
    head: null,
    addressee: null,
    parts: [{ label: null, title: name, blocks: [...about, table(source, order), { kind: 'signatures', labels: ['核对人'] }] }],
    signed: null,
    note: null,
    colophon: null,
  };
}
