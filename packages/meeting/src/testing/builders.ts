// Knows one small meeting for tests, person by person; not what happens in it.
import { personId, meetingId, motionId, requestId, stageId, type PersonId } from '../ids.ts';
import type { Instant } from '../envelope.ts';
import type { Plan } from '../convening.ts';
import type { Stage } from '../agenda.ts';
import type { PreparedSpeech } from '../queue/index.ts';
import type { Recommendation } from '../recommendations.ts';
import type { Attendee } from '../roll.ts';
import type { Rules } from '../rules.ts';

export const zhuchi = personId('zhuchi');
export const zhuchi2 = personId('zhuchi2');
export const mishu = personId('mishu1');
export const mishu2 = personId('mishu2');
export const zhang = personId('zhang');
export const li = personId('li');
export const wang = personId('wang');
export const wei = personId('wei');
export const bumen1 = personId('bumen1');
export const bumen2 = personId('bumen2');
export const pangting = personId('pangting1');
export const stranger = personId('stranger');

export const keynote = stageId('keynote');
export const openFloor = stageId('open_floor');
export const voting = stageId('voting');

export const m1 = motionId('m1');
export const m2 = motionId('m2');
export const unknownMotion = motionId('m99');
export const p1 = requestId('p1');
export const p2 = requestId('p2');

/** When the small meeting was convened; steps without a time of their own follow a second apart. */
export const t0: Instant = 1_653_541_200_000;
export const minute = 60_000;

const attendee = (person: PersonId, role: Attendee['role'], name: string): Attendee => ({ person, role, name });
const memberOf = (sector: string, person: PersonId, name: string): Attendee => ({ ...attendee(person, 'member', name), sector });

export const attendees: readonly Attendee[] = [
  attendee(zhuchi, 'moderator', '甲'),
  attendee(zhuchi2, 'moderator', '乙'),
  attendee(mishu, 'secretary', '文秘书'),
  attendee(mishu2, 'secretary', '武秘书'),
  memberOf('民建', zhang, '张委员'),
  memberOf('民建界', li, '李委员'),
  memberOf('工商联', wang, '王委员'),
  attendee(wei, 'member', '卫委员'),
  attendee(bumen1, 'departmentRep', '丙'),
  attendee(bumen2, 'departmentRep', '丁'),
  attendee(pangting, 'observer', '旁听'),
];

export const rules: Rules = {
  quorum: { kind: 'moreThan', parts: 1, of: 2 },
  vote: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } },
  votingMs: minute,
  objectionMs: 20_000,
  speechMs: {
    briefing: 12 * minute,
    keynoteSpeech: 8 * minute,
    openFloorSpeech: 3 * minute,
    followUpQuestion: 2 * minute,
    interjection: minute,
    departmentResponse: 5 * minute,
  },
  warningsMs: [minute, 30_000],
  confirmationMs: 60 * minute,
};

export const stages: readonly Stage[] = [
  { stageId: keynote, name: '重点发言', minutes: 72, speechKind: 'keynoteSpeech', speechMs: 6 * minute },
  { stageId: openFloor, name: '自由发言', minutes: 24, speechKind: 'openFloorSpeech' },
  { stageId: voting, name: '表决', minutes: 9, speechKind: null },
];

export const prepared: readonly PreparedSpeech[] = [
  { requestId: p1, stageId: keynote, person: zhang, kind: 'keynoteSpeech', topic: '一链一图谱', addressedTo: [bumen1] },
  { requestId: p2, stageId: keynote, person: li, kind: 'keynoteSpeech', topic: '商会荐', addressedTo: [], limitMs: 5 * minute },
];

export const recommendation = (id: string, number: number): Recommendation => ({
  motionId: motionId(id),
  number,
  text: `建议${number}`,
  version: 1,
  leadUnit: '市工业和信息化局',
  coUnits: ['市商务局'],
  dueDate: '2022-09-30',
});

/** The small plan, with whatever a test wants otherwise. */
export const plan = (otherwise: Partial<Plan> = {}): Plan => ({
  notice: {
    meeting: meetingId('small'),
    kind: 'consultation',
    title: '双月专题协商座谈会',
    topic: '实施产业链精准招商',
    place: '议政厅',
    startsAt: t0,
  },
  rules,
  attendees,
  presiding: zhuchi,
  stages,
  prepared,
  materials: [],
  recommendations: [recommendation('m1', 1), recommendation('m2', 2)],
  onLeave: [],
  ...otherwise,
});

/** A roll of `count` members `v1`… beside the office. */
export const withMembers = (count: number): Pick<Plan, 'attendees' | 'prepared'> => ({
  attendees: [...attendees.filter(({ role }) => role !== 'member'), ...voters(count).map((id) => attendee(id, 'member', id))],
  prepared: [],
});

export const voters = (count: number): readonly PersonId[] => Array.from({ length: count }, (_, place) => personId(`v${place + 1}`));
