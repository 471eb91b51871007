// Knows how words that must stay erasable are kept beside the log, over HTTP; the log holds their digest.
import { Hono } from 'hono';
import { z } from 'zod';
import { hashOf } from '../tokens.ts';
import { body } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, idParam, looksAfterAll } from './guards.ts';
import { Problem } from './problem.ts';

const words = z.object({ text: z.string().trim().min(1).max(500) });

export const privateWordRoutes = (deps: HttpDeps) =>
  new Hono()
    .put('/:meeting/private-words/:wordId', atMeeting(deps), body(words), async (c) => {
      if (c.get('seat') === null) throw new Problem('NotPermitted');
      const salt = deps.random(16);
      const { text } = c.req.valid('json');
      const word = await deps.store.privateWords.add({
        meeting: c.get('meeting').meeting,
        wordId: idParam(c, 'wordId'),
        author: c.get('who').person.account,
        salt: Buffer.from(salt).toString('hex'),
        digest: hashOf(Buffer.concat([salt, Buffer.from(text, 'utf8')])),
        text,
      });
      if (!word) throw new Problem('WordIdTaken');
      return c.json({ digest: word.digest });
    })
    .get('/:meeting/private-words/:digest', atMeeting(deps), async (c) => {
      const word = await deps.store.privateWords.find(c.get('meeting').meeting, c.req.param('digest'));
      const { person } = c.get('who');
      const role = c.get('seat')?.role;
      const may = word?.author === person.account || looksAfterAll(person) || role === 'secretary' || role === 'moderator';
      if (!word || !may) throw new Problem('NotFound');
      return word.text === null ? c.json({ erased: true as const }) : c.json({ text: word.text });
    });
