// Knows what a room's page needs before it is drawn, in one answer; what happens in the room comes over the live door.
import { Hono } from 'hono';
import type { HttpDeps } from './deps.ts';
import { meetingParam, signedIn } from './guards.ts';
import { encodingFor, packOnce } from './packing.ts';

export const roomRoutes = (deps: HttpDeps) => {
  const { store, rooms, clock, mode } = deps;
  return new Hono().get('/:meeting/room', signedIn(deps), async (c) => {
    const { person, scope } = c.get('who');
    const meeting = meetingParam(c);
    const within = scope === null || scope === meeting;
    // Whoever may not look in learns the reason over the live door, as at any other time.
    const [{ name, zone }, look] = await Promise.all([store.committee.read(), within ? rooms.look(meeting, person.account) : null]);
    const answer = JSON.stringify({ person, committee: { name, zone, mode }, at: clock(), look });
    const encoding = encodingFor(c.req.header('accept-encoding'));
    c.header('content-type', 'application/json');
    c.header('vary', 'accept-encoding, cookie');
    if (encoding === null) return c.body(answer);
    c.header('content-encoding', encoding);
    return c.body(await packOnce(answer, encoding));
  });
};
