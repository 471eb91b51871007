import { describe, expect, test } from 'vitest';
import { convened, hall, prepared, type Answered } from '../testing/hall.ts';

const meetingsIn = ({ json }: Answered) => json['meetings'] as { meeting: string; phase: string; role: string | null; eligible: number }[];

const wanted = { meeting: 'm-9', templateId: 'full-flow', title: '双月协商', topic: '', place: '', startsAt: Date.UTC(2026, 5, 1) };

describe('beginning a meeting', () => {
  test('the draft has the template, the defaults and the office people seated', async () => {
    const at = await hall();
    await at.person('zhuchi', 'moderator');
    const cookie = await at.as('mishu', 'secretary');
    const answer = await at.ask('POST', '/api/meetings', { cookie, body: wanted });
    expect(answer.json['draft']).toMatchObject({
      meeting: 'm-9',
      version: 1,
      savedBy: 'mishu',
      plan: {
        notice: { meeting: 'm-9', kind: 'consultation', title: '双月协商' },
        presiding: 'zhuchi',
        attendees: [
          { person: 'mishu', role: 'secretary' },
          { person: 'zhuchi', role: 'moderator' },
        ],
        recommendations: [],
      },
    });
  });

  test.each(['member', 'departmentRep', 'moderator', 'observer', 'admin'] as const)('a %s begins none', async (role) => {
    const at = await hall();
    const answer = await at.ask('POST', '/api/meetings', { cookie: await at.as('somebody', role), body: wanted });
    expect(answer.problem).toBe('NotPermitted');
  });

  test.each([{ meeting: 'a b' }, { meeting: '' }, { templateId: 'none' }, { title: ' ' }, { startsAt: 1 }, { startsAt: 'soon' }])(
    '%j is malformed',
    async (change) => {
      const at = await hall();
      const answer = await at.ask('POST', '/api/meetings', { cookie: await at.as('mishu', 'secretary'), body: { ...wanted, ...change } });
      expect([answer.status, answer.problem]).toEqual([400, 'Malformed']);
    },
  );

  test('an id is given once', async () => {
    const at = await hall();
    const cookie = await at.as('mishu', 'secretary');
    await at.ask('POST', '/api/meetings', { cookie, body: wanted });
    expect((await at.ask('POST', '/api/meetings', { cookie, body: wanted })).problem).toBe('MeetingTaken');
  });
});

describe('the draft', () => {
  const path = '/api/meetings/m-1/draft';

  test('each saving is a version; an older one loses and is shown the newer', async () => {
    const at = await hall();
    const { secretary, plan } = await prepared(at);
    const saved = await at.ask('PUT', path, { cookie: secretary, body: { plan, version: 2 } });
    expect(saved.json['draft']).toMatchObject({ version: 3, savedBy: 'mishu' });
    const late = await at.ask('PUT', path, { cookie: secretary, body: { plan: { ...plan, onLeave: ['li'] }, version: 2 } });
    expect([late.status, late.json['error']]).toEqual([
      409,
      expect.objectContaining({ type: 'DraftChanged', draft: expect.objectContaining({ version: 3 }) }),
    ]);
    const kept = await at.ask('GET', path, { cookie: secretary });
    expect(kept.json['draft']).toMatchObject({ plan: { onLeave: [] } });
  });

  test.each([
    ['an unknown field', { more: true }],
    ['a person without a name', { attendees: [{ person: 'x', name: '', role: 'member' }] }],
    ['no stages but a text', { stages: 'all' }],
    [
      'another meeting',
      { notice: { meeting: 'm-2', kind: 'consultation', title: 'x', topic: '', place: '', startsAt: Date.UTC(2026, 5, 1) } },
    ],
  ])('a plan with %s is malformed and changes nothing', async (_what, change) => {
    const at = await hall();
    const { secretary, plan } = await prepared(at);
    const answer = await at.ask('PUT', path, { cookie: secretary, body: { plan: { ...plan, ...change }, version: 2 } });
    expect([answer.status, answer.problem]).toEqual([400, 'Malformed']);
    expect((await at.ask('GET', path, { cookie: secretary })).json['draft']).toMatchObject({ version: 2 });
  });

  test('only secretaries see it', async () => {
    const at = await hall();
    await prepared(at);
    for (const role of ['member', 'moderator', 'departmentRep', 'admin'] as const) {
      expect((await at.ask('GET', path, { cookie: await at.as(`a-${role}`, role) })).status).toBe(403);
    }
  });

  test('can be thrown away until the meeting is convened', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    expect((await at.ask('DELETE', path, { cookie: secretary })).status).toBe(204);
    expect((await at.ask('GET', path, { cookie: secretary })).status).toBe(404);
    await convened(at, 'm-2');
    expect((await at.ask('DELETE', '/api/meetings/m-2/draft', { cookie: secretary })).problem).toBe('AlreadyConvened');
  });
});

describe('convening', () => {
  const body = { version: 2, command: 'c-1' };

  test('puts the stored plan to the meeting; the same command again gets the same answer', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    const first = await at.ask('POST', '/api/meetings/m-1/convene', { cookie: secretary, body });
    expect(first.status).toBe(200);
    const again = await at.ask('POST', '/api/meetings/m-1/convene', { cookie: secretary, body });
    expect(again.json).toEqual(first.json);
    expect(
      (await at.ask('POST', '/api/meetings/m-1/convene', { cookie: secretary, body: { ...body, command: 'c-2' } })).json['error'],
    ).toMatchObject({
      type: 'MeetingAlreadyConvened',
    });
  });

  test('an older version than the stored is not convened', async () => {
    const at = await hall();
    const { secretary } = await prepared(at);
    const answer = await at.ask('POST', '/api/meetings/m-1/convene', { cookie: secretary, body: { ...body, version: 1 } });
    expect([answer.status, answer.problem]).toEqual([409, 'DraftChanged']);
  });

  test("a plan that is no meeting yet gets the meeting's own refusal", async () => {
    const at = await hall();
    const { secretary, plan } = await prepared(at);
    const attendees = plan.attendees.filter((one) => !('role' in one && one.role === 'member'));
    await at.ask('PUT', '/api/meetings/m-1/draft', { cookie: secretary, body: { plan: { ...plan, attendees }, version: 2 } });
    const answer = await at.ask('POST', '/api/meetings/m-1/convene', { cookie: secretary, body: { ...body, version: 3 } });
    expect([answer.status, answer.json['error']]).toEqual([409, expect.objectContaining({ type: 'InvalidPlan', problem: 'noMembers' })]);
  });

  test('the plan is frozen then', async () => {
    const at = await hall();
    const { secretary, plan } = await convened(at);
    expect((await at.ask('PUT', '/api/meetings/m-1/draft', { cookie: secretary, body: { plan, version: 2 } })).problem).toBe(
      'AlreadyConvened',
    );
  });
});

describe('the list', () => {
  test('shows people the meetings they are on the roll of, and the office all', async () => {
    const at = await hall();
    const { secretary } = await convened(at);
    await prepared(at, 'm-2');
    expect(meetingsIn(await at.ask('GET', '/api/meetings', { cookie: await at.as('li', 'member') }))).toEqual([
      expect.objectContaining({ meeting: 'm-1', phase: 'convened', role: 'member', eligible: 3 }),
    ]);
    expect(meetingsIn(await at.ask('GET', '/api/meetings', { cookie: await at.as('stranger', 'member') }))).toEqual([]);
    expect(meetingsIn(await at.ask('GET', '/api/meetings', { cookie: secretary })).map(({ meeting }) => meeting)).toEqual(['m-1', 'm-2']);
  });

  test('the newest is first', async () => {
    const at = await hall();
    const cookie = await at.as('mishu', 'secretary');
    for (const [meeting, day] of [
      ['may', 1],
      ['june', 30],
    ] as const) {
      await at.ask('POST', '/api/meetings', { cookie, body: { ...wanted, meeting, startsAt: Date.UTC(2026, 5, day) } });
    }
    expect(meetingsIn(await at.ask('GET', '/api/meetings', { cookie })).map(({ meeting }) => meeting)).toEqual(['june', 'may']);
  });

  test('a meeting names its minutes; to strangers it is not there', async () => {
    const at = await hall();
    await convened(at);
    const own = await at.ask('GET', '/api/meetings/m-1', { cookie: await at.as('li', 'member') });
    expect(own.json).toMatchObject({ meeting: { meeting: 'm-1', role: 'member' }, minutesDocument: 'm-1.minutes.2.1' });
    expect((await at.ask('GET', '/api/meetings/m-1', { cookie: await at.as('stranger', 'member') })).status).toBe(404);
    expect((await at.ask('GET', '/api/meetings/none', { cookie: await at.as('mishu2', 'secretary') })).status).toBe(404);
    expect((await at.ask('GET', '/api/meetings/m-1')).status).toBe(401);
  });

  test('a draft is not there for those it seats', async () => {
    const at = await hall();
    await prepared(at);
    const cookie = await at.as('li', 'member');
    expect(meetingsIn(await at.ask('GET', '/api/meetings', { cookie }))).toEqual([]);
    expect((await at.ask('GET', '/api/meetings/m-1', { cookie })).status).toBe(404);
  });
});
