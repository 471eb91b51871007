// Knows the list of meetings and the first page of one, over HTTP; not what goes on in it.
import { Hono } from 'hono';
import { meetingId, personId, type MeetingId, type Plan } from '@xieshang/meeting';
import { documentId, schemaVersion } from '@xieshang/minutes';
import { isId } from '@xieshang/protocol/up';
import { z } from 'zod';
import { body, text } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, looksAfterAll, office, signedIn } from './guards.ts';
import { Problem } from './problem.ts';

const remark = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u);

const newMeeting = z.object({
  meeting: z.string().refine(isId),
  templateId: z.string().max(64),
  title: text(200),
  topic: remark(200),
  place: remark(120),
  startsAt: z.int().min(946_684_800_000).max(7_258_118_400_000),
});

/** The document the minutes of a meeting are written in; until somebody opens it, the first there will be in today's schema. */
async function minutesDocument({ store: { minutes } }: HttpDeps, meeting: MeetingId): Promise<string> {
  const known = await minutes.find(meeting, schemaVersion);
  if (known) return known.id;
  const earlier = await minutes.findEarlier(meeting, schemaVersion);
  return documentId(meeting, earlier?.generation ?? (await minutes.firstGeneration()));
}

/** A plan with the office people already seated: the secretary who begins it and every moderator, the first of them presiding. */
async function firstPlan({ store, defaults }: HttpDeps, by: string, wanted: z.output<typeof newMeeting>): Promise<Plan> {
  const template = defaults.templates.find(({ templateId }) => templateId === wanted.templateId);
  if (!template) throw new Problem('Malformed', { at: 'templateId' });
  const staff = (await store.accounts.list()).filter(
    ({ account, role, disabled }) => account === by || (role === 'moderator' && !disabled),
  );
  const attendees = staff.map(({ account, name, role, unit, title }) => ({
    person: personId(account),
    name,
    role: role === 'moderator' ? ('moderator' as const) : ('secretary' as const),
    ...(unit === null ? {} : { unit }),
    ...(title === null ? {} : { title }),
  }));
  const { meeting, title, topic, place, startsAt } = wanted;
  return {
    notice: { meeting: meetingId(meeting), kind: 'consultation', title, topic, place, startsAt },
    rules: defaults.rules,
    attendees,
    presiding: attendees.find(({ role }) => role === 'moderator')?.person ?? personId(by),
    stages: template.stages,
    prepared: [],
    materials: [],
    recommendations: [],
    onLeave: [],
  };
}

export const meetingRoutes = (deps: HttpDeps) => {
  const { store, clock } = deps;
  return new Hono()
    .get('/', signedIn(deps), async (c) => {
      const { person, scope } = c.get('who');
      const meetings = await store.meetings.of(person.account, looksAfterAll(person));
      return c.json({ meetings: meetings.filter(({ meeting }) => scope === null || meeting === scope) });
    })
    .post('/', office(deps, 'secretary'), body(newMeeting), async (c) => {
      const { account } = c.get('who').person;
      const plan = await firstPlan(deps, account, c.req.valid('json'));
      const draft = await store.drafts.add({ meeting: plan.notice.meeting, savedAt: clock(), savedBy: account, plan });
      if (!draft) throw new Problem('MeetingTaken');
      return c.json({ draft }, 201);
    })
    .get('/:meeting', atMeeting(deps), async (c) => {
      const { plannedMinutes: _inner, ...meeting } = c.get('meeting');
      return c.json({
        meeting: { ...meeting, role: c.get('seat')?.role ?? null },
        minutesDocument: await minutesDocument(deps, meeting.meeting),
      });
    });
};
