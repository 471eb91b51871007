// Knows how the numbers of issued minutes and what meetings left open are read over HTTP; not how either comes about.
import { Hono } from 'hono';
import type { HttpDeps } from './deps.ts';
import { atMeeting, looksAfterAll } from './guards.ts';
import { Problem } from './problem.ts';

export const finalisingRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/:meeting/document-numbers', atMeeting(deps), async (c) => {
      const { role } = c.get('seat') ?? {};
      const fromOffice = role === 'moderator' || role === 'secretary' || looksAfterAll(c.get('who').person);
      if (!fromOffice) throw new Problem('NotPermitted');
      const { kind, given } = await deps.numbers.ofKind(c.get('meeting').title);
      return c.json({ kind, given: given.map(({ meeting, title, number, issuedAt }) => ({ meeting, title, number, issuedAt })) });
    })
    .get('/:meeting/open-items', atMeeting(deps), async (c) => {
      const { person, scope } = c.get('who');
      const reader = { account: person.account, everything: looksAfterAll(person), scope };
      const read = await deps.openItems.readFor(c.get('meeting').meeting, reader);
      if (!read) throw new Problem('NotFound');
      return c.json(read);
    });
