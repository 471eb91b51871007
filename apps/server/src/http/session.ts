// Knows signing in and out and one's own password, over HTTP; not how a session is kept.
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { SignIn } from '../desk.ts';
import { body, typed } from './body.ts';
import type { HttpDeps } from './deps.ts';
import { deviceName } from './device-name.ts';
import { office, signedIn } from './guards.ts';
import { Problem } from './problem.ts';

/** As long as a session can last. */
const cookieMs = 7 * 24 * 3_600_000;

/** Gives the browser a new session and ends the one it had: an id that was there before is worth nothing afterwards. */
export async function enter(c: Context, { sessions, cookies }: Pick<SignIn, 'sessions' | 'cookies'>, id: string): Promise<void> {
  const before = cookies.read(c.req.header('cookie'), 'session');
  const session = before === null ? null : await sessions.validate(before);
  if (session) await sessions.end([session.sessionId]);
  c.header('set-cookie', cookies.write('session', id, cookieMs), { append: true });
}

export const deviceOf = (c: Context): string => deviceName(c.req.header('user-agent'));

/** Throws when the password is no good as a new one for this account. */
export function acceptable({ weakness }: Pick<SignIn, 'weakness'>, password: string, account: string): void {
  const reason = weakness(password, account);
  if (reason) throw new Problem('WeakPassword', { reason, message: weaknesses[reason] });
}

const weaknesses = {
  tooShort: '密码至少需要 8 个字符。',
  tooLong: '密码不能超过 128 个字符。',
  tooCommon: '这个密码太常见，请换一个。',
  sameAsAccount: '密码不能与账号相同或相近。',
} as const;

export const sessionRoutes = (deps: HttpDeps) => {
  const { signIn, store } = deps;
  const { sessions, cookies } = signIn;
  return new Hono()
    .post('/', body(z.object({ account: typed(128), password: typed(1024) })), async (c) => {
      const { account, password } = c.req.valid('json');
      const answer = await signIn.signIn(account, password, deviceOf(c));
      if (!answer.ok) throw new Problem(answer.type, answer.type === 'TooManyTries' ? { retryAfterMs: answer.retryAfterMs } : {});
      await enter(c, signIn, answer.id);
      return c.json({ person: answer.person });
    })
    .get('/', signedIn(deps), (c) => c.json({ person: c.get('who').person }))
    .delete('/', signedIn(deps), async (c) => {
      await sessions.end([c.get('who').sessionId]);
      c.header('set-cookie', cookies.write('session', 'ended', 0));
      return c.body(null, 204);
    })
    .put('/password', office(deps), body(z.object({ current: typed(1024), next: typed(1024) })), async (c) => {
      const { current, next } = c.req.valid('json');
      const { account } = c.get('who').person;
      const checked = await signIn.check(account, current);
      if (!checked.ok) throw new Problem(checked.type, checked.type === 'TooManyTries' ? { retryAfterMs: checked.retryAfterMs } : {});
      acceptable(signIn, next, account);
      await store.accounts.setPasswordHash(account, await signIn.hash(next));
      await store.securityLog.note({ kind: 'passwordChanged', by: account, subject: account });
      const own = cookies.read(c.req.header('cookie'), 'session') ?? '';
      const renewed = await sessions.rotate(own);
      if (renewed === null) throw new Problem('SignInRequired');
      const kept = await sessions.validate(renewed);
      await sessions.endAllOf(account, kept ? { except: kept.sessionId } : {});
      c.header('set-cookie', cookies.write('session', renewed, cookieMs));
      return c.body(null, 204);
    });
};
