// Knows how the sample becomes the plan of one meeting on one day; not what happens there.
import type { Plan } from '@xieshang/meeting';
import { planSchema } from '@xieshang/protocol/up';
import type { CommitteeDefaults } from '../templates.ts';
import { hashOf } from '../tokens.ts';
import type { Sample, SamplePerson, SampleRecommendation } from './sample.ts';

export const committeeName = '政协明川市委员会';

const hour = 3_600_000;
const day = 24 * hour;
/** Of Asia/Shanghai, which knows no summer time. */
const zoneOffset = 8 * hour;
const checkInFrom = 13.5 * hour;

/** 13:30 of the day in Shanghai that an instant falls on. */
export const startOn = (at: number): number => Math.floor((at + zoneOffset) / day) * day - zoneOffset + checkInFrom;

const localDate = (at: number): string => new Date(at + zoneOffset).toISOString().slice(0, 10);

export interface Wish {
  readonly meeting: string;
  readonly startsAt: number;
  /** How many members the committee has; those beyond the sample are made up. */
  readonly members: number;
  /** Whose leave is approved before the convening. */
  readonly onLeave: readonly string[];
  /** Which text of a recommendation is tabled. */
  readonly text: (recommendation: SampleRecommendation) => string;
}

export function planOf(sample: Sample, defaults: CommitteeDefaults, wish: Wish): Plan {
  const today = localDate(wish.startsAt);
  return planSchema.parse({
    notice: {
      meeting: wish.meeting,
      kind: 'consultation',
      title: `${committeeName}${today.slice(0, 4)}年第3次双月专题协商座谈会`,
      topic: '实施产业链精准招商、助推新型工业化强市建设',
      place: '市政协二楼议政厅（线上同步）',
      startsAt: wish.startsAt,
    },
    rules: defaults.rules,
    attendees: peopleOf(sample, defaults.sectors, wish.members)
      .filter(({ role }) => role !== 'admin')
      .map(({ account, signsIn: _signsIn, ...rest }) => ({ person: account, ...rest })),
    presiding: 'zhuchi',
    stages: defaults.templates[0]?.stages,
    prepared: sample.prepared,
    materials: sample.files.map(({ content, ...file }) => ({ ...file, bytes: content.length, sha256: hashOf(content) })),
    recommendations: sample.recommendations.map((one, place) => ({
      motionId: one.motionId,
      number: place + 1,
      text: wish.text(one),
      version: 1,
      leadUnit: one.leadUnit,
      coUnits: one.coUnits,
      dueDate: one.dueDate && comingDate(one.dueDate, today),
    })),
    onLeave: wish.onLeave,
  });
}

/** The people of the sample and, beside its members, as many made-up ones as are wanted. */
export function peopleOf({ people }: Sample, sectors: readonly string[], members: number): readonly SamplePerson[] {
  const known = people.filter(({ role }) => role === 'member').length;
  const made = Array.from({ length: Math.max(members - known, 0) }, (_, place): SamplePerson => {
    const number = known + place + 1;
    const sector = sectors[place % sectors.length];
    return { account: `weiyuan${number}`, name: `委员${number}`, role: 'member', ...(sector === undefined ? {} : { sector }) };
  });
  const last = people.findLastIndex(({ role }) => role === 'member') + 1;
  return [...people.slice(0, last), ...made, ...people.slice(last)];
}

/** The same day of the year, the next time it comes. */
function comingDate(date: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}${date.slice(4)}`;
  return thisYear > today ? thisYear : `${year + 1}${date.slice(4)}`;
}
