// Knows how a plan is kept while it is prepared, and how it becomes a meeting, over HTTP; not whether it may: the meeting decides.
import { Hono } from 'hono';
import type { MeetingId } from '@xieshang/meeting';
import { isId, planSchema } from '@xieshang/protocol/up';
import { z } from 'zod';
import type { Draft } from '../ports.ts';
import { body } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { meetingParam, office } from './guards.ts';
import { Problem } from './problem.ts';

const version = z.int().min(1);

export const draftRoutes = (deps: HttpDeps) => {
  const { store, rooms, clock } = deps;

  async function stored(meeting: MeetingId): Promise<Draft> {
    const draft = await store.drafts.find(meeting);
    if (!draft) throw new Problem('NotFound');
    return draft;
  }

  async function open(meeting: MeetingId): Promise<Draft> {
    const draft = await stored(meeting);
    if ((await store.meetings.find(meeting))?.phase !== 'draft') throw new Problem('AlreadyConvened');
    return draft;
  }

  return new Hono()
    .get('/:meeting/draft', office(deps, 'secretary'), async (c) => c.json({ draft: await stored(meetingParam(c)) }))
    .put('/:meeting/draft', office(deps, 'secretary'), body(z.object({ plan: planSchema, version })), async (c) => {
      const meeting = meetingParam(c);
      await open(meeting);
      const { plan, version: of } = c.req.valid('json');
      if (plan.notice.meeting !== meeting) throw new Problem('Malformed', { at: 'plan.notice.meeting' });
      const draft = await store.drafts.save({ meeting, version: of, savedAt: clock(), savedBy: c.get('who').person.account, plan });
      if (!draft) throw new Problem('DraftChanged', { draft: await open(meeting) });
      return c.json({ draft });
    })
    .delete('/:meeting/draft', office(deps, 'secretary'), async (c) => {
      const meeting = meetingParam(c);
      await open(meeting);
      if (!(await store.drafts.remove(meeting))) throw new Problem('AlreadyConvened');
      return c.body(null, 204);
    })
    .post('/:meeting/convene', office(deps, 'secretary'), body(z.object({ version, command: z.string().refine(isId) })), async (c) => {
      const draft = await stored(meetingParam(c));
      const { version: of, command } = c.req.valid('json');
      if (draft.version !== of) throw new Problem('DraftChanged', { draft });
      const { account } = c.get('who').person;
      const answer = await rooms.submit(draft.meeting, { type: 'ConveneMeeting', plan: draft.plan }, { by: account, command });
      if (!answer.ok) throw new Problem('ConveningRefused', answer.refusal);
      return c.json({ seq: answer.seq });
    });
};
