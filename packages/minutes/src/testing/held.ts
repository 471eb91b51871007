// Knows how to make up whole meetings that were held: people, speeches, answers, votes; not what is made of them.
import fc from 'fast-check';
import {
  answerId,
  motionId,
  personId,
  requestId,
  stageId,
  type Answer,
  type Attendee,
  type Choice,
  type PersonId,
  type Plan,
  type PreparedSpeech,
  type RecordedEvent,
  type FloorKind,
  type Stage,
  type MotionId,
  type VoteRule,
  type VoteTerms,
} from '@xieshang/meeting';
import { fold, mishu, mishu2, plan, played, rules, zhuchi, type Step } from '@xieshang/meeting/testing';
import type { Held } from '../sources.ts';

const surnames =
  '张李王赵陈刘杨黄周吴孙马郑冯褚卫蒋沈韩朱秦许何吕施孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌苗凤花方俞任袁柳'.split('');
const given = ['建国', '晓梅', '志强', '丽华', '文博', '雨桐', '海涛', '敏', '军', '思远'];
const sectors = ['经济界', '工商联界', '科学技术界', '教育界', '民建界', '民盟界', '九三学社界', '农业界', '妇联界', '无党派人士界'];
const units = ['市工业和信息化局', '市商务局', '市发展和改革委员会', '市科学技术局', '市自然资源和规划局', '市地方金融监督管理局'];
const subjects = [
  '由市工业和信息化局牵头，以13条重点产业链为单元绘制招商图谱，按季度更新',
  '支持各产业链链主企业建立配套需求清单，对引进关键项目的给予奖励',
  '在8个重点城市设立驻点招商联络点，统筹开展以商招商',
  '整合政府引导资金，组建产业链专项基金',
  '对入链项目推行“标准地+承诺制”，提前完成区域评估',
  '建设市级科技成果供需对接平台，每年发布2批技术需求榜单',
  '编制紧缺技能人才目录，由职业院校与企业开展订单式培养',
  '完善以落地率为导向的招商考核办法，降低签约额权重',
  '建立跨县区项目流转和利益共享机制，首谈地与落地地按比例分享税收',
];
const topics = [
  '以链主企业为牵引，绘制“一链一图谱”',
  '用好异地商会',
  '驻点经费由谁承担？',
  '以成果转化补链：让技术需求张榜',
  '盘活12个园区的低效用地',
  '',
  '产教融合，订单培养技能人才',
];
const notes = ['列入年度预算，县区配套。', '6月底前完成首批图谱修订', '', '先在3所职业院校试点；其余视成效推开。', '能耗指标实行全省统筹'];
const days = ['2022-06-10', '2022-09-30', '2022-12-31', null] as const;

const stages: readonly Stage[] = [
  { stageId: stageId('briefing'), name: '通报', minutes: 12, speechKind: 'briefing' },
  { stageId: stageId('keynote'), name: '重点发言', minutes: 72, speechKind: 'keynoteSpeech' },
  { stageId: stageId('open_floor'), name: '自由发言', minutes: 24, speechKind: 'openFloorSpeech' },
  { stageId: stageId('response'), name: '部门回应', minutes: 30, speechKind: 'departmentResponse' },
  { stageId: stageId('deliberation'), name: '建议稿审议', minutes: 20, speechKind: 'openFloorSpeech' },
  { stageId: stageId('voting'), name: '表决', minutes: 9, speechKind: null },
];

/** What is left to chance in a made-up meeting. */
const spec = fc.record({
  members: fc.integer({ min: 3, max: 40 }),
  withGiven: fc.boolean(),
  departments: fc.integer({ min: 1, max: units.length }),
  away: fc.nat(3),
  online: fc.nat(12),
  startsAt: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 11, 31) }),
  title: fc.constantFrom(
    '政协明川市委员会2022年第3次双月专题协商座谈会',
    '政协明川市委员会2024年第12次双月专题协商座谈会',
    '双月专题协商座谈会',
  ),
  briefings: fc.nat(2),
  keynotes: fc.nat(12),
  free: fc.nat(8),
  responses: fc.nat(6),
  amendments: fc.nat(1),
  texts: fc.array(fc.nat(99), { minLength: 30, maxLength: 30 }),
  answers: fc.array(
    fc.record({
      speech: fc.nat(20),
      department: fc.nat(5),
      kind: fc.constantFrom<Answer['kind']>('adopt', 'adoptPartially', 'explain', 'writtenReplyLater'),
      note: fc.nat(4),
      due: fc.nat(2),
    }),
    { maxLength: 14 },
  ),
  recommendations: fc.nat(subjects.length),
  /** Of the recommendations, in order; the rest are not voted on. */
  voted: fc.nat(subjects.length),
  rule: fc.record({
    base: fc.constantFrom<VoteRule['base']>('eligible', 'present', 'cast', 'valid'),
    threshold: fc.constantFrom<VoteRule['threshold']>(
      { kind: 'moreThan', parts: 1, of: 2 },
      { kind: 'atLeast', parts: 2, of: 3 },
      { kind: 'consensus' },
    ),
  }),
  ballots: fc.array(
    fc.record({
      approve: fc.nat(40),
      oppose: fc.nat(6),
      spoilt: fc.nat(1),
      terms: fc.constantFrom<VoteTerms>(
        { form: 'named' },
        { form: 'named' },
        { form: 'unnamed' },
        { form: 'showOfHands', counting: 'byName' },
        { form: 'showOfHands', counting: 'byCount' },
        { form: 'paper' },
      ),
      /** How many leave before it is closed; nobody comes back. */
      leaving: fc.constantFrom(0, 0, 0, 2),
      /** Whether the first of the roll declares a reservation, and in which words. */
      reserved: fc.constantFrom(null, null, '', '基金规模应当先论证3年'),
    }),
    { minLength: 9, maxLength: 9 },
  ),
});

type Spec = typeof spec extends fc.Arbitrary<infer One> ? One : never;

const memberAt = (place: number): PersonId => personId(`weiyuan${place + 1}`);
const departmentAt = (place: number): PersonId => personId(`bumen${place + 1}`);

function attendeesOf({ members, withGiven, departments }: Spec): readonly Attendee[] {
  return [
    { person: zhuchi, role: 'moderator', name: '甲', title: '市政协副主席' },
    { person: mishu, role: 'secretary', name: '文秘书', unit: '市政协办公室' },
    { person: mishu2, role: 'secretary', name: '武秘书', unit: '市政协办公室' },
    ...Array.from({ length: members }, (_, place): Attendee => {
      const name = withGiven ? `${surnames[place] ?? ''}${given[(place * 7) % given.length] ?? ''}` : `${surnames[place] ?? ''}委员`;
      const title = place === 1 ? { title: '市政协经济委员会主任' } : {};
      return { person: memberAt(place), role: 'member', name, sector: sectors[place % sectors.length] ?? '', ...title };
    }),
    ...Array.from({ length: departments }, (_, place): Attendee => ({
      ...{ person: departmentAt(place), role: 'departmentRep', name: '丙丁戊己庚辛'[place] ?? '', unit: units[place] ?? '' },
    })),
  ];
}

interface Spoken {
  readonly id: string;
  readonly stage: string;
  readonly person: PersonId;
  readonly kind: FloorKind;
  readonly topic: string;
  readonly to: readonly PersonId[];
}

const hereOf = ({ members, away }: Spec): number => members - Math.min(away, members - 2);

function speechesOf(given_: Spec): readonly Spoken[] {
  const { departments, texts } = given_;
  const members = hereOf(given_);
  let turn = 0;
  const chance = (): number => texts[turn++ % texts.length] ?? 0;
  const topic = (): string => topics[chance() % topics.length] ?? '';
  const many = (count: number, kind: FloorKind, stage: string, person: (place: number) => PersonId): readonly Spoken[] =>
    Array.from({ length: count }, (_, place) => ({
      ...{ id: `${stage}-${place}`, stage, kind, person: person(place), topic: topic() },
      to: chance() % 3 === 0 ? [] : [departmentAt(chance() % departments)],
    }));
  return [
    ...many(given_.briefings, 'briefing', 'briefing', (place) => (place === 0 ? departmentAt(0) : memberAt(1))),
    ...many(Math.min(given_.keynotes, members), 'keynoteSpeech', 'keynote', memberAt),
    ...many(given_.free, 'openFloorSpeech', 'open_floor', (place) => memberAt((place * 2) % members)),
    ...many(Math.min(given_.responses, departments), 'departmentResponse', 'response', departmentAt),
    ...many(given_.amendments, 'openFloorSpeech', 'deliberation', () => memberAt(members - 1)),
  ];
}

function planOf(given_: Spec, speeches: readonly Spoken[]): Plan {
  return plan({
    notice: { ...plan().notice, title: given_.title, topic: '实施产业链精准招商、助推新型工业化强市建设', startsAt: given_.startsAt },
    rules: { ...rules, vote: given_.rule },
    attendees: attendeesOf(given_),
    stages,
    prepared: speeches.map(({ id, stage, person, kind, topic, to }): PreparedSpeech => ({
      ...{ requestId: requestId(id), stageId: stageId(stage), person, kind, topic, addressedTo: to },
    })),
    recommendations: subjects.slice(0, given_.recommendations).map((text, place) => ({
      ...{ motionId: motionId(`m${place + 1}`), number: place + 1, text: `建议${text}。分期实施，逐项销号。`, version: 1 },
      leadUnit: units[place % given_.departments] ?? '',
      coUnits: place % 3 === 0 ? [] : [units[(place + 1) % units.length] ?? ''],
      dueDate: days[place % days.length] ?? null,
    })),
    onLeave: Array.from({ length: given_.members - hereOf(given_) }, (_, place) => memberAt(given_.members - 1 - place)),
  });
}

function stepsOf(given_: Spec): readonly Step[] {
  const speeches = speechesOf(given_);
  const { startsAt, departments } = given_;
  const here = Array.from({ length: hereOf(given_) }, (_, place) => memberAt(place));
  const spoken = (stage: string): readonly Step[] =>
    speeches
      .filter((one) => one.stage === stage)
      .flatMap(({ id }): Step[] => [
        [zhuchi, { type: 'GiveFloor', requestId: requestId(id) }],
        [zhuchi, { type: 'EndSpeech', requestId: requestId(id) }],
      ]);
  const answerable = speeches.filter(({ kind, stage }) => kind !== 'departmentResponse' && kind !== 'briefing' && stage !== 'deliberation');
  const answered = given_.answers.flatMap(({ speech, department, kind, note, due }, place): Step[] => {
    const asked = answerable[speech % Math.max(answerable.length, 1)];
    if (!asked) return [];
    const dueDate = kind === 'writtenReplyLater' ? { dueDate: days[due] ?? '2022-06-10' } : {};
    const silent = kind === 'adoptPartially' || kind === 'explain' ? notes[note] || '另行研究' : notes[note];
    const body = { answerId: answerId(`a${place}`), requestId: requestId(asked.id), kind, note: silent ?? '', ...dueDate };
    return [
      [zhuchi, { type: 'AddressSpeech', requestId: requestId(asked.id), departments: [departmentAt(department % departments)] }],
      [departmentAt(department % departments), { type: 'AnswerSpeech', ...body }],
    ];
  });
  return [
    [mishu, { type: 'ConveneMeeting', plan: planOf(given_, speeches) }, startsAt - 86_400_000],
    ...[zhuchi, mishu, ...Array.from({ length: departments }, (_, place) => departmentAt(place))].map((by): Step => [
      by,
      { type: 'CheckIn' },
    ]),
    ...here.map((by, place): Step => [by, { type: 'CheckIn', where: place < given_.online ? 'online' : 'hall' }]),
    [zhuchi, { type: 'OpenMeeting' }, startsAt],
    ...['briefing', 'keynote', 'open_floor', 'response', 'deliberation'].flatMap((stage): readonly Step[] => [
      ...(stage === 'briefing' ? [] : [[zhuchi, { type: 'MoveToStage', stageId: stageId(stage) }] as Step]),
      ...spoken(stage),
    ]),
    ...answered,
    [zhuchi, { type: 'MoveToStage', stageId: stageId('voting') }],
    ...Array.from({ length: Math.min(given_.recommendations, given_.voted) }, (_, place) => voteOn(place, given_, here)).flat(),
    [zhuchi, { type: 'ConcludeMeeting' }],
  ];
}

function voteOn(place: number, { ballots }: Spec, here: readonly PersonId[]): readonly Step[] {
  const { approve = 0, oppose = 0, spoilt = 0, terms = { form: 'named' }, leaving = 0, reserved = null } = ballots[place] ?? {};
  const motion = motionId(`m${place + 1}`);
  // One stays until the end, whoever else leaves.
  const gone = ballots.slice(0, place).reduce((sum, one) => sum + one.leaving, 0);
  const voters = here.slice(0, Math.max(here.length - gone, 1));
  const answering = voters.slice(0, Math.max(voters.length - 1, 1));
  const choiceAt = (turn: number): Choice => (turn < approve ? 'approve' : turn < approve + oppose ? 'oppose' : 'abstain');
  return [
    [zhuchi, { type: 'OpenVoting', motionIds: [motion], terms }],
    ...givenIn(
      terms,
      motion,
      answering.map((by, turn) => [by, choiceAt(turn)] as const),
      spoilt,
    ),
    ...voters.slice(Math.max(voters.length - leaving, 1)).map((person): Step => [mishu, { type: 'MarkLeft', person }]),
    [zhuchi, { type: 'CloseVoting', motionIds: [motion] }],
    ...(reserved === null ? [] : [[here[0] ?? zhuchi, { type: 'DeclareReservation', motionId: motion, note: reserved }] as Step]),
  ];
}

/** What is given in a vote of that form. */
function givenIn(terms: VoteTerms, motion: MotionId, choices: readonly (readonly [PersonId, Choice])[], spoilt: number): readonly Step[] {
  if (terms.form === 'named' || terms.form === 'unnamed')
    return choices.map(([by, choice]): Step => [by, { type: 'CastVote', motionId: motion, choice }]);
  if (terms.form === 'showOfHands' && terms.counting === 'byName')
    return choices.map(([voter, choice]): Step => [mishu, { type: 'EnterVote', motionId: motion, voter, choice }]);
  const count = (choice: Choice): number => choices.filter(([, one]) => one === choice).length;
  const counted = { approve: count('approve'), oppose: count('oppose'), abstain: count('abstain') };
  const given = { ...counted, spoilt: terms.form === 'paper' && choices.length > 1 ? spoilt : 0 };
  return [mishu, mishu2].map((by): Step => [by, { type: 'EnterCount', motionId: motion, ...given }]);
}

/** A failing test shows what was left to chance, not all that followed from it. */
const shownAs = <Value extends object>(value: Value, one: Spec): Value =>
  Object.defineProperty(value, fc.toStringMethod, { value: () => JSON.stringify(one) });

/** The facts of a whole meeting. */
export const anyHeldEvents: fc.Arbitrary<readonly RecordedEvent[]> = spec.map((one) => shownAs([...played(...stepsOf(one))], one));

/** A meeting that was held to its end, with whatever may have happened in it. */
export const anyHeld: fc.Arbitrary<Held> = spec.map((one) => {
  const meeting = fold(played(...stepsOf(one)));
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return shownAs(meeting, one);
});
