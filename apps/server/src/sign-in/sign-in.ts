// Knows who gets a session and who does not; not HTTP, and not how a session is kept.
import { TooManyWaiting, type Cookies, type PasswordCheck, type SignIn } from '../desk.ts';
import type { Account, Accounts, Clock, MeetingList, Person, SecurityLog } from '../ports.ts';
import { weakness, type Passwords } from './password.ts';
import type { SessionKeeper } from './sessions.ts';
import type { Throttle } from './throttle.ts';

export interface SignInParts {
  readonly accounts: Accounts;
  readonly meetings: Pick<MeetingList, 'seatOf'>;
  readonly sessions: SessionKeeper;
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  readonly securityLog: SecurityLog;
  readonly cookies: Cookies;
  readonly clock: Clock;
}

/** Failures written down in an hour: enough to see an attack, too few for it to fill the disk. */
const notesAnHour = 1000;

/** Who is behind a session; an invite's session has the role on that meeting's roll and no other power. */
async function personOf({ meetings }: SignInParts, { account, name, role }: Account, scope: Person['scope']): Promise<Person | null> {
  if (scope === null) return { account, name, role, admin: role === 'admin', scope };
  const seat = await meetings.seatOf(scope, account);
  return seat ? { account, name: seat.name, role: seat.role, admin: false, scope } : null;
}

async function admitted(parts: SignInParts, account: string, scope: Person['scope']): Promise<Person | null> {
  const found = await parts.accounts.find(account);
  return found && !found.disabled ? personOf(parts, found, scope) : null;
}

export function signInDesk(parts: SignInParts): SignIn {
  const { accounts, sessions, passwords, throttle, securityLog, cookies, clock } = parts;
  const mayNote = hourlyBudget(clock, notesAnHour);

  async function check(account: string, password: string): Promise<PasswordCheck> {
    try {
      const verdict = await throttle.attempt(
        account,
        async () => passwords.matches(password, await accounts.passwordHash(account)),
        (matched) => matched,
      );
      if (!verdict.ok) return { ok: false, type: 'TooManyTries', retryAfterMs: verdict.retryAfterMs };
      const found = await accounts.find(account);
      if (verdict.result && found) return found.disabled ? { ok: false, type: 'AccountDisabled' } : { ok: true };
      // Noted alike for unknown accounts, or the time of the write would tell them apart; what was typed there is not kept.
      if (mayNote()) await securityLog.note({ kind: 'signInFailed', by: null, subject: found?.account ?? null });
      return { ok: false, type: 'WrongAccountOrPassword' };
    } catch (error) {
      if (error instanceof TooManyWaiting) return { ok: false, type: 'TooManyTries', retryAfterMs: 5000 };
      throw error;
    }
  }

  return {
    sessions,
    cookies,
    check,
    hash: passwords.hash,
    weakness,
    authenticate: async (cookieHeader) => {
      const id = cookies.read(cookieHeader, 'session');
      const session = id === null ? null : await sessions.validate(id);
      if (!session) return null;
      const person = await personOf(parts, session.holder, session.scope);
      return person ? { person, sessionId: session.sessionId, scope: session.scope } : null;
    },
    signIn: async (account, password, device) => {
      const checked = await check(account, password);
      if (!checked.ok) return checked;
      const person = await admitted(parts, account, null);
      if (!person) return { ok: false, type: 'WrongAccountOrPassword' };
      return { ok: true, person, id: await sessions.start({ account, scope: null, device }) };
    },
    admit: async (session) => {
      const person = await admitted(parts, session.account, session.scope);
      return person ? { person, id: await sessions.start(session) } : null;
    },
    onSessionsEnded: sessions.onEnded,
    sweep: sessions.sweep,
  };
}

function hourlyBudget(clock: Clock, most: number): () => boolean {
  let hour = 0;
  let spent = 0;
  return () => {
    const now = Math.floor(clock() / 3_600_000);
    if (now !== hour) [hour, spent] = [now, 0];
    spent += 1;
    return spent <= most;
  };
}
