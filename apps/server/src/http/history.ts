// Knows how the past of minutes is looked into over HTTP, and how a version gets its name; not how the past is read.
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import { body, text } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, idParam, type AtMeeting } from './guards.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

/** Questions that are under way at once, of all people: they are answered one after the other. */
const questionsAtOnce = 16;

const naming = z.object({ name: text(60), seq: z.int().min(1).nullable() });

/** A change's number in the path, or a 404. */
function seqParam(c: Context, name: string): number {
  const given = c.req.param(name) ?? '';
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Problem('NotFound');
  return Number(given);
}

const found = <Answer>(answer: Answer | null): Answer => {
  if (answer === null) throw new Problem('NotFound');
  return answer;
};

export const historyRoutes = (deps: HttpDeps) => {
  const past = async (c: Context<AtMeeting>) => found(await deps.history.lookInto(c.get('meeting').meeting, c.get('who').person.account));
  const ways = [atMeeting(deps), paced(deps, 'history'), fewAtOnce(questionsAtOnce)] as const;
  return new Hono<AtMeeting>()
    .get('/:meeting/minutes/history', ...ways, async (c) => c.json(await (await past(c)).overview()))
    .get('/:meeting/minutes/history/pages/:seq', ...ways, async (c) => c.json(found(await (await past(c)).page(seqParam(c, 'seq')))))
    .get('/:meeting/minutes/history/documents/:seq', ...ways, async (c) =>
      c.json(found(await (await past(c)).document(seqParam(c, 'seq')))),
    )
    .get('/:meeting/minutes/history/differences/:from/:to', ...ways, async (c) =>
      c.json(found(await (await past(c)).difference(seqParam(c, 'from'), seqParam(c, 'to')))),
    )
    .get('/:meeting/minutes/history/found', ...ways, async (c) => c.json({ texts: await (await past(c)).found() }))
    .get('/:meeting/minutes/history/authors', ...ways, async (c) => c.json(await (await past(c)).authorship()))
    .put('/:meeting/minutes/history/versions/:version', ...ways, body(naming), async (c) => {
      const named = found(await (await past(c)).name({ id: idParam(c, 'version'), ...c.req.valid('json') }));
      if (named === 'issued') throw new Problem('MinutesIssued');
      if (named === 'taken') throw new Problem('VersionIdTaken');
      return c.json({ version: named });
    });
};
