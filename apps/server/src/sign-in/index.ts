// Knows the parts of signing in and puts them together; the door for whoever wires the server.
import type { SignIn } from '../desk.ts';
import type { Accounts, Clock, MeetingList, Random, SecurityLog, SessionStore } from '../ports.ts';
import { cookies } from './cookies.ts';
import { argon2Passwords } from './password.ts';
import { luciaSessions } from './sessions.ts';
import { signInDesk } from './sign-in.ts';
import { throttle } from './throttle.ts';

export interface SignInDeps {
  readonly store: {
    readonly accounts: Accounts;
    readonly meetings: Pick<MeetingList, 'seatOf'>;
    readonly sessions: SessionStore;
    readonly securityLog: SecurityLog;
  };
  readonly https: boolean;
  readonly clock: Clock;
  readonly random: Random;
}

export const createSignIn = ({ store, https, clock, random }: SignInDeps): SignIn =>
  signInDesk({
    accounts: store.accounts,
    meetings: store.meetings,
    securityLog: store.securityLog,
    sessions: luciaSessions(store.sessions, store.accounts, clock),
    passwords: argon2Passwords(random),
    throttle: throttle(clock),
    cookies: cookies(https),
    clock,
  });
