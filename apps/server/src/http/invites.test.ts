import { describe, expect, test } from 'vitest';
import { convened, hall, origin, prepared, type Hall } from '../testing/hall.ts';

const day = 24 * 3_600_000;

async function invited(at: Hall, person = 'li') {
  const ready = await convened(at);
  const answer = await at.ask('POST', '/api/meetings/m-1/invites', { cookie: ready.secretary, body: { person } });
  const link = String(answer.json['link']);
  return { ...ready, answer, link, token: link.split('#')[1] ?? '' };
}

const redeem = (at: Hall, token: string, cookie?: string) =>
  at.ask('POST', '/api/invites/redeem', { body: { token }, ...(cookie === undefined ? {} : { cookie }) });

describe('an invite', () => {
  test('is a link with 128 bits in the fragment, good until a day after the meeting, stored as a hash', async () => {
    const at = await hall();
    const { answer, link, token } = await invited(at);
    expect(link).toMatch(new RegExp(`^${origin}/join#[\\w-]{22}$`));
    expect(answer.json['expiresAt']).toBe(at.now() + 3_600_000 + 185 * 60_000 + day);
    expect(await at.store.invites.find(token)).toBeNull();
  });

  test('opens this meeting, in the role of its roll, and nothing else', async () => {
    const at = await hall();
    const { token } = await invited(at);
    const answer = await redeem(at, token);
    expect(answer.json).toEqual({ person: { account: 'li', name: 'li委员', role: 'member', admin: false, scope: 'm-1' }, meeting: 'm-1' });
    const { cookie } = answer;
    await convened(at, 'm-2');
    expect((await at.ask('GET', '/api/meetings/m-1', { cookie })).status).toBe(200);
    expect((await at.ask('GET', '/api/meetings/m-2', { cookie })).status).toBe(404);
    const list = await at.ask('GET', '/api/meetings', { cookie });
    expect((list.json['meetings'] as object[]).length).toBe(1);
    expect((await at.ask('PUT', '/api/session/password', { cookie, body: { current: 'x', next: 'y' } })).status).toBe(403);
    expect((await at.ask('GET', '/api/accounts/li/sessions', { cookie })).status).toBe(403);
  });

  test('gives a secretary or an administrator no power beyond the roll', async () => {
    const at = await hall();
    const { token } = await invited(at, 'mishu');
    const { cookie } = await redeem(at, token);
    expect((await at.ask('POST', '/api/meetings/m-1/invites', { cookie, body: { person: 'li' } })).status).toBe(403);
    expect((await at.ask('GET', '/api/meetings/m-1/draft', { cookie })).status).toBe(403);
    expect((await at.ask('GET', '/api/accounts', { cookie })).status).toBe(403);
  });

  test('can be redeemed again on the same device, with a new session each time; not on another', async () => {
    const at = await hall();
    const { token } = await invited(at);
    const first = await redeem(at, token);
    const again = await redeem(at, token, first.cookie);
    expect(again.status).toBe(200);
    expect((await at.ask('GET', '/api/session', { cookie: first.cookie })).status).toBe(401);
    const other = await redeem(at, token);
    expect([other.status, other.problem]).toEqual([410, 'InviteOnAnotherDevice']);
  });

  test('a new one replaces the earlier on the spot, and ends its session', async () => {
    const at = await hall();
    const { token, secretary } = await invited(at);
    const lost = await redeem(at, token);
    await at.ask('POST', '/api/meetings/m-1/invites', { cookie: secretary, body: { person: 'li' } });
    expect((await at.ask('GET', '/api/session', { cookie: lost.cookie })).status).toBe(401);
    expect((await redeem(at, token)).problem).toBe('InviteExpired');
  });

  test('ends a day after the meeting, and so does its session', async () => {
    const at = await hall();
    const { token, answer } = await invited(at);
    const { cookie } = await redeem(at, token);
    at.pass(11 * 3_600_000);
    expect((await at.ask('GET', '/api/session', { cookie })).status).toBe(200);
    at.pass(Number(answer.json['expiresAt']) - at.now());
    expect((await redeem(at, token)).problem).toBe('InviteExpired');
    expect((await at.ask('GET', '/api/session', { cookie })).status).toBe(401);
  });

  test('a postponed meeting keeps its invites', async () => {
    const at = await hall();
    const { token } = await invited(at);
    const body = { type: 'PostponeMeeting', startsAt: at.now() + 9 * day, reason: '改期' } as const;
    const { meeting } = (await at.store.meetings.of('mishu', true))[0] ?? {};
    if (!meeting) throw new Error('no meeting');
    expect(await at.rooms.submit(meeting, body, { by: 'mishu', command: 'c-2' })).toMatchObject({ ok: true });
    at.pass(8 * day);
    expect((await redeem(at, token)).status).toBe(200);
  });

  test('a guessed token opens nothing', async () => {
    const at = await hall();
    expect((await redeem(at, 'AAAAAAAAAAAAAAAAAAAAAA')).problem).toBe('InviteExpired');
  });

  test('is made by secretaries, for people on the roll of a convened meeting', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    const ask = (cookie: string, person: string) => at.ask('POST', '/api/meetings/m-1/invites', { cookie, body: { person } });
    expect((await ask(secretary, 'li')).problem).toBe('NotConvened');
    expect((await ask(secretary, 'stranger')).status).toBe(404);
    expect((await ask(await at.as('li', 'member'), 'li')).status).toBe(403);
  });
});
