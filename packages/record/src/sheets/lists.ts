// Knows the lists of a meeting that offices reckon on with: who came, who spoke, how each vote ended; as rows of text.
import { personText, timeText } from '@xieshang/minutes';
import { attendeeOf } from '@xieshang/meeting';
import { dateIn } from '../dates.ts';
import type { Source } from './occasion.ts';
import { fromText } from './people.ts';
import { arrivalOf } from './roll.ts';
import { votesOf } from './votes.ts';

export const listKinds = ['roll', 'speeches', 'votes'] as const;
export type ListKind = (typeof listKinds)[number];

type Rows = readonly (readonly string[])[];

const at = (time: number, zone: string): string => `${dateIn(zone, time)} ${timeText(time, zone)}`;

function roll({ meeting, committee }: Source): Rows {
  const rows = meeting.roll.attendees
    .filter(({ role }) => role !== 'secretary')
    .map((one, place) => [String(place + 1), one.name, fromText(one), one.seat ?? '', ...arrivalOf(meeting, one, committee.zone)]);
  return [['序号', '姓名', '界别、单位及职务', '座位', '签到时间', '方式', '备注'], ...rows];
}

function speeches({ meeting, committee }: Source): Rows {
  const stage = (id: string): string => meeting.agenda.stages.find(({ stageId }) => stageId === id)?.name ?? '';
  const rows = meeting.queue.speeches.map(({ person, topic, stageId, from, to, spokenMs }, place) => [
    String(place + 1),
    stage(stageId),
    attendeeOf(meeting.roll, person)?.name ?? personText(meeting, person),
    ((one) => (one ? fromText(one) : ''))(attendeeOf(meeting.roll, person)),
    topic,
    at(from, committee.zone),
    at(to, committee.zone),
    String(Math.floor(spokenMs / 1000)),
  ]);
  return [['序号', '环节', '发言人', '界别、单位及职务', '题目', '开始', '结束', '用时（秒）'], ...rows];
}

function votes({ meeting, committee }: Source): Rows {
  const rows = votesOf(meeting).map(({ held: { round, result } }) => {
    const figures =
      result.form !== 'acclamation'
        ? [result.tally.approve, result.tally.oppose, result.tally.abstain, result.tally.notPressed, result.base, result.needed].map(String)
        : ['', '', '', '', '', ''];
    const { number, text } = result.paper;
    return [String(number), String(round), text, ...figures, result.passed ? '通过' : '未通过', at(result.closedAt, committee.zone)];
  });
  return [['建议序号', '次', '建议内容', '赞成', '反对', '弃权', '未按', '计票基数', '通过所需', '结果', '表决时间'], ...rows];
}

const makers: Readonly<Record<ListKind, (source: Source) => Rows>> = { roll, speeches, votes };

/** The first row names the columns. */
export const listRows = (source: Source, kind: ListKind): Rows => makers[kind](source);
