// Knows how terms and patterns are read, kept and removed over HTTP; not what they say.
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { phraseSchema } from '../phrases.ts';
import type { AccountRole } from '../ports.ts';
import { body } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { idParam, office, signedIn, type Known } from './guards.ts';
import { Problem } from './problem.ts';

/** Of a committee's own ones; the list is sent as a whole. */
export const mostPhrases = 500;

/** Those who can ever write in minutes (M1, P1). */
const writers: readonly AccountRole[] = ['secretary', 'moderator', 'member'];

const writersOnly = createMiddleware<Known>(async (c, next) => {
  if (!writers.includes(c.get('who').person.role)) throw new Problem('NotPermitted');
  await next();
});

export const phraseRoutes = (deps: HttpDeps) => {
  const { store, usualPhrases, clock } = deps;
  return new Hono()
    .get('/', signedIn(deps), writersOnly, async (c) => c.json({ usual: usualPhrases, own: await store.phrases.list() }))
    .put('/:phrase', office(deps, 'secretary'), body(phraseSchema), async (c) => {
      const id = idParam(c, 'phrase');
      if (usualPhrases.some((phrase) => phrase.id === id)) throw new Problem('NotFound');
      const phrase = await store.phrases.save({ id, ...c.req.valid('json'), by: c.get('who').person.account, at: clock() }, mostPhrases);
      if (!phrase) throw new Problem('TooManyPhrases');
      return c.json({ phrase });
    })
    .delete('/:phrase', office(deps, 'secretary'), async (c) => {
      if (!(await store.phrases.remove(idParam(c, 'phrase')))) throw new Problem('NotFound');
      return c.body(null, 204);
    })
    .post('/:phrase/use', signedIn(deps), writersOnly, async (c) => {
      if (!(await store.phrases.countUse(idParam(c, 'phrase')))) throw new Problem('NotFound');
      return c.body(null, 204);
    });
};
