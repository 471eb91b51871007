// Knows a sitting of the sample case in which something is put in every form a vote has; not how any of it reads.
import {
  clock,
  motionId,
  personId,
  voteId,
  type Choice,
  type MotionId,
  type PersonId,
  type Plan,
  type SealedCount,
  type VoteTerms,
} from '@xieshang/meeting';
import { li, mishu, mishu2, recommendation, zhang, zhuchi, type StampedStep, type Step } from '@xieshang/meeting/testing';
import { at, present, samplePlan, stages } from './sample.ts';

export const put = {
  named: motionId('m1'),
  unnamed: motionId('m2'),
  handsByName: motionId('m3'),
  handsByCount: motionId('m4'),
  paper: motionId('m5'),
  voided: motionId('m7'),
  acclaimed: motionId('m8'),
  objected: motionId('m9'),
  withoutQuorum: motionId('m10'),
  secret: motionId('m6'),
  onSameBallot: motionId('m11'),
  sealed: motionId('m12'),
} as const;

const texts: Readonly<Record<keyof typeof put, string>> = {
  named: '建议由市工业和信息化局牵头，以13条重点产业链为单元绘制招商图谱。图谱与县区、园区共享。',
  unnamed: '建议支持各产业链链主企业建立配套需求清单。奖励标准由市级统一制定。',
  handsByName: '建议依托异地商会设立驻点招商联络点。联络点实行线索登记、分办、反馈制度。',
  handsByCount: '建议整合政府引导资金组建产业链专项基金。明确尽职免责情形。',
  paper: '建议对入链项目推行“标准地+承诺制”。确保签约后六个月内具备开工条件。',
  voided: '建议围绕重点产业链编制紧缺技能人才目录。',
  acclaimed: '建议完善以落地率、投产率为导向的招商考核办法。',
  objected: '建议建立跨县区项目流转和利益共享机制。',
  withoutQuorum: '建议建立招商项目退出机制。',
  secret: '建议建设市级科技成果供需对接平台。',
  onSameBallot: '建议设立招商引资特别贡献奖。',
  sealed: '建议推荐两名特约监督员。',
};

const plan = (rules: Partial<Plan['rules']>): Plan => ({
  ...samplePlan,
  rules: { ...samplePlan.rules, ...rules },
  attendees: [...samplePlan.attendees, { person: mishu2, role: 'secretary', name: '武秘书', unit: '市政协办公室' }],
  recommendations: (Object.entries(put) as [keyof typeof put, MotionId][]).map(([form, id]) => ({
    ...recommendation(id, Number(id.slice(1))),
    text: texts[form],
  })),
});

const gathered = (rules: Partial<Plan['rules']>, here: readonly PersonId[]): readonly Step[] => [
  [mishu, { type: 'ConveneMeeting', plan: plan(rules) }, at('09:00:00')],
  ...[zhuchi, mishu, mishu2].map((person): Step => [person, { type: 'CheckIn' }, at('13:30:00')]),
  ...here.map((person): Step => [person, { type: 'CheckIn' }, at('13:31:00')]),
  [zhuchi, { type: 'OpenMeeting' }, at('14:00:00')],
  [zhuchi, { type: 'MoveToStage', stageId: stages.vote }, at('16:00:00')],
];

const open = (motion: MotionId, terms?: VoteTerms): Step => [zhuchi, { type: 'OpenVoting', motionIds: [motion], ...(terms && { terms }) }];
const close = (motion: MotionId): Step => [zhuchi, { type: 'CloseVoting', motionIds: [motion] }];
const counts = (approve: number, oppose: number, abstain: number, spoilt = 0) => ({ approve, oppose, abstain, spoilt });

/** The first so many approve, the next oppose, the rest abstain. */
const choicesOf = (approve: number, oppose: number, abstain: number): readonly Choice[] => [
  ...Array<Choice>(approve).fill('approve'),
  ...Array<Choice>(oppose).fill('oppose'),
  ...Array<Choice>(abstain).fill('abstain'),
];
const pressed = (motion: MotionId, choices: readonly Choice[], voters = present): readonly Step[] =>
  choices.map((choice, place): Step => [voters[place] ?? zhang, { type: 'CastVote', motionId: motion, choice }]);
const counted = (motion: MotionId, count: ReturnType<typeof counts>): readonly Step[] =>
  [mishu, mishu2].map((by): Step => [by, { type: 'EnterCount', motionId: motion, ...count }]);

const [last = zhang] = present.slice(-1);
const [third = zhang] = present.slice(2);

/** 28 given out, 27 returned, one of them spoilt; on one ballot the eleventh was left blank. */
const secretVote = voteId('v-secret');
const marks = { [put.secret]: [20, 4, 2], [put.onSameBallot]: [10, 12, 3] } as const;
const words = ['approve', 'oppose', 'abstain'] as const;
const hex = (place: number, length: number): string =>
  ((place * 0x9e3779b1) >>> 0)
    .toString(16)
    .padStart(8, '0')
    .repeat(length / 8);
const secretCount: SealedCount = {
  voteId: secretVote,
  ...{ issued: 28, returned: 27, spoilt: 1 },
  participants: present.slice(0, 27).toSorted(),
  hashes: Array.from({ length: 27 }, (_, place) => hex(place + 1, 64)).toSorted(),
  tallies: Object.fromEntries(Object.entries(marks).map(([item, [approve, oppose, abstain]]) => [item, { approve, oppose, abstain }])),
  list: Object.entries(marks)
    .flatMap(([item, counted], which) =>
      counted.flatMap((count, place) =>
        Array.from({ length: count }, (_, turn) => ({
          ...{ item, mark: words[place] ?? 'approve' },
          tag: `1${hex(100 + which * 100 + place * 30 + turn, 16).slice(1)}`,
        })),
      ),
    )
    .toSorted((one, other) => (one.tag < other.tag ? -1 : 1)),
};
const sealedVote = voteId('v-sealed');
const few = { few: 'accepted' } as const;
const destroyed = (vote: typeof secretVote): Step => [clock, { type: 'DestroyBallots', voteId: vote }];

/** 28 of 32 here, two scrutineers; one device fails, twelve leave before the last vote is closed; over. */
export const everyForm: readonly StampedStep[] = [
  ...gathered({}, present),
  [mishu, { type: 'NameScrutineers', persons: [zhang, li, third] }, at('16:01:00')],
  open(put.named),
  ...pressed(put.named, choicesOf(24, 1, 2)),
  [mishu, { type: 'EnterVote', motionId: put.named, voter: last, choice: 'approve', reason: '平板故障' }],
  close(put.named),
  [zhang, { type: 'ConfirmCount', motionIds: [put.named] }, at('16:05:00')],
  [li, { type: 'ConfirmCount', motionIds: [put.named] }, at('16:06:00')],
  open(put.unnamed, { form: 'unnamed' }),
  ...pressed(put.unnamed, choicesOf(27, 0, 0)),
  close(put.unnamed),
  open(put.handsByName, { form: 'showOfHands', counting: 'byName' }),
  ...choicesOf(20, 3, 2).map((choice, place): Step => [
    mishu,
    { type: 'EnterVote', motionId: put.handsByName, voter: present[place] ?? zhang, choice },
  ]),
  close(put.handsByName),
  open(put.handsByCount, { form: 'showOfHands', counting: 'byCount' }),
  ...counted(put.handsByCount, counts(19, 6, 3)),
  close(put.handsByCount),
  open(put.paper, { form: 'paper' }),
  ...counted(put.paper, counts(21, 3, 1, 2)),
  close(put.paper),
  [
    zhuchi,
    {
      ...{ type: 'OpenVoting', motionIds: [put.secret, put.onSameBallot] },
      terms: { form: 'secret', voteId: secretVote, receipt: 'tag', custody: 'server', change: 'untilClose', ...few },
    },
  ],
  [
    zhuchi,
    { type: 'CloseVoting', motionIds: [put.secret] },
    undefined,
    { counts: { [secretVote]: { as: 'counted', count: secretCount } } },
  ],
  destroyed(secretVote),
  ...[zhang, li, third].map((by, place): Step => [by, { type: 'OfferScrutineerKey', publicKey: hex(place + 1, 64) }]),
  open(put.sealed, { form: 'secret', voteId: sealedVote, receipt: 'hash', custody: 'scrutineers', change: 'never', ...few }),
  close(put.sealed),
  ...[zhang, li].map((by): Step => [by, { type: 'HandInKey', voteId: sealedVote, privateKey: hex(9, 64) }]),
  destroyed(sealedVote),
  open(put.voided),
  ...pressed(put.voided, choicesOf(3, 0, 0)),
  [zhuchi, { type: 'VoidVoting', motionIds: [put.voided], reason: '付表决的文本有误' }],
  [zhuchi, { type: 'OpenAcclamation', motionIds: [put.acclaimed], ms: 20_000 }, at('16:20:00')],
  [clock, { type: 'CloseAcclamation', motionIds: [put.acclaimed] }, at('16:20:20')],
  [zhuchi, { type: 'OpenAcclamation', motionIds: [put.objected], ms: 20_000 }, at('16:21:00')],
  [li, { type: 'RaiseObjection', motionId: put.objected }, at('16:21:05')],
  open(put.objected),
  ...pressed(put.objected, choicesOf(16, 5, 6)),
  close(put.objected),
  open(put.withoutQuorum),
  ...pressed(put.withoutQuorum, choicesOf(25, 0, 0)),
  ...present.slice(0, 12).map((person): Step => [mishu, { type: 'MarkLeft', person }]),
  close(put.withoutQuorum),
  [zhang, { type: 'DeclareReservation', motionId: put.handsByCount, note: '基金规模应当先论证' }, at('16:40:00')],
  [li, { type: 'DeclareReservation', motionId: put.handsByCount }, at('16:41:00')],
  [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')],
];

const absent = personId('weiyuan32');

/** Weights and a proxy: 张委员 has three votes, 李委员 votes for one who is not here. */
export const weighed: readonly Step[] = [
  [
    mishu,
    {
      type: 'ConveneMeeting',
      plan: ((made) => ({ ...made, attendees: made.attendees.map((one) => (one.person === zhang ? { ...one, weight: 3 } : one)) }))(
        plan({ weights: 'weighted', proxies: { most: 1 } }),
      ),
    },
    at('09:00:00'),
  ],
  ...gathered({}, present).slice(1, -2),
  [absent, { type: 'GrantProxy', to: li }, at('13:40:00')],
  ...gathered({}, present).slice(-2),
  open(put.named),
  ...pressed(put.named, choicesOf(17, 9, 0)),
  [li, { type: 'CastVote', motionId: put.named, choice: 'approve', for: absent }],
  close(put.named),
  [zhuchi, { type: 'ConcludeMeeting' }, at('17:10:00')],
];
