// Knows how a link opens a meeting on a phone, over HTTP; not what the person may do there.
import { Hono, type Context } from 'hono';
import { isId } from '@xieshang/protocol/up';
import { z } from 'zod';
import type { MeetingRow, NewAccount, Seat } from '../ports.ts';
import { hashOf, newToken } from '../tokens.ts';
import { body, typed } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { meetingParam, office } from './guards.ts';
import { Problem } from './problem.ts';
import { deviceOf, enter } from './session.ts';

const dayMs = 24 * 3_600_000;
/** A phone keeps its device cookie longer than any meeting takes. */
const deviceCookieMs = 400 * dayMs;

/** A link is good until a day after the meeting: that moves with a postponement. */
export const inviteEnds = ({ startsAt, plannedMinutes }: Pick<MeetingRow, 'startsAt' | 'plannedMinutes'>): number =>
  startsAt + plannedMinutes * 60_000 + dayMs;

/** Somebody on a roll who has no account gets one that no password opens. */
export const withoutPassword = ({ person, role, name }: Seat, rehearsal: boolean): NewAccount => ({
  account: person,
  name,
  role,
  sector: null,
  unit: null,
  title: null,
  disabled: false,
  passwordHash: null,
  rehearsal,
});

export const inviteRoutes = (deps: HttpDeps) => {
  const { store, signIn, origin, clock, random } = deps;
  return new Hono().post('/:meeting/invites', office(deps, 'secretary'), body(z.object({ person: z.string().refine(isId) })), async (c) => {
    const meeting = await store.meetings.find(meetingParam(c));
    const { person } = c.req.valid('json');
    const seat = meeting && (await store.meetings.seatOf(meeting.meeting, person));
    if (!meeting || !seat) throw new Problem('NotFound');
    if (meeting.phase === 'draft') throw new Problem('NotConvened');
    if (meeting.phase === 'cancelled' || inviteEnds(meeting) <= clock()) throw new Problem('InviteExpired');
    await store.accounts.addMissing([withoutPassword(seat, meeting.kind === 'rehearsal')]);
    const token = newToken(random);
    await store.invites.replace([{ tokenHash: hashOf(token), meeting: meeting.meeting, person }]);
    await signIn.sessions.endAllOf(person, { scope: meeting.meeting });
    await store.securityLog.note({ kind: 'inviteMade', by: c.get('who').person.account, subject: person });
    return c.json({ link: `${origin.public}/join#${token}`, expiresAt: inviteEnds(meeting) }, 201);
  });
};

/** The secret of this device, made and set when it has none yet. */
function deviceSecret(c: Context, { signIn, random }: HttpDeps): string {
  const known = signIn.cookies.read(c.req.header('cookie'), 'device');
  if (known !== null) return known;
  const made = newToken(random);
  c.header('set-cookie', signIn.cookies.write('device', made, deviceCookieMs), { append: true });
  return made;
}

export const redeemRoutes = (deps: HttpDeps) =>
  new Hono().post('/redeem', body(z.object({ token: typed(200) })), async (c) => {
    const { store, signIn, clock } = deps;
    const invite = await store.invites.find(hashOf(c.req.valid('json').token));
    const meeting = invite && (await store.meetings.find(invite.meeting));
    if (!invite || !meeting || meeting.phase === 'cancelled' || inviteEnds(meeting) <= clock()) throw new Problem('InviteExpired');
    if (!(await store.invites.bind(invite.tokenHash, hashOf(deviceSecret(c, deps))))) {
      await store.securityLog.note({ kind: 'inviteRefused', by: null, subject: invite.person });
      throw new Problem('InviteOnAnotherDevice');
    }
    const admitted = await signIn.admit({
      account: invite.person,
      scope: invite.meeting,
      device: deviceOf(c),
      until: inviteEnds(meeting),
    });
    if (!admitted) throw new Problem('InviteExpired');
    await enter(c, signIn, admitted.id);
    return c.json({ person: admitted.person, meeting: invite.meeting });
  });
