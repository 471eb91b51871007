// Knows what the notice of a meeting (会议通知) says; not who gets it or when it is sent.
import { attendeeOf, type Attendee, type Secrecy } from '@xieshang/meeting';
import { numberer, sectorText, timeText } from '@xieshang/minutes';
import { dateIn } from '../dates.ts';
import { blankDate, blankNumber, chairOf, halfDay, officeOf, titled, whenText, type Source } from './occasion.ts';
import { cells, type Column, type Part, type Sheet, type SheetBlock } from './sheet.ts';

const secrecyNames: Readonly<Record<Secrecy, string>> = { internal: '内部', secret: '秘密' };
const minuteMs = 60_000;

const agendaColumns: readonly Column[] = [
  { name: '时间', width: 2400 },
  { name: '议程', width: 5044, left: true },
  { name: '时长', width: 1400 },
];
const speakerColumns: readonly Column[] = [
  { name: '序号', width: 760 },
  { name: '环节', width: 1500 },
  { name: '发言人', width: 2000 },
  { name: '题目', width: 4584, left: true },
];
const materialColumns: readonly Column[] = [
  { name: '序号', width: 760 },
  { name: '材料名称', width: 8084, left: true },
];

/** The agenda with the time at which each stage is to begin, counted from the opening. */
function agenda({ meeting, committee }: Source): SheetBlock {
  const { stages } = meeting.agenda;
  const { startsAt } = meeting.notice;
  const before = (count: number): number => stages.slice(0, count).reduce((sum, { minutes }) => sum + minutes, 0);
  const clock = (minutes: number): string => timeText(startsAt + minutes * minuteMs, committee.zone);
  return {
    kind: 'table',
    head: true,
    columns: agendaColumns,
    rows: stages.map(({ name, minutes }, place) =>
      cells(`${clock(before(place))}—${clock(before(place + 1))}`, name, minutes === 0 ? '—' : `${minutes}分钟`),
    ),
  };
}

const fullName = ({ unit = '', title = '', name }: Attendee): string => `${unit}${title}${name}`;

function participants({ meeting }: Source): readonly SheetBlock[] {
  const { attendees } = meeting.roll;
  const members = attendees.filter(({ role }) => role === 'member');
  const departments = attendees.filter(({ role }) => role === 'departmentRep');
  const observers = attendees.filter(({ role }) => role === 'observer');
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [`政协委员（${members.length}人）：`, members.map(({ name }) => name)],
    ['列席单位及人员：', departments.map(fullName)],
    ['旁听人员：', observers.map(fullName)],
  ];
  return groups
    .filter(([, names]) => names.length > 0)
    .map(([label, names]): SheetBlock => ({ kind: 'text', label, text: `${names.join('、')}。` }));
}

function speakers({ meeting }: Source): Part | null {
  const { prepared, stages } = meeting.agenda;
  if (prepared.length === 0) return null;
  return {
    label: '附件',
    title: '发言安排',
    blocks: [
      {
        kind: 'table',
        head: true,
        columns: speakerColumns,
        rows: prepared.map(({ stageId, person, topic }, place) => {
          const speaker = attendeeOf(meeting.roll, person);
          const from = speaker?.sector === undefined ? (speaker?.unit ?? '') : sectorText(speaker.sector);
          return cells(
            String(place + 1),
            stages.find((stage) => stage.stageId === stageId)?.name ?? '',
            [speaker?.name ?? '', from].filter(Boolean).join('\n'),
            topic,
          );
        }),
      },
    ],
  };
}

function materials({ meeting }: Source): Part | null {
  const list = meeting.agenda.materials;
  if (list.length === 0) return null;
  const rows = list.map(({ name, secrecy }, place) =>
    cells(String(place + 1), secrecy === undefined ? name : `${name}（${secrecyNames[secrecy]}）`),
  );
  return { label: '附件', title: '会议材料目录', blocks: [{ kind: 'table', head: true, columns: materialColumns, rows }] };
}

const present = (part: Part | null): readonly Part[] => (part === null ? [] : [part]);

/** 附件1, 附件2; a single attachment has no number. */
export const numbered = (parts: readonly Part[]): readonly Part[] =>
  parts.length === 1 ? parts : parts.map((part, place) => ({ ...part, label: `附件${place + 1}` }));

/** From what is prepared or convened, as the meeting stands: postponed meetings are announced for the new time. */
export function noticeSheet(source: Source): Sheet {
  const { meeting, committee, convenedAt } = source;
  const { title, topic, place, startsAt } = meeting.notice;
  const next = numberer();
  const heading = (text: string): SheetBlock => ({ kind: 'heading', level: 1, text: `${next(1)}${text}` });
  const about = topic.trim() === '' ? '' : `，围绕“${topic}”协商议政`;
  const chair = chairOf(meeting);
  const date = convenedAt === null ? blankDate : dateIn(committee.zone, convenedAt);
  const name = titled(meeting, `关于召开${title}的通知`);
  const main: Part = {
    label: null,
    title: name,
    blocks: [
      {
        kind: 'text',
        text: `定于${halfDay(startsAt, committee.zone)}召开${title}${about}。现将有关事项通知如下：`,
      },
      heading('会议时间'),
      { kind: 'text', text: `${whenText(startsAt, committee.zone)}。` },
      heading('会议地点'),
      { kind: 'text', text: place.trim() === '' ? '另行通知。' : `${place}。` },
      ...(topic.trim() === '' ? [] : [heading('会议议题'), { kind: 'text', text: `${topic}。` } as const]),
      heading('会议议程'),
      ...(chair === '' ? [] : [{ kind: 'text', text: `会议由${chair}主持。` } as const]),
      agenda(source),
      heading('参会范围'),
      ...participants(source),
      heading('有关事项'),
      { kind: 'text', text: '1.请参会人员提前到会，凭本人邀请链接或会场二维码签到；线上参会的，请提前检查设备。' },
      { kind: 'text', text: '2.因故不能参会的委员，请于会前在会议平台请假；列席单位更换人员的，请及时告知会务工作人员。' },
      { kind: 'text', text: '3.发言人员请按发言安排准备，控制时长；会议材料请在会议平台查阅，注意保管。' },
    ],
  };
  return {
    v: 1,
    kind: 'notice',
    name,
    at: convenedAt ?? startsAt,
    head: { mark: titled(meeting, `${officeOf(committee)}文件`), number: blankNumber(source), signer: false },
    addressee: '各位委员，各有关单位：',
    parts: [main, ...numbered([...present(speakers(source)), ...present(materials(source))])],
    signed: { issuer: officeOf(committee), date },
    note: null,
    colophon: { issuer: officeOf(committee), date, copyTo: '' },
  };
}
