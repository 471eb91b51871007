// Knows looking after accounts and their devices, over HTTP; not what an account may do in a meeting.
import { Hono } from 'hono';
import { z } from 'zod';
import { roles } from '@xieshang/meeting';
import type { Authenticated } from '../desk.ts';
import { body, text, typed } from './body.ts';
import { accountName } from './committee.ts';
import type { HttpDeps } from './deps.ts';
import { idParam, office, signedIn } from './guards.ts';
import { Problem } from './problem.ts';
import { acceptable } from './session.ts';

const role = z.enum([...roles, 'admin']);
const optional = { sector: text(40).nullish(), unit: text(80).nullish(), title: text(80).nullish() };
const newAccount = z.object({ account: accountName, name: text(40), role, ...optional, password: typed(1024) });
const changes = z.strictObject({ name: text(40).optional(), role: role.optional(), ...optional, disabled: z.boolean().optional() });

type Changes = Partial<z.output<typeof changes>>;

/** Only what was given; `undefined` is nothing given. */
const given = (changed: Changes): { [Key in keyof Changes]: Exclude<Changes[Key], undefined> } =>
  Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));

/** The devices of an account are its owner's and the administrator's affair. */
async function mayLookAfter({ store }: HttpDeps, { person }: Authenticated, account: string): Promise<void> {
  if (person.scope === null && (person.admin || person.account === account)) return;
  await store.securityLog.note({ kind: 'denied', by: person.account, subject: account });
  throw new Problem('NotPermitted');
}

export const accountRoutes = (deps: HttpDeps) => {
  const { store, signIn } = deps;
  return new Hono()
    .get('/', office(deps, 'admin', 'secretary'), async (c) => c.json({ accounts: await store.accounts.list() }))
    .post('/', office(deps, 'admin'), body(newAccount), async (c) => {
      const { password, ...wanted } = c.req.valid('json');
      acceptable(signIn, password, wanted.account);
      const account = { ...wanted, sector: wanted.sector ?? null, unit: wanted.unit ?? null, title: wanted.title ?? null, disabled: false };
      const added = await store.accounts.add({ ...account, rehearsal: false, passwordHash: await signIn.hash(password) });
      if (!added) throw new Problem('AccountTaken');
      await store.securityLog.note({ kind: 'accountAdded', by: c.get('who').person.account, subject: account.account });
      return c.json({ account }, 201);
    })
    .patch('/:account', office(deps, 'admin'), body(changes), async (c) => {
      const name = idParam(c, 'account');
      const changed = given(c.req.valid('json'));
      const account = await store.accounts.change(name, changed);
      if (account === null) throw new Problem('NotFound');
      if (account === 'LastAdmin') throw new Problem('LastAdmin');
      await store.securityLog.note({ kind: 'accountChanged', by: c.get('who').person.account, subject: name });
      // Other powers begin with another session.
      if (account.disabled || changed.role !== undefined) await signIn.sessions.endAllOf(name);
      return c.json({ account });
    })
    .put('/:account/password', office(deps, 'admin'), body(z.object({ password: typed(1024) })), async (c) => {
      const name = idParam(c, 'account');
      const { password } = c.req.valid('json');
      if (!(await store.accounts.find(name))) throw new Problem('NotFound');
      acceptable(signIn, password, name);
      await store.accounts.setPasswordHash(name, await signIn.hash(password));
      await store.securityLog.note({ kind: 'passwordReset', by: c.get('who').person.account, subject: name });
      await signIn.sessions.endAllOf(name);
      return c.body(null, 204);
    })
    .get('/:account/sessions', signedIn(deps), async (c) => {
      const name = idParam(c, 'account');
      await mayLookAfter(deps, c.get('who'), name);
      const own = c.get('who').sessionId;
      const sessions = (await store.sessions.ofAccount(name)).map(({ idHash, device, createdAt, lastSeenAt }) => ({
        sessionId: idHash,
        device,
        createdAt,
        lastSeenAt,
        current: idHash === own,
      }));
      return c.json({ sessions });
    })
    .delete('/:account/sessions', signedIn(deps), async (c) => {
      const name = idParam(c, 'account');
      await mayLookAfter(deps, c.get('who'), name);
      await signIn.sessions.endAllOf(name);
      await store.securityLog.note({ kind: 'signedOutEverywhere', by: c.get('who').person.account, subject: name });
      return c.body(null, 204);
    })
    .delete('/:account/sessions/:sessionId', signedIn(deps), async (c) => {
      const name = idParam(c, 'account');
      await mayLookAfter(deps, c.get('who'), name);
      const sessions = await store.sessions.ofAccount(name);
      const session = sessions.find(({ idHash }) => idHash === c.req.param('sessionId'));
      if (!session) throw new Problem('NotFound');
      await signIn.sessions.end([session.idHash]);
      return c.body(null, 204);
    });
};
