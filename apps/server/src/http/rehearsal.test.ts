import { describe, expect, test } from 'vitest';
import { convened, hall } from '../testing/hall.ts';

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
