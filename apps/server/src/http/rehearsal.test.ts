import { meetingId } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import { convened, hall, prepared, type Hall } from '../testing/hall.ts';

describe('a rehearsal', () => {
  test('is the meeting again, marked, with so many members and a token for everybody', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    const answer = await at.ask('POST', '/api/meetings/m-1/rehearsal', { cookie: secretary, body: { meeting: 'r-1', members: 12 } });
    expect(answer.status).toBe(201);
    const invites = answer.json['invites'] as { person: string; token: string }[];
    expect(invites).toHaveLength(12 + 4);
    expect((await at.ask('GET', '/api/meetings/r-1', { cookie: secretary })).json['meeting']).toMatchObject({
      kind: 'rehearsal',
      phase: 'convened',
      eligible: 12,
      title: '【演练】双月协商',
    });
    const made = invites.find(({ person }) => person === 'yanlian0009');
    const { json } = await at.ask('POST', '/api/invites/redeem', { body: { token: made?.token } });
    expect(json).toMatchObject({ person: { role: 'member', scope: 'r-1' } });
  });

  test('leaves the meeting itself and the list of accounts alone', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    await at.ask('POST', '/api/meetings/m-1/rehearsal', { cookie: secretary, body: { meeting: 'r-1', members: 5 } });
    expect((await at.ask('GET', '/api/meetings/m-1', { cookie: secretary })).json['meeting']).toMatchObject({
      kind: 'consultation',
      eligible: 3,
    });
    const { json } = await at.ask('GET', '/api/accounts', { cookie: secretary });
    expect((json['accounts'] as { account: string }[]).map(({ account }) => account)).toEqual(['mishu', 'zhuchi']);
  });

  test('another secretary may hold it', async () => {
    const at = await hall();
    await convened(at);
    const cookie = await at.as('mishu2', 'secretary');
    expect((await at.ask('POST', '/api/meetings/m-1/rehearsal', { cookie, body: { meeting: 'r-1', members: 2 } })).status).toBe(201);
  });

  test('is for secretaries, of a meeting there is, under an id that is free', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    const ask = (cookie: string, of: string, meeting: string) =>
      at.ask('POST', `/api/meetings/${of}/rehearsal`, { cookie, body: { meeting } });
    expect((await ask(await at.as('li', 'member'), 'm-1', 'r-1')).status).toBe(403);
    expect((await ask(secretary, 'none', 'r-1')).status).toBe(404);
    expect((await ask(secretary, 'm-1', 'm-1')).problem).toBe('MeetingTaken');
  });
});

describe('L7 a rehearsal with stand-ins', () => {
  const begin = (at: Hall, cookie: string, meeting = 'r-1', of = 'm-1') =>
    at.ask('POST', `/api/meetings/${of}/rehearsal`, { cookie, body: { meeting, company: 'standIns' } });

  test('is begun by a moderator, who presides; members keep their names and see nothing of it', async () => {
    const at = await hall();
    await convened(at);
    const [moderator, li] = [await at.as('zhuchi', 'moderator'), await at.as('li', 'member')];
    const answer = await begin(at, moderator);
    expect([answer.status, answer.json]).toEqual([201, { meeting: 'r-1', invites: [] }]);
    expect(await at.state(meetingId('r-1'))).toMatchObject({
      phase: 'convened',
      presiding: 'zhuchi',
      notice: { kind: 'rehearsal', rehearses: 'm-1', title: '【演练】双月协商' },
    });
    const state = await at.state(meetingId('r-1'));
    const roll = state && 'roll' in state ? state.roll.attendees : [];
    expect(roll.filter(({ role }) => role === 'member').map(({ name }) => name)).toEqual(['li委员', 'wang委员', 'zhao委员']);
    expect(
      roll.filter(({ role }) => role === 'member' || role === 'departmentRep').every(({ person }) => person.startsWith('yanlian.')),
    ).toBe(true);
    const listed = async (cookie: string) =>
      ((await at.ask('GET', '/api/meetings', { cookie })).json['meetings'] as { meeting: string }[]).map(({ meeting }) => meeting);
    expect(await listed(li)).toEqual(['m-1']);
    expect((await at.ask('GET', '/api/meetings/r-1', { cookie: li })).status).toBe(404);
    expect((await listed(moderator)).toSorted()).toEqual(['m-1', 'r-1']);
  });

  test('another moderator who begins it presides in it', async () => {
    const at = await hall();
    await convened(at);
    await begin(at, await at.as('zhuchi2', 'moderator'));
    expect(await at.state(meetingId('r-1'))).toMatchObject({ presiding: 'zhuchi2' });
    expect(await at.state(meetingId('m-1'))).toMatchObject({ presiding: 'zhuchi' });
  });

  test('everybody may be invited instead: it is in the members’ list, marked', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    const body = { meeting: 'r-1', company: 'everybody' };
    expect((await at.ask('POST', '/api/meetings/m-1/rehearsal', { cookie: secretary, body })).json).toEqual({
      meeting: 'r-1',
      invites: [],
    });
    const { json } = await at.ask('GET', '/api/meetings', { cookie: await at.as('li', 'member') });
    expect(json['meetings']).toEqual(expect.arrayContaining([expect.objectContaining({ meeting: 'r-1', kind: 'rehearsal' })]));
  });

  test('of a draft too; never of a rehearsal, never by a member', async () => {
    const at = await hall();
    const { secretary } = await prepared(at, 'm-2');
    expect((await begin(at, secretary, 'r-1', 'm-2')).status).toBe(201);
    expect((await begin(at, secretary, 'r-2', 'r-1')).status).toBe(404);
    expect((await begin(at, await at.as('li', 'member'), 'r-2', 'm-2')).status).toBe(403);
  });

  test('tokens for everybody are for secretaries', async () => {
    const at = await hall();
    await convened(at);
    const cookie = await at.as('zhuchi', 'moderator');
    expect((await at.ask('POST', '/api/meetings/m-1/rehearsal', { cookie, body: { meeting: 'r-1' } })).status).toBe(403);
  });

  test('L8 is found again from its meeting until it is cleared away; then it stands in no list', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    await begin(at, secretary, 'r-1');
    await begin(at, secretary, 'r-2');
    const found = async () =>
      ((await at.ask('GET', '/api/meetings/m-1/rehearsals', { cookie: secretary })).json['rehearsals'] as { meeting: string }[]).map(
        ({ meeting }) => meeting,
      );
    expect((await found()).toSorted()).toEqual(['r-1', 'r-2']);
    const cleared = await at.rooms.submit(meetingId('r-1'), { type: 'CancelMeeting', reason: '演练结束' }, { by: 'mishu', command: 'c-9' });
    expect(cleared.ok).toBe(true);
    expect(await found()).toEqual(['r-2']);
    const { json } = await at.ask('GET', '/api/meetings', { cookie: secretary });
    expect((json['meetings'] as { meeting: string }[]).map(({ meeting }) => meeting).toSorted()).toEqual(['m-1', 'r-2']);
  });
});
