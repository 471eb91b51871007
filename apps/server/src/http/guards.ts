// Knows who may pass a door; not what is behind it.
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { meetingId, type MeetingId } from '@xieshang/meeting';
import { isId } from '@xieshang/protocol/up';
import type { Authenticated } from '../desk.ts';
import type { AccountRole, MeetingRow, Person, Seat } from '../ports.ts';
import type { HttpDeps } from './deps.ts';
import { keepPace } from './paces.ts';
import { Problem } from './problem.ts';

export interface Known {
  Variables: { who: Authenticated };
}

export interface AtMeeting {
  Variables: { who: Authenticated; meeting: MeetingRow; seat: Seat | null };
}

type Parts = Pick<HttpDeps, 'signIn' | 'store' | 'paces'>;

async function recognise({ signIn, paces }: Parts, c: Context): Promise<Authenticated> {
  const who = await signIn.authenticate(c.req.header('cookie'));
  if (!who) throw new Problem('SignInRequired');
  keepPace(paces.requests(who.person.account));
  return who;
}

async function refuse({ store }: Parts, { person }: Authenticated): Promise<never> {
  await store.securityLog.note({ kind: 'denied', by: person.account, subject: null });
  throw new Problem('NotPermitted');
}

/** The meeting the path names, or a 404. */
export function meetingParam(c: Context): MeetingId {
  const id = c.req.param('meeting') ?? '';
  if (!isId(id)) throw new Problem('NotFound');
  return meetingId(id);
}

/** An id of a thing in the path, or a 404. */
export function idParam(c: Context, name: string): string {
  const id = c.req.param(name) ?? '';
  if (!isId(id)) throw new Problem('NotFound');
  return id;
}

/** The number behind which the query asks, 0 where it names none. */
export function afterParam(c: Context): number {
  const number = Number(c.req.query('after') ?? 0);
  if (!Number.isSafeInteger(number) || number < 0) throw new Problem('Malformed', { at: 'after' });
  return number;
}

/** Secretaries and moderators look after every meeting; not with an invite, which reaches one meeting in one role. */
export const looksAfterAll = (person: Person): boolean =>
  person.scope === null && (person.role === 'secretary' || person.role === 'moderator');

/** Anyone signed in, by invite too. */
export const signedIn = (parts: Parts) =>
  createMiddleware<Known>(async (c, next) => {
    c.set('who', await recognise(parts, c));
    await next();
  });

/** Signed in by password, in one of these roles; any role when none is named. */
export const office = (parts: Parts, ...roles: readonly AccountRole[]) =>
  createMiddleware<Known>(async (c, next) => {
    const who = await recognise(parts, c);
    if (who.scope !== null || (roles.length > 0 && !roles.includes(who.person.role))) await refuse(parts, who);
    c.set('who', who);
    await next();
  });

/** On the roll of the meeting in the path, or looking after all. To others a meeting is not there. */
export const atMeeting = (parts: Parts) =>
  createMiddleware<AtMeeting>(async (c, next) => {
    const who = await recognise(parts, c);
    const id = meetingParam(c);
    if (who.scope !== null && who.scope !== id) throw new Problem('NotFound');
    const [meeting, seat] = await Promise.all([parts.store.meetings.find(id), parts.store.meetings.seatOf(id, who.person.account)]);
    const seated = seat !== null && meeting?.phase !== 'draft';
    if (!meeting || !(seated || looksAfterAll(who.person))) throw new Problem('NotFound');
    c.set('who', who);
    c.set('meeting', meeting);
    c.set('seat', seat);
    await next();
  });
