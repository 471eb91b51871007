// Knows what the other parts ask of signing in; not how it is done.
import type { MeetingId } from '@xieshang/meeting';
import type { Account, Person } from './ports.ts';

/** Thrown when more people wait for their password to be hashed than the server serves in a few seconds. */
export class TooManyWaiting extends Error {}

export interface Authenticated {
  readonly person: Person;
  /** The hash of the session's id: names the session, opens nothing. */
  readonly sessionId: string;
  readonly scope: MeetingId | null;
}

export interface NewSession {
  readonly account: string;
  readonly scope: MeetingId | null;
  readonly device: string;
  /** Ends at the latest then, when that is before the seven days are over. */
  readonly until?: number;
}

/** Called with the sessions that have just ended, for whoever holds a connection on one. */
export type SessionEndedListener = (sessionIds: readonly string[], account: string) => void;

export interface ValidSession {
  readonly account: string;
  readonly holder: Account;
  readonly scope: MeetingId | null;
  readonly sessionId: string;
}

/** An id is made here and only here, so none can be planted. */
export interface Sessions {
  /** Answers with the raw id, which only the cookie may hold. */
  start(session: NewSession): Promise<string>;
  /** Null for an unknown, ended or expired id and for a disabled account. Using a session renews its idle time. */
  validate(id: string): Promise<ValidSession | null>;
  /** Another id for the same session; the old one is dead at once. */
  rotate(id: string): Promise<string | null>;
  end(sessionIds: readonly string[]): Promise<void>;
  /** All of the person's, but `except`; with `scope`, only those of that meeting's invites. */
  endAllOf(account: string, but?: { readonly except?: string; readonly scope?: MeetingId }): Promise<void>;
}

export type PasswordCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly type: 'WrongAccountOrPassword' | 'AccountDisabled' }
  | { readonly ok: false; readonly type: 'TooManyTries'; readonly retryAfterMs: number };

export type Admitted = { readonly person: Person; readonly id: string };

export interface SignIn {
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  /** Who sends this Cookie header, or null. Also for sockets. */
  authenticate(cookieHeader: string | undefined | null): Promise<Authenticated | null>;
  /** A new id always; what session the browser had before is the caller's to end. */
  signIn(
    account: string,
    password: string,
    device: string,
  ): Promise<(Admitted & { readonly ok: true }) | Exclude<PasswordCheck, { ok: true }>>;
  /** A session for one who has proved it otherwise (set-up link, invite). Null when the account is gone, disabled or not on that roll. */
  admit(session: NewSession): Promise<Admitted | null>;
  /** Unknown account and wrong password are answered alike, after the same work. Only the right password learns that an account is disabled. */
  check(account: string, password: string): Promise<PasswordCheck>;
  hash(password: string): Promise<string>;
  weakness(password: string, account: string): 'tooShort' | 'tooLong' | 'tooCommon' | 'sameAsAccount' | null;
  onSessionsEnded(listener: SessionEndedListener): void;
  /** Ends what has expired; to be called now and then. */
  sweep(): Promise<void>;
}

export interface Cookies {
  /** The value of one of them in a Cookie header; a broken header holds none. */
  read(header: string | undefined | null, name: 'session' | 'device'): string | null;
  /** A Set-Cookie value; `maxAgeMs` 0 removes the cookie. */
  write(name: 'session' | 'device', value: string, maxAgeMs: number): string;
}
