// Knows the consultation of 2022 on a small scale, with the figures of the case; not how it reads.
import { answerId, motionId, personId, requestId, stageId, type Attendee, type Choice, type PersonId, type Plan } from '@xieshang/meeting';
import {
  bumen1,
  bumen2,
  fold,
  li,
  minute,
  mishu,
  plan,
  played,
  recommendation,
  rules,
  zhang,
  zhuchi,
  type StampedStep,
  type Step,
} from '@xieshang/meeting/testing';
import type { Held } from '../sources.ts';

export const committee = { name: '政协明川市委员会', zone: 'Asia/Shanghai' } as const;

const second = 1000;
/** Of the day of the meeting, in the committee's zone. */
export const at = (time: string): number => Date.parse(`2022-05-26T${time}+08:00`);

const bumen3 = personId('bumen3');
const members = Array.from({ length: 32 }, (_, place): PersonId =>
  place === 0 ? zhang : place === 1 ? li : personId(`weiyuan${place + 1}`),
);
export const present: readonly PersonId[] = members.slice(0, 28);
const named: Readonly<Record<string, readonly [name: string, sector: string]>> = {
  [zhang]: ['张委员', '经济界'],
  [li]: ['李委员', '工商联'],
};

const attendees: readonly Attendee[] = [
  { person: zhuchi, role: 'moderator', name: '甲', title: '市政协副主席' },
  { person: mishu, role: 'secretary', name: '文秘书', unit: '市政协办公室' },
  ...members.map((person, place): Attendee => {
    const [name, sector] = named[person] ?? [`委员${place + 1}`, '科协界'];
    return { person, role: 'member', name, sector };
  }),
  { person: bumen1, role: 'departmentRep', name: '丙', unit: '市工业和信息化局' },
  { person: bumen2, role: 'departmentRep', name: '丁', unit: '市商务局' },
  { person: bumen3, role: 'departmentRep', name: '戊', unit: '市发展和改革委员会' },
  { person: personId('pangting1'), role: 'observer', name: '旁听甲' },
];

const topic = '实施产业链精准招商、助推新型工业化强市建设';
export const stages = { briefing: stageId('briefing'), keynote: stageId('keynote'), floor: stageId('open_floor'), vote: stageId('voting') };
export const requests = {
  briefing: requestId('p-briefing'),
  keynote: requestId('p-01'),
  follow: requestId('q-3'),
  energy: requestId('q-5'),
};
export const m9 = motionId('m9');

const prepared = (id: typeof requests.briefing, stage: typeof stages.briefing, person: PersonId, about: string) =>
  ({ requestId: id, stageId: stage, person, topic: about, addressedTo: [] }) as const;

export const samplePlan: Plan = plan({
  notice: {
    ...plan().notice,
    title: `${committee.name}2022年第3次双月专题协商座谈会`,
    topic,
    startsAt: at('13:30:00'),
  },
  rules: { ...rules, speechMs: { ...rules.speechMs, keynoteSpeech: 6 * minute } },
  attendees,
  stages: [
    { stageId: stages.briefing, name: '通报', minutes: 12, speechKind: 'briefing' },
    { stageId: stages.keynote, name: '重点发言', minutes: 72, speechKind: 'keynoteSpeech' },
    { stageId: stages.floor, name: '自由发言', minutes: 24, speechKind: 'openFloorSpeech' },
    { stageId: stages.vote, name: '表决', minutes: 9, speechKind: null },
  ],
  prepared: [
    { ...prepared(requests.briefing, stages.briefing, bumen1, '全市产业链招商情况'), kind: 'briefing' },
    { ...prepared(requests.keynote, stages.keynote, zhang, '以链主企业为牵引，绘制“一链一图谱”'), kind: 'keynoteSpeech' },
    { ...prepared(requestId('p-02'), stages.keynote, li, '用好异地商会'), kind: 'keynoteSpeech' },
  ],
  recommendations: [recommendation('m1', 1), { ...recommendation('m9', 9), text: '建议建立跨县区项目流转和利益共享机制。' }],
  onLeave: members.slice(28, 31),
});

const speech = (id: typeof requests.briefing, from: string, seconds: number): readonly Step[] => [
  [zhuchi, { type: 'GiveFloor', requestId: id }, at(from)],
  [zhuchi, { type: 'EndSpeech', requestId: id }, at(from) + seconds * second],
];

const asked = (
  id: typeof requests.follow,
  person: PersonId,
  kind: 'followUpQuestion' | 'openFloorSpeech',
  about: string,
  whom: PersonId,
): Step => [person, { type: 'RequestFloor', requestId: id, kind, topic: about, addressedTo: [whom] }, at('15:40:00')];

/** Each of those present presses, but for one; the first so many approve, the next oppose, the rest abstain. */
export const ballots = (motion: typeof m9, approve: number, oppose: number, abstain: number, from: number): readonly Step[] => {
  const choices = [
    ...Array<Choice>(approve).fill('approve'),
    ...Array<Choice>(oppose).fill('oppose'),
    ...Array<Choice>(abstain).fill('abstain'),
  ];
  return choices.map((choice, place): Step => [present[place] ?? zhang, { type: 'CastVote', motionId: motion, choice }, from + place]);
};

export const gathered: readonly Step[] = [
  [mishu, { type: 'ConveneMeeting', plan: samplePlan }, at('09:00:00')],
  ...[zhuchi, mishu, bumen1, bumen2, bumen3].map((person): Step => [person, { type: 'CheckIn' }, at('13:30:00')]),
  ...present.map((person, place): Step => [person, { type: 'CheckIn', where: place < 17 ? 'hall' : 'online' }, at('13:31:00')]),
];

/** Up to the vote on R9, which fails against 应到. */
export const course: readonly Step[] = [
  ...gathered,
  [zhuchi, { type: 'OpenMeeting' }, at('14:05:00')],
  ...speech(requests.briefing, '14:05:10', 680),
  [zhuchi, { type: 'MoveToStage', stageId: stages.keynote }, at('14:17:00')],
  ...speech(requests.keynote, '14:25:00', 400),
  [zhuchi, { type: 'MoveToStage', stageId: stages.floor }, at('15:37:00')],
  asked(requests.follow, li, 'followUpQuestion', '驻点经费由谁承担？', bumen2),
  asked(requests.energy, zhang, 'openFloorSpeech', '能耗指标', bumen3),
  ...speech(requests.follow, '15:41:00', 112),
  [
    bumen2,
    { type: 'AnswerSpeech', answerId: answerId('a1'), requestId: requests.follow, kind: 'adopt', note: '列入年度预算，县区配套' },
    at('15:44:00'),
  ],
  ...speech(requests.energy, '15:45:00', 100),
  [
    bumen3,
    { type: 'AnswerSpeech', answerId: answerId('a2'), requestId: requests.energy, kind: 'writtenReplyLater', dueDate: '2022-06-10' },
    at('15:48:00'),
  ],
  [zhuchi, { type: 'MoveToStage', stageId: stages.vote }, at('16:51:00')],
  [zhuchi, { type: 'OpenVoting', motionIds: [m9] }, at('16:58:30')],
  ...ballots(m9, 16, 5, 6, at('16:58:40')),
  [zhuchi, { type: 'CloseVoting', motionIds: [m9] }, at('16:59:00')],
];

/** The meeting that the steps lead to. */
export function heldAfter(...steps: readonly StampedStep[]): Held {
  const meeting = fold(played(...steps));
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting;
}
