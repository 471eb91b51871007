// Knows how a meeting's evidence is fetched over HTTP, and how a page says that it saw something else; not how either is judged.
import { Hono } from 'hono';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { circleOf, type Circle } from '@xieshang/meeting';
import { z } from 'zod';
import { body } from './body.ts';
import type { HttpDeps } from './deps.ts';
import type { MeetingRow } from '../ports.ts';
import { atMeeting, type AtMeeting } from './guards.ts';
import { fewAtOnce, paced } from './paces.ts';
import { Problem } from './problem.ts';

const seen = z.object({ seq: z.int().min(1), head: z.string().regex(/^[0-9a-f]{64}$/) });

/** The office at any time after the convening, members and departments when the meeting is over. To others there is no bundle. */
function circleFor(c: Context<AtMeeting>): Circle {
  const { phase } = convened(c);
  const role = c.get('seat')?.role ?? 'secretary';
  const circle = circleOf(role);
  if (circle !== 'office' && (role === 'observer' || phase !== 'concluded')) throw new Problem('NotFound');
  return circle;
}

/** A number of facts; none when it is left out. */
function numberIn(text: string | undefined, at: string): number {
  if (!/^\d{1,9}$/.test(text ?? '0')) throw new Problem('Malformed', { at });
  return Number(text ?? '0');
}

/** Before anything is made. */
const mayHaveBundle = createMiddleware<AtMeeting>(async (c, next) => {
  circleFor(c);
  await next();
});

/** Of a draft there is no log. */
function convened(c: Context<AtMeeting>): MeetingRow {
  const meeting = c.get('meeting');
  if (meeting.phase === 'draft') throw new Problem('NotFound');
  return meeting;
}

export const evidenceRoutes = (deps: HttpDeps) => {
  const { evidence, store } = deps;
  return new Hono()
    .get('/:meeting/bundle.zip', atMeeting(deps), mayHaveBundle, paced(deps, 'exports'), fewAtOnce(), async (c) => {
      const { meeting } = c.get('meeting');
      const file = await evidence.bundle(meeting, circleFor(c));
      return c.body(file, 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="evidence.zip"; filename*=UTF-8''${encodeURIComponent(`存证-${meeting}.zip`)}`,
        'cache-control': 'no-store',
      });
    })
    .get('/:meeting/checkpoint', atMeeting(deps), async (c) => {
      const old = c.req.query('old');
      const newest = await evidence.newest(convened(c).meeting, numberIn(old, 'old'));
      if (newest === null) throw new Problem('NotFound');
      const proof = newest.proof.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`).join('');
      return c.body(old === undefined ? newest.note : `old ${Number(old)}\n${proof}\n${newest.note}`, 200, {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
      });
    })
    .get('/:meeting/digests', atMeeting(deps), async (c) => {
      const digests = await evidence.digests(convened(c).meeting, numberIn(c.req.query('after'), 'after'));
      return c.body(digests, 200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
    })
    .post('/:meeting/forks', atMeeting(deps), body(seen), async (c) => {
      const { meeting } = convened(c);
      const compared = await evidence.compare(meeting, c.req.valid('json'));
      if (compared === 'fork') await store.securityLog.note({ kind: 'forkReported', by: c.get('who').person.account, subject: meeting });
      return c.json({ compared });
    });
};
