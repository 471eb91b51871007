// Knows the steps of preparing a meeting and which part of a plan each of them fills; not how they look.
import { planSchema } from '@xieshang/protocol/up';
import type { Plan } from '../http/shapes.ts';

export const sections = ['basics', 'roll', 'agenda', 'materials', 'speakers', 'recommendations', 'rules', 'convene'] as const;
export type Section = (typeof sections)[number];

const sectionOf: Readonly<Record<keyof Plan, Section>> = {
  notice: 'basics',
  attendees: 'roll',
  presiding: 'roll',
  onLeave: 'roll',
  stages: 'agenda',
  materials: 'materials',
  prepared: 'speakers',
  recommendations: 'recommendations',
  rules: 'rules',
};

/** The first step with something in it that the server would not keep: a blank that must be filled, a text too long. */
export function blankIn(plan: Plan): Section | null {
  const judged = planSchema.safeParse(plan);
  if (judged.success) return null;
  const key = judged.error.issues[0]?.path[0];
  return typeof key === 'string' && key in sectionOf ? sectionOf[key as keyof Plan] : 'basics';
}
