// Knows the report on a consultation (协商报告) that goes up to the Party committee and the government; not who signs it.
import type { MotionId, Result } from '@xieshang/meeting';
import { attendanceOf, dayText, judgement, numberer, quorumMissed, tallyText, type Round } from '@xieshang/minutes';
import { begin, blankDate, blankNumber, calledIn, chairOf, halfDay, officeOf, placeOf, titled, type Source } from './occasion.ts';
import { numbered } from './notice.ts';
import { cells, type Column, type Part, type Sheet, type SheetBlock } from './sheet.ts';
import { votesOf } from './votes.ts';

/** 责任主体, 目标要求, 实施方式, 完成时限: no task goes out without them. What the meeting did not settle is filled in before it does. */
const taskColumns: readonly Column[] = [
  { name: '序号', width: 600 },
  { name: '建议事项', width: 2264, left: true },
  { name: '主办', width: 1080 },
  { name: '会办', width: 1080 },
  { name: '责任\n主体', width: 960 },
  { name: '目标\n要求', width: 960 },
  { name: '实施\n方式', width: 960 },
  { name: '完成\n时限', width: 940 },
];
const voteColumns: readonly Column[] = [
  { name: '序号', width: 620 },
  { name: '建议', width: 4564, left: true },
  ...['赞成', '反对', '弃权', '未按'].map((name): Column => ({ name, width: 640 })),
  { name: '结果', width: 1100 },
];

/** The last round of each motion: the one that counts. */
function decided(source: Source): readonly Round[] {
  const last = new Map<MotionId, Round>();
  for (const { motionId, held } of votesOf(source.meeting)) last.set(motionId, held);
  return [...last.values()];
}

const units = ({ leadUnit, coUnits }: Result['paper']): string => {
  if (leadUnit === '') return '';
  return `建议由${leadUnit}主办${coUnits.length === 0 ? '' : `，${coUnits.join('、')}会办`}`;
};

function passedText({ paper }: Result): string {
  const due = paper.dueDate === null ? '' : `${dayText(paper.dueDate)}前完成`;
  const handling = [units(paper), due].filter((said) => said !== '').join('，');
  return handling === '' ? paper.text : `${paper.text}（${handling}。）`;
}

/** With the reason why it did not pass: too few votes, or too few there. */
function failedText(result: Result): string {
  const { paper } = result;
  return result.form === 'acclamation' ? paper.text : `${paper.text}（${tallyText(result)}，${judgement(result)}，未获通过，转继续研究。）`;
}

/** Who spoke, told by what kind of speech it was. */
function talk({ meeting }: Source): string {
  const { speeches } = meeting.queue;
  const people = (...kinds: readonly string[]): number =>
    new Set(speeches.filter(({ kind }) => kinds.includes(kind)).map(({ person }) => person)).size;
  const keynote = people('keynoteSpeech');
  const open = people('openFloorSpeech');
  const responses = people('departmentResponse');
  const parts = [
    ...(people('briefing') > 0 ? ['听取了有关情况通报'] : []),
    ...(keynote > 0 ? [`${keynote}名委员作重点发言`] : []),
    ...(open > 0 ? [`${open}名委员自由发言`] : []),
    ...(responses > 0 ? [`${responses}个部门现场回应`] : []),
  ];
  return parts.length === 0 ? '' : `会议${parts.join('，')}。`;
}

function tasks(passed: readonly Round[]): Part | null {
  if (passed.length === 0) return null;
  const rows = passed.map(({ result: { paper } }, place) =>
    cells(
      String(place + 1),
      paper.text,
      paper.leadUnit,
      paper.coUnits.join('\n'),
      paper.leadUnit,
      '',
      '',
      paper.dueDate === null ? '' : dayText(paper.dueDate),
    ),
  );
  return { label: '附件', title: '任务分解表', blocks: [{ kind: 'table', head: true, columns: taskColumns, rows }] };
}

function voteTable(rounds: readonly Round[]): Part {
  const figures = (result: Result): readonly string[] => {
    if (result.form === 'acclamation') return ['—', '—', '—', '—', '鼓掌通过'];
    const { approve, oppose, abstain, notPressed } = result.tally;
    const failed = quorumMissed(result) ? '未通过\n（未达法定人数）' : '未通过';
    return [...[approve, oppose, abstain, notPressed].map(String), result.passed ? '通过' : failed];
  };
  const rows = rounds.map(({ result }) => {
    const { number, text, amends } = result.paper;
    return cells(amends === undefined ? String(number) : `${number}\n修改`, text, ...figures(result));
  });
  return { label: '附件', title: '表决结果一览', blocks: [{ kind: 'table', head: true, columns: voteColumns, rows }] };
}

export function reportSheet(source: Source): Sheet {
  const { meeting, committee } = source;
  const { title, topic } = meeting.notice;
  const all = decided(source);
  // An amendment that was voted on is no recommendation of its own.
  const rounds = all.filter(({ result }) => result.paper.amends === undefined);
  const passed = rounds.filter(({ result }) => result.passed);
  const failed = rounds.filter(({ result }) => !result.passed);
  const { eligible, present } = attendanceOf(meeting);
  const place = placeOf(committee);
  const next = numberer();
  const heading = (text: string): SheetBlock => ({ kind: 'heading', level: 1, text: `${next(1)}${text}` });
  const listed = (some: readonly Round[], text: (result: Result) => string): readonly SheetBlock[] =>
    some.map(({ result }): SheetBlock => ({ kind: 'text', label: next(2), text: text(result) }));
  const subject = topic.trim() === '' ? calledIn(source) : topic;
  const name = titled(meeting, `${committee.name}关于${subject}的协商报告`);
  const chair = chairOf(meeting);
  const main: Part = {
    label: null,
    title: name,
    blocks: [
      {
        kind: 'text',
        text: `${halfDay(begin(meeting), committee.zone)}，${title}召开${topic.trim() === '' ? '' : `，围绕“${topic}”协商议政`}。现将协商情况和意见建议报告如下：`,
      },
      heading('协商基本情况'),
      {
        kind: 'text',
        text: `${chair === '' ? '' : `会议由${chair}主持，`}应到委员${eligible}人，实到${present}人。${talk(source)}会议对${rounds.length}条建议逐条表决，${passed.length}条获得通过${failed.length === 0 ? '' : `，${failed.length}条未获通过、转继续研究`}。`,
      },
      heading('意见建议'),
      ...(passed.length === 0 ? [{ kind: 'text', text: '本次会议没有获得通过的建议。' } as const] : listed(passed, passedText)),
      ...(failed.length === 0 ? [] : [heading('继续研究的事项'), ...listed(failed, failedText)]),
      { kind: 'text', text: '以上报告，供决策参考。' },
    ],
  };
  const taskPart = tasks(passed);
  return {
    v: 1,
    kind: 'report',
    name,
    at: 'concludedAt' in meeting ? meeting.concludedAt : begin(meeting),
    head: { mark: titled(meeting, `${committee.name}文件`), number: blankNumber(source), signer: true },
    addressee: place === null ? '中共　　　委员会、　　　人民政府：' : `中共${place}委、${place}人民政府：`,
    parts: [main, ...numbered([...(taskPart === null ? [] : [taskPart]), voteTable(all)])],
    signed: { issuer: committee.name, date: blankDate },
    note: '联系人：　　　　，电话：　　　　　　',
    colophon: { issuer: officeOf(committee), date: blankDate, copyTo: '' },
  };
}
