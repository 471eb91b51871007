// Knows what is asked of accounts, sessions, invites and the committee; not how they are kept.
import type { MeetingId, Role } from '@xieshang/meeting';

export type AccountRole = Role | 'admin';

/** Somebody as the rest of the server sees them. `scope`: an invite's session reaches this meeting only. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly admin: boolean;
  readonly scope: MeetingId | null;
}

export interface Account {
  readonly account: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly sector: string | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly disabled: boolean;
}

/** `passwordHash` null: reachable by invite only. `rehearsal`: made for a rehearsal, stands in no list. */
export interface NewAccount extends Account {
  readonly passwordHash: string | null;
  readonly rehearsal: boolean;
}

export interface Accounts {
  /** Without those of rehearsals, by account. */
  list(): Promise<readonly Account[]>;
  find(account: string): Promise<Account | null>;
  passwordHash(account: string): Promise<string | null>;
  /** False, and nothing is written, when the name is taken. */
  add(account: NewAccount): Promise<boolean>;
  /** Adds those that are not there yet. */
  addMissing(accounts: readonly NewAccount[]): Promise<void>;
  /** Null when there is no such account. `LastAdmin` when nobody could administer afterwards. */
  change(account: string, changes: Partial<Omit<Account, 'account'>>): Promise<Account | 'LastAdmin' | null>;
  setPasswordHash(account: string, hash: string): Promise<void>;
  /** People who could sign in; 0 means the committee is not set up. */
  count(): Promise<number>;
}

export interface Committee {
  readonly name: string;
  /** IANA zone that times are shown in. */
  readonly zone: string;
}

export interface CommitteeStore {
  read(): Promise<Committee>;
  rename(name: string): Promise<void>;
}

export interface SetupLinks {
  /** The earlier links stop working. */
  replace(tokenHash: string): Promise<void>;
  /** One transaction: uses the link up and adds the first administrator; false when the link is not, or no longer, good. */
  redeem(tokenHash: string, committeeName: string, first: NewAccount): Promise<boolean>;
}

/** A session as it is stored: never the id itself. */
export interface SessionRow {
  readonly idHash: string;
  readonly account: string;
  readonly scope: MeetingId | null;
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** When it ends unless it is used again. */
  readonly expiresAt: number;
  /** When it ends however much it is used. */
  readonly absoluteAt: number;
}

export interface SessionStore {
  add(row: SessionRow): Promise<void>;
  find(idHash: string): Promise<SessionRow | null>;
  ofAccount(account: string): Promise<readonly SessionRow[]>;
  /** Seen by whoever asks at once, on disk a moment later. */
  touch(idHash: string, lastSeenAt: number, expiresAt: number): Promise<void>;
  remove(idHashes: readonly string[]): Promise<void>;
  expired(now: number): Promise<readonly SessionRow[]>;
}

export interface Invite {
  readonly tokenHash: string;
  readonly meeting: MeetingId;
  readonly person: string;
  /** Hash of the device that redeemed it first. */
  readonly deviceHash: string | null;
}

export interface Invites {
  /** Each replaces the earlier invite of that person to that meeting. */
  replace(invites: readonly Omit<Invite, 'deviceHash'>[]): Promise<void>;
  find(tokenHash: string): Promise<Invite | null>;
  /** False when another device was first. */
  bind(tokenHash: string, deviceHash: string): Promise<boolean>;
}

export type SecurityEntry =
  | 'signInFailed'
  | 'denied'
  | 'setUp'
  | 'accountAdded'
  | 'accountChanged'
  | 'passwordChanged'
  | 'passwordReset'
  | 'signedOutEverywhere'
  | 'inviteMade'
  | 'inviteRefused'
  | 'forkReported';

export interface SecurityLog {
  /** `by` did it to `subject`; accounts only, never tokens or what was typed. */
  note(entry: { readonly kind: SecurityEntry; readonly by: string | null; readonly subject: string | null }): Promise<void>;
}
