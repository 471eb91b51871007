// Knows who writes in these minutes and the meeting they write about; not what they write.
import { decide, evolve, initial, type Meeting } from '@xieshang/meeting';
import { mishu, stamped } from '@xieshang/meeting/testing';
import { sample } from '@xieshang/minutes/testing';
import type { Arrival } from '@xieshang/server/testing';

export type { Mortal } from './mortal.ts';
export type Authenticated = Arrival['who'];

export const writers: readonly string[] = ['s0', 's1', 's2', 's3', 's4', 's5'];
/** May write too, and never does so by himself. */
export const stranger: string = mishu;

export const person = (account: string): Authenticated => ({
  person: { account, name: account, role: 'secretary', admin: false, scope: null },
  sessionId: account,
  scope: null,
});

/** The meeting of the sample from the moment all have come up to its vote, with six secretaries more. */
export const course: readonly Meeting[] = statesOf();

function statesOf(): readonly Meeting[] {
  const gathered = sample.gathered.length;
  const states: Meeting[] = [initial];
  for (const [by, body, at = 0] of sample.course) {
    const asked =
      body.type === 'ConveneMeeting' ? { ...body, plan: { ...body.plan, attendees: [...body.plan.attendees, ...seats()] } } : body;
    const before = states.at(-1) ?? initial;
    const decision = decide(before, stamped(by, asked, at));
    if (!decision.ok) throw new Error(`${by} ${body.type}: ${decision.refusal.type}`);
    states.push(decision.events.reduce((state, event) => evolve(state, { ...event, by, at }), before));
  }
  return states.slice(gathered);
}

function seats() {
  const like = sample.samplePlan.attendees.find(({ role }) => role === 'secretary');
  return like ? writers.map((account) => ({ ...like, person: account as typeof like.person, name: account })) : [];
}
