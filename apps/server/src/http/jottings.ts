// Knows how the office's jottings are read and written over HTTP; not which of them are taken (rules L).
import { Hono } from 'hono';
import { z } from 'zod';
import { jottingId, jottingLimits, requestId, stageId, type JottingAct } from '@xieshang/meeting';
import { isId } from '@xieshang/protocol/up';
import type { JottingAnswer } from '../jottings.ts';
import { body, text } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { afterParam, atMeeting } from './guards.ts';
import { paced } from './paces.ts';
import { Problem, type ProblemType } from './problem.ts';

/** Jottings in one answer. */
const jottingsAtOnce = 500;

const line = text(jottingLimits.text).refine((words) => words.isWellFormed());
const id = z.string().refine(isId);
const about = z.strictObject({ stageId: id.transform(stageId).nullable(), requestId: id.transform(requestId).nullable() });

const act: z.ZodType<JottingAct, unknown> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('write'), text: line, about }),
  z.strictObject({ type: z.literal('reword'), text: line, seen: z.int().min(1) }),
  z.strictObject({ type: z.enum(['strike', 'restore', 'erase', 'finish', 'reopen']) }),
]);

const asked = z.strictObject({ id: id.transform(jottingId), act });

/** How each no is said; what may not be read is not there. */
const problems = {
  UnknownMeeting: 'NotFound',
  UnknownJotting: 'NotFound',
  NotPermitted: 'NotPermitted',
  NotYourJotting: 'NotPermitted',
  JottingsClosed: 'JottingsClosed',
  JottingIdTaken: 'JottingIdTaken',
  TooManyJottings: 'TooManyJottings',
  JottingSettled: 'JottingSettled',
  JottingChanged: 'JottingChanged',
} as const satisfies Readonly<Record<Extract<JottingAnswer, { ok: false }>['refusal']['type'], ProblemType>>;

export const jottingRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/:meeting/jottings', atMeeting(deps), async (c) => {
      const after = afterParam(c);
      const read = await deps.jottings.readFor(c.get('meeting').meeting, c.get('who').person.account, after, jottingsAtOnce);
      if (!read) throw new Problem('NotFound');
      return c.json(read);
    })
    .post('/:meeting/jottings', atMeeting(deps), paced(deps, 'jottings'), body(asked), async (c) => {
      const answer = await deps.jottings.put(c.get('meeting').meeting, c.get('who').person.account, c.req.valid('json'));
      if (answer.ok) return c.json({ jotting: answer.jotting });
      throw new Problem(problems[answer.refusal.type]);
    });
