// Knows the sample case as the record of a meeting at three times, and a large and an empty one; for tests only.
import {
  motionId,
  personId,
  requestId,
  stageId,
  type Attendee,
  type Plan,
  type PreparedSpeech,
  type Recommendation,
} from '@xieshang/meeting';
import { mishu, zhang, zhuchi, type StampedStep, type Step } from '@xieshang/meeting/testing';
import { forms, sample } from '@xieshang/minutes/testing';
import type { Source } from '../sheets/occasion.ts';

const { at, ballots, committee, course, gathered, heldAfter, m9, samplePlan } = sample;
const m1 = motionId('m1');

const source = (...steps: readonly StampedStep[]): Source => ({ meeting: heldAfter(...steps), committee, convenedAt: at('09:00:00') });

/** Convened, people on their way. */
export const before = source(...gathered);

/** Both recommendations voted on, the ninth again by the same figures; over. */
export const after = source(
  ...course,
  [zhuchi, { type: 'AnnounceResult', motionIds: [m9] }, at('16:59:10')],
  [zhuchi, { type: 'OpenVoting', motionIds: [m1] }, at('16:59:20')],
  ...ballots(m1, 28, 0, 0, at('16:59:30')),
  [zhuchi, { type: 'CloseVoting', motionIds: [m1] }, at('17:00:00')],
  [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')],
);

const x1 = motionId('x1');
const opening = course.findIndex(([, { type }]) => type === 'OpenVoting');

/** An amendment of the ninth is voted down before the ninth itself. */
export const amended = source(
  ...course.slice(0, opening),
  [
    zhang,
    {
      ...{ type: 'ProposeAmendment', amendmentId: x1, motionId: m9, version: 1 },
      text: '建议建立跨县区项目流转和利益共享机制，明确尽职免责情形。',
    },
    at('16:55:00'),
  ],
  [zhuchi, { type: 'OpenVoting', motionIds: [x1] }, at('16:56:00')],
  ...ballots(x1, 9, 1, 2, at('16:56:10')),
  [zhuchi, { type: 'CloseVoting', motionIds: [x1] }, at('16:57:00')],
  ...course.slice(opening),
);

/** Something was put in every form; over. And votes that weigh, with a proxy. */
export const everyForm = source(...forms.everyForm);
export const weighed = source(...forms.weighed);

const longName = '阿卜杜热合曼·买买提明·伊布拉音';
const sectors = ['经济界', '工商联界', '科学技术界', '社会福利和社会保障界', '特别邀请人士'];
const keynote = stageId('keynote');
const people: readonly Attendee[] = Array.from({ length: 120 }, (_, place): Attendee => ({
  person: personId(`w${place + 1}`),
  role: 'member',
  name: place % 11 === 0 ? longName : `委员${place + 1}`,
  sector: sectors[place % sectors.length] ?? '',
  ...(place % 7 === 0 ? { unit: '明川市经济技术开发区投资促进服务中心', title: '党组成员、副主任' } : {}),
}));
const speeches: readonly PreparedSpeech[] = people.slice(0, 60).map(({ person }, place) => ({
  requestId: requestId(`s${place + 1}`),
  stageId: keynote,
  person,
  kind: 'keynoteSpeech',
  topic: place % 5 === 0 ? '' : `${'关于加快培育新质生产力、推动重点产业链补链延链强链'.repeat((place % 3) + 1)}的建议`,
  addressedTo: [],
}));
const recommendations: readonly Recommendation[] = Array.from({ length: 12 }, (_, place) => ({
  motionId: motionId(`m${place + 1}`),
  number: place + 1,
  text: '建议完善以落地率、投产率、亩均效益为导向的招商考核办法，降低签约额权重，对签约、开工、投产各节点实行台账管理。'.repeat(
    place === 11 ? 30 : 1,
  ),
  version: 1,
  leadUnit: place === 3 ? '' : '市国有资产监督管理委员会',
  coUnits: place % 2 === 0 ? ['市住房和城乡建设局', '市地方金融监督管理局'] : [],
  dueDate: place === 3 ? null : '2022-12-31',
}));
const largePlan: Plan = {
  ...samplePlan,
  attendees: [...samplePlan.attendees.filter(({ role }) => role !== 'member'), ...people],
  prepared: speeches,
  recommendations,
  onLeave: [],
  materials: Array.from({ length: 12 }, (_, place) => ({
    materialId: `doc-${place + 1}` as Plan['materials'][number]['materialId'],
    name: `${'关于重点产业链招商情况的'.repeat((place % 3) + 1)}材料${place + 1}.pdf`,
    ...{ mime: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64), circle: 'public' as const },
  })),
};
const large: readonly Step[] = [
  [mishu, { type: 'ConveneMeeting', plan: largePlan }, at('09:00:00')],
  ...people.map(({ person }): Step => [person, { type: 'CheckIn' }, at('13:31:00')]),
  [zhuchi, { type: 'OpenMeeting' }, at('14:00:00')],
  [zhuchi, { type: 'MoveToStage', stageId: keynote }, at('14:01:00')],
  ...speeches.flatMap(({ requestId: id }, place): Step[] => [
    [zhuchi, { type: 'GiveFloor', requestId: id }, at('14:02:00') + place * 120_000],
    [zhuchi, { type: 'EndSpeech', requestId: id }, at('14:02:00') + place * 120_000 + 110_000],
  ]),
  [zhuchi, { type: 'MoveToStage', stageId: sample.stages.vote }, at('16:30:00')],
  [zhuchi, { type: 'OpenVoting', motionIds: recommendations.map(({ motionId: id }) => id) }, at('16:31:00')],
  ...people.flatMap(({ person }, place): Step[] =>
    recommendations.map(({ motionId: id }): Step => [
      person,
      { type: 'CastVote', motionId: id, choice: place % 3 === 0 ? 'oppose' : 'approve' },
      at('16:32:00') + place,
    ]),
  ),
  [zhuchi, { type: 'CloseVoting', motionIds: recommendations.map(({ motionId: id }) => id) }, at('16:40:00')],
  [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')],
];

/** 120 members, 60 speeches, 12 recommendations, long names and texts. */
export const largeAfter = source(...large);

/** As little as can be convened, over without a word. */
export const bare = source(
  [
    mishu,
    {
      type: 'ConveneMeeting',
      plan: {
        ...samplePlan,
        notice: { ...samplePlan.notice, topic: '', place: '' },
        attendees: samplePlan.attendees.filter(({ role }) => role !== 'departmentRep' && role !== 'observer'),
        ...{ prepared: [], recommendations: [], materials: [], onLeave: [] },
      },
    },
    at('09:00:00'),
  ],
  [zhuchi, { type: 'OpenMeeting' }, at('14:00:00')],
  [zhuchi, { type: 'ConcludeMeeting' }, at('14:10:00')],
);
