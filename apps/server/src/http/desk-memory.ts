// Knows how the office reads and adds to what the minutes' desk remembers, over HTTP; not what is drafted nor what is found.
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { body } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, type AtMeeting } from './guards.ts';
import { Problem } from './problem.ts';

const passage = z.object({ passage: z.string().regex(/^[\w.~:-]{1,120}$/), text: z.string().min(1).max(20_000) });
const drafted = z.object({ after: z.int().min(0), passages: z.array(passage).min(1).max(100) });
const kept = z.object({ finding: z.string().min(1).max(4_000), reason: z.string().trim().max(200) });

/** Passages one meeting's memory may hold: a draft has some dozens, and is renewed some dozen times. */
const mostRevisions = 500;
const mostKept = 1_000;

/** On the roll as secretary or moderator; to others it is not there. Only secretaries write. */
const desk = (writes: boolean) =>
  createMiddleware<AtMeeting>(async (c, next) => {
    const role = c.get('seat')?.role;
    if (role !== 'secretary' && role !== 'moderator') throw new Problem('NotFound');
    if (writes && role !== 'secretary') throw new Problem('NotPermitted');
    await next();
  });

export const deskMemoryRoutes = (deps: HttpDeps) => {
  const { deskMemory } = deps.store;
  return new Hono()
    .get('/:meeting/minutes/drafted', atMeeting(deps), desk(false), async (c) => c.json(await deskMemory.drafted(c.get('meeting').meeting)))
    .post('/:meeting/minutes/drafted', atMeeting(deps), desk(true), body(drafted), async (c) => {
      const { meeting } = c.get('meeting');
      const { after, passages } = c.req.valid('json');
      if (after >= mostRevisions) throw new Problem('TooLarge');
      if (new Set(passages.map((one) => one.passage)).size < passages.length) throw new Problem('Malformed', { at: 'passages' });
      const answer = await deskMemory.addDrafted({ meeting, after, passages, by: c.get('who').person.account, at: deps.clock() });
      if (answer === 'conflict') throw new Problem('DraftedElsewhere');
      return c.json({ revision: after + 1 });
    })
    .get('/:meeting/minutes/kept', atMeeting(deps), desk(false), async (c) =>
      c.json({ kept: await deskMemory.kept(c.get('meeting').meeting) }),
    )
    .post('/:meeting/minutes/kept', atMeeting(deps), desk(true), body(kept), async (c) => {
      const { meeting } = c.get('meeting');
      if ((await deskMemory.kept(meeting)).length >= mostKept) throw new Problem('TooLarge');
      await deskMemory.keep({ meeting, ...c.req.valid('json'), by: c.get('who').person.account, at: deps.clock() });
      return c.json({ kept: await deskMemory.kept(meeting) });
    });
};
