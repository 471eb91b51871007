// Knows how words that must stay erasable are kept beside the log, over HTTP, and who reads them; the log holds their digest.
import { Hono } from 'hono';
import { circleOf, type Aside, type Meeting, type Role } from '@xieshang/meeting';
import { z } from 'zod';
import type { PrivateWord } from '../ports.ts';
import { hashOf } from '../tokens.ts';
import { body } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { atMeeting, idParam, looksAfterAll } from './guards.ts';
import { Problem } from './problem.ts';

/** A member's reason for leave; what the office says to one alone is shorter (L4). */
const longest = 500;
const longestAside = 200;

const words = z.object({ text: z.string().trim().min(1).max(longest) });

const isOffice = (role: Role | undefined): boolean => role !== undefined && circleOf(role) === 'office';

/** The aside these words were sent or answered with. */
const asideOf = (meeting: Meeting | null, { author, digest }: PrivateWord): Aside | undefined =>
  meeting === null || meeting.phase === 'notConvened'
    ? undefined
    : meeting.asides.find(
        (one) => (one.from === author && one.digest === digest) || (one.to === author && one.phase === 'answered' && one.answer === digest),
      );

export const privateWordRoutes = (deps: HttpDeps) =>
  new Hono()
    .put('/:meeting/private-words/:wordId', atMeeting(deps), body(words), async (c) => {
      const seat = c.get('seat');
      if (seat === null) throw new Problem('NotPermitted');
      const salt = deps.random(16);
      const { text } = c.req.valid('json');
      if (isOffice(seat.role) && text.length > longestAside) throw new Problem('Malformed', { at: 'text' });
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
      const { meeting } = c.get('meeting');
      const word = await deps.store.privateWords.find(meeting, c.req.param('digest'));
      if (!word) throw new Problem('NotFound');
      const { person } = c.get('who');
      const aside = asideOf(await deps.records.state(meeting), word);
      // W13: not the rest of the office. W3: what is not said to one alone is the reason of a leave, or was kept by the office and not sent.
      const fromOffice = aside === undefined && isOffice((await deps.store.meetings.seatOf(meeting, word.author))?.role);
      const may =
        word.author === person.account ||
        (aside
          ? aside.to === person.account || aside.from === person.account
          : !fromOffice && (looksAfterAll(person) || isOffice(c.get('seat')?.role)));
      if (!may) throw new Problem('NotFound');
      return word.text === null ? c.json({ erased: true as const }) : c.json({ text: word.text });
    });
