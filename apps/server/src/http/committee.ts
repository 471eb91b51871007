// Knows the committee's public face, its defaults and its first set-up, over HTTP.
import { Hono } from 'hono';
import { isId } from '@xieshang/protocol/up';
import { z } from 'zod';
import { hashOf } from '../tokens.ts';
import { body, text, typed } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { office } from './guards.ts';
import { Problem } from './problem.ts';
import { acceptable, deviceOf, enter } from './session.ts';

/** The author of timers; nobody may be called so. */
export const accountName = z.string().refine((name) => isId(name) && name !== 'clock');

export const committeeRoutes = (deps: HttpDeps) =>
  new Hono()
    .get('/', async (c) => {
      const { name, zone } = await deps.store.committee.read();
      const setupNeeded = deps.mode === 'live' && (await deps.store.accounts.count()) === 0;
      return c.json({ name, zone, mode: deps.mode, version: deps.version, setupNeeded });
    })
    .get('/defaults', office(deps, 'secretary', 'moderator', 'admin'), (c) => c.json(deps.defaults));

const setup = z.object({ token: typed(200), committeeName: text(60), account: accountName, name: text(40), password: typed(1024) });

export const setupRoutes = (deps: HttpDeps) =>
  new Hono().post('/', body(setup), async (c) => {
    const { store, signIn } = deps;
    const { token, committeeName, account, name, password } = c.req.valid('json');
    if ((await store.accounts.count()) > 0) throw new Problem('SetupLinkUsed');
    acceptable(signIn, password, account);
    const first = {
      account,
      name,
      role: 'admin',
      sector: null,
      unit: null,
      title: null,
      disabled: false,
      rehearsal: false,
      passwordHash: await signIn.hash(password),
    } as const;
    if (!(await store.setupLinks.redeem(hashOf(token), committeeName, first))) throw new Problem('SetupLinkUsed');
    await store.securityLog.note({ kind: 'setUp', by: account, subject: account });
    const admitted = await signIn.admit({ account, scope: null, device: deviceOf(c) });
    if (!admitted) throw new Problem('SignInRequired');
    await enter(c, signIn, admitted.id);
    return c.json({ person: admitted.person });
  });
