// Knows how a meeting is cloned for a rehearsal, over HTTP, and which clones there are; a clone is a meeting like any other, marked 演练.
import { Hono } from 'hono';
import { meetingId, personId, type Attendee, type MeetingId, type Plan } from '@xieshang/meeting';
import { isId } from '@xieshang/protocol/up';
import { z } from 'zod';
import { hashOf, newToken } from '../tokens.ts';
import { body } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { meetingParam, office } from './guards.ts';
import { withoutPassword } from './invites.ts';
import { Problem } from './problem.ts';
import { withStandIns } from './stand-ins.ts';

/** `standIns`: nobody but the office, with nobody's telephone ringing. Left out: everybody on the roll, and a token for each. */
const wanted = z.object({
  meeting: z.string().refine(isId),
  members: z.int().min(1).max(1000).optional(),
  company: z.enum(['standIns', 'everybody']).optional(),
});

/** The first `count` members; where the plan has fewer, made-up ones of the same 界别 in turn. */
function membersFor(plan: Plan, count: number): readonly Attendee[] {
  const real = plan.attendees.filter(({ role }) => role === 'member');
  const made = Array.from({ length: Math.max(0, count - real.length) }, (_, index): Attendee => {
    const number = String(index + 1).padStart(4, '0');
    const sector = real[index % Math.max(1, real.length)]?.sector;
    return { person: personId(`yanlian${number}`), name: `演练委员${number}`, role: 'member', ...(sector === undefined ? {} : { sector }) };
  });
  return [...real.slice(0, count), ...made];
}

interface Wish {
  readonly rehearsal: MeetingId;
  readonly startsAt: number;
  readonly members: number | undefined;
  /** Who convenes it must be on the roll, in the own part; a moderator presides. */
  readonly by: Attendee;
}

/** The same meeting, now, with so many members; what hangs on a member left out is left out too. Materials stay with the original. */
function cloned(plan: Plan, { rehearsal, startsAt, members: count, by }: Wish): Plan {
  const office = plan.attendees.filter(({ role }) => role !== 'member');
  const others = office.some(({ person }) => person === by.person) ? office : [...office, by];
  const members = membersFor(plan, count ?? plan.attendees.length - office.length);
  const there = new Set([...others, ...members].map(({ person }) => person));
  return {
    ...plan,
    notice: {
      ...plan.notice,
      ...{ meeting: rehearsal, kind: 'rehearsal', title: `【演练】${plan.notice.title}`.slice(0, 200), startsAt },
      rehearses: plan.notice.meeting,
    },
    presiding: by.role === 'moderator' ? by.person : plan.presiding,
    attendees: [...others, ...members],
    prepared: plan.prepared.filter(({ person }) => there.has(person)),
    onLeave: plan.onLeave.filter((person) => there.has(person)),
    materials: [],
    recommendations: plan.recommendations.map((one) => ({ ...one, version: 1 })),
  };
}

export const rehearsalRoutes = (deps: HttpDeps) => {
  const { store, rooms, clock, random } = deps;
  return new Hono()
    .get('/:meeting/rehearsals', office(deps, 'secretary', 'moderator'), async (c) => {
      const original = meetingParam(c);
      const clones = (await store.meetings.of(c.get('who').person.account, true)).filter(({ kind }) => kind === 'rehearsal');
      const drafts = await Promise.all(clones.map(({ meeting }) => store.drafts.find(meeting)));
      const rehearsals = clones.filter((_, place) => drafts[place]?.plan.notice.rehearses === original);
      return c.json({ rehearsals: rehearsals.map(({ meeting, phase, startsAt }) => ({ meeting, phase, startsAt })) });
    })
    .post('/:meeting/rehearsal', office(deps, 'secretary', 'moderator'), body(wanted), async (c) => {
      const original = await store.drafts.find(meetingParam(c));
      // A rehearsal of a rehearsal would be one of nothing.
      if (!original || original.plan.notice.kind === 'rehearsal') throw new Problem('NotFound');
      const { meeting: id, members, company } = c.req.valid('json');
      const { account, name, role } = c.get('who').person;
      const by = { person: personId(account), name, role: role === 'moderator' ? 'moderator' : 'secretary' } as const;
      // Tokens let their holder act for somebody: that stays with secretaries, as invites do.
      if (company === undefined && role !== 'secretary') throw new Problem('NotPermitted');
      const whole = cloned(original.plan, { rehearsal: meetingId(id), startsAt: clock(), members, by });
      const plan = company === 'standIns' ? withStandIns(whole) : whole;
      const { meeting } = plan.notice;
      const draft = await store.drafts.add({ meeting, savedAt: clock(), savedBy: account, plan });
      if (!draft) throw new Problem('MeetingTaken');
      if (company === undefined) await store.accounts.addMissing(plan.attendees.map((attendee) => withoutPassword(attendee, true)));
      const answer = await rooms.submit(
        meeting,
        { type: 'ConveneMeeting', plan },
        { by: account, command: `rehearse-${newToken(random)}` },
      );
      if (!answer.ok) {
        await store.drafts.remove(meeting);
        throw new Problem('ConveningRefused', answer.refusal);
      }
      if (company !== undefined) return c.json({ meeting, invites: [] }, 201);
      const invites = plan.attendees.map(({ person }) => ({ person, token: newToken(random) }));
      await store.invites.replace(invites.map(({ person, token }) => ({ tokenHash: hashOf(token), meeting, person })));
      await store.securityLog.note({ kind: 'inviteMade', by: account, subject: null });
      return c.json({ meeting, invites }, 201);
    });
};
