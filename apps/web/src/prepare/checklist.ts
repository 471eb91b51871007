// Knows what a plan still lacks: what the meeting itself would refuse, and what a careful secretary would look at again.
import { planProblem, type Plan, type PlanProblem } from '@xieshang/meeting';
import type { conveneWords } from '../words/zh/prepare.ts';
import { blankIn, sections, type Section } from './sections.ts';

const sectionOf: Readonly<Record<PlanProblem, Section>> = {
  noMembers: 'roll',
  noModerator: 'roll',
  presidingIsNoModerator: 'roll',
  personTwice: 'roll',
  reservedPerson: 'roll',
  noStages: 'agenda',
  stageTwice: 'agenda',
  speakerNotOnRoll: 'speakers',
  speechAtUnknownStage: 'speakers',
  requestTwice: 'speakers',
  addressedToNoDepartment: 'speakers',
  recommendationTwice: 'recommendations',
  leaveNotOnRoll: 'roll',
  impossibleThreshold: 'rules',
  impossibleWeight: 'roll',
};

/** What keeps the plan from being convened, and where it is mended. */
export function obstacle(plan: Plan): { readonly problem: PlanProblem; readonly section: Section } | null {
  const problem = planProblem(plan);
  return problem ? { problem, section: sectionOf[problem] } : null;
}

export type Advice = keyof (typeof conveneWords)['should'];

const fourHours = 240;

/** What may well be meant so, but had better be looked at. `now` in epoch ms. */
export function advice(plan: Plan, now: number): readonly { readonly advice: Advice; readonly section: Section }[] {
  const { notice, stages, materials, prepared, recommendations, attendees } = plan;
  const list: readonly (readonly [boolean, Advice, Section])[] = [
    [notice.startsAt < now, 'pastTime', 'basics'],
    [notice.topic.trim() === '', 'noTopic', 'basics'],
    [notice.place.trim() === '', 'noPlace', 'basics'],
    [!attendees.some(({ role }) => role === 'departmentRep'), 'noDepartments', 'roll'],
    [stages.reduce((sum, { minutes }) => sum + minutes, 0) > fourHours, 'longAgenda', 'agenda'],
    [materials.length === 0, 'noMaterials', 'materials'],
    [stages.some(({ speechKind }) => speechKind === 'keynoteSpeech') && prepared.length === 0, 'noPrepared', 'speakers'],
    [recommendations.length === 0, 'noRecommendations', 'recommendations'],
    [recommendations.some(({ leadUnit }) => leadUnit.trim() === ''), 'recommendationWithoutLead', 'recommendations'],
  ];
  return list.filter(([applies]) => applies).map(([, one, section]) => ({ advice: one, section }));
}

/** A short mark for each step: its count or a tick, amber while something is owed there. */
export function marks(plan: Plan): Readonly<Record<Section, { readonly text: string; readonly owed: boolean }>> {
  const counts: Readonly<Partial<Record<Section, number>>> = {
    roll: plan.attendees.length,
    agenda: plan.stages.length,
    materials: plan.materials.length,
    speakers: plan.prepared.length,
    recommendations: plan.recommendations.length,
  };
  const owing = new Set([blankIn(plan), obstacle(plan)?.section]);
  const mark = (section: Section) => {
    const owed = section === 'convene' ? [...owing].some(Boolean) : owing.has(section);
    const count = counts[section];
    return {
      text: count === undefined || count === 0 ? (owed ? '●' : section === 'convene' || count === 0 ? '' : '✓') : String(count),
      owed,
    };
  };
  return Object.fromEntries(sections.map((section) => [section, mark(section)])) as Readonly<
    Record<Section, { text: string; owed: boolean }>
  >;
}
