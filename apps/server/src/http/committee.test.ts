import { describe, expect, test } from 'vitest';
import { hall, type Hall } from '../testing/hall.ts';
import { hashOf } from '../tokens.ts';

const first = { token: 'one-time', committeeName: '市政协', account: 'guanli', name: '管理员', password: 'long and fresh' };

async function withLink(at: Hall): Promise<void> {
  await at.store.setupLinks.replace(hashOf(first.token));
}

describe('the committee', () => {
  test('says its mode and whether it must be set up, to anyone', async () => {
    const at = await hall();
    expect((await at.ask('GET', '/api/committee')).json).toEqual({
      name: '',
      zone: 'Asia/Shanghai',
      mode: 'live',
      version: '0.0.0',
      setupNeeded: true,
    });
  });

  test('a demo needs no set-up', async () => {
    const at = await hall({ mode: 'demo' });
    expect((await at.ask('GET', '/api/committee')).json).toMatchObject({ mode: 'demo', setupNeeded: false });
  });

  test('law 8: defaults come from data: eight stages, 34 界别, the base and the threshold', async () => {
    const at = await hall();
    const { json } = await at.ask('GET', '/api/committee/defaults', { cookie: await at.as('mishu', 'secretary') });
    const { sectors, templates, rules } = json as {
      sectors: string[];
      templates: { stages: { stageId: string; minutes: number }[] }[];
      rules: unknown;
    };
    expect(sectors).toHaveLength(34);
    expect(templates[0]?.stages.map(({ stageId, minutes }) => `${stageId} ${minutes}`)).toEqual([
      'briefing 12',
      'research_note 8',
      'keynote 72',
      'open_floor 24',
      'response 30',
      'deliberation 20',
      'voting 9',
      'summary 10',
    ]);
    expect(rules).toMatchObject({ vote: { base: 'eligible', threshold: { kind: 'moreThan', parts: 1, of: 2 } }, votingMs: 60_000 });
  });

  test('defaults are not for members', async () => {
    const at = await hall();
    expect((await at.ask('GET', '/api/committee/defaults', { cookie: await at.as('li', 'member') })).status).toBe(403);
  });
});

describe('the first set-up', () => {
  test('the link makes the first administrator, signed in', async () => {
    const at = await hall();
    await withLink(at);
    const answer = await at.ask('POST', '/api/setup', { body: first });
    expect(answer.json).toEqual({ person: { account: 'guanli', name: '管理员', role: 'admin', admin: true, scope: null } });
    expect((await at.ask('GET', '/api/session', { cookie: answer.cookie })).status).toBe(200);
    expect((await at.ask('GET', '/api/committee')).json).toMatchObject({ name: '市政协', setupNeeded: false });
  });

  test('works once', async () => {
    const at = await hall();
    await withLink(at);
    await at.ask('POST', '/api/setup', { body: first });
    const again = await at.ask('POST', '/api/setup', { body: { ...first, account: 'other' } });
    expect([again.status, again.problem]).toEqual([410, 'SetupLinkUsed']);
  });

  test('of two at the same instant one is first', async () => {
    const at = await hall();
    await withLink(at);
    const both = await Promise.all(['a-admin', 'b-admin'].map((account) => at.ask('POST', '/api/setup', { body: { ...first, account } })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect(await at.store.accounts.count()).toBe(1);
  });

  test('another token opens nothing, and an earlier link is replaced', async () => {
    const at = await hall();
    await withLink(at);
    expect((await at.ask('POST', '/api/setup', { body: { ...first, token: 'guessed' } })).status).toBe(410);
    await at.store.setupLinks.replace(hashOf('a newer one'));
    expect((await at.ask('POST', '/api/setup', { body: first })).status).toBe(410);
  });

  test('a weak password leaves the link good', async () => {
    const at = await hall();
    await withLink(at);
    expect((await at.ask('POST', '/api/setup', { body: { ...first, password: '88888888' } })).problem).toBe('WeakPassword');
    expect((await at.ask('POST', '/api/setup', { body: first })).status).toBe(200);
  });
});
