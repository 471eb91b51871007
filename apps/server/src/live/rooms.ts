// Knows the hosts of all meetings that are open here; not who is connected to them.
import type { Command, MeetingId, SecretTerms } from '@xieshang/meeting';
import { attendeeOf, commandId, decide, personId, secretTermsOf, secretVoteOf } from '@xieshang/meeting';
import type { Ballots } from '../ports.ts';
import type { Answer } from '@xieshang/protocol';
import { noMeters, timed, type Meters } from '../meters.ts';
import { openHost, type EventLog, type Host, type Look, type Sender, type StoredEvent, type Trouble } from '@xieshang/room';
import { nodeChain } from './node-chain.ts';

export interface RoomsDeps {
  readonly log: EventLog;
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Told after the disk has them, in order: for the read models. A failure there never undoes a fact. */
  readonly committed: (meeting: MeetingId, events: readonly StoredEvent[]) => Promise<void>;
  /** Law 13. Stops all writing in a meeting's minutes, puts the text to be issued on disk and answers with its hash. */
  readonly seal: (meeting: MeetingId, issue: Issue) => Promise<Sealed>;
  /** M17. Whether another meeting's minutes bear that number; left out where nobody keeps count. */
  readonly claimNumber?: (meeting: MeetingId, number: string) => Promise<NumberClaim>;
  /** Law 7. Left out where nobody keeps keys: then no secret vote opens. */
  readonly ballots?: Ballots;
  readonly meters?: Meters;
  readonly report: (
    trouble: Trouble | { readonly kind: 'readModelFails' | 'sealFails'; readonly meeting: MeetingId; readonly error: unknown },
  ) => void;
}

export type Issue = Extract<Command, { type: 'IssueMinutes' }>;

export interface Sealed {
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  /** Lets people write again, as far as the meeting's phase does. */
  release(): void;
}

export interface NumberClaim {
  /** The title of the other meeting, or null. */
  readonly taken: string | null;
  release(): void;
}

const unclaimed: NumberClaim = { taken: null, release: () => undefined };

export interface OpenRooms {
  /** Every command of every door ends here. A meeting of which nothing is known takes only its convening. */
  submit(meeting: MeetingId, body: Command, sender: { readonly by: string; readonly command: string }): Promise<Answer>;
  /** The host of a convened meeting, or null. Rejects when its log cannot be trusted. */
  host(meeting: MeetingId): Promise<Host | null>;
  /** What somebody of the roll would be welcomed with, without coming in; null to anybody else. */
  look(meeting: MeetingId, person: string): Promise<Look | null>;
  /** Whether some host's last write failed. */
  storageFails(): boolean;
  /** Lets every host end what it has begun. */
  close(): Promise<void>;
}

/** The longest delay a timer takes, ms. */
const longestDelay = 2 ** 31 - 1;

export function openRooms({
  log,
  clock,
  random,
  committed,
  seal,
  claimNumber = () => Promise.resolve(unclaimed),
  ballots,
  meters = noMeters,
  report,
}: RoomsDeps): OpenRooms {
  const hosts = new Map<MeetingId, Promise<Host>>();

  const write = timed(log.append, 'facts', meters);
  /** When the newest facts of a meeting were on disk, by the steady clock. */
  const writtenAt = new Map<MeetingId, number>();

  const tellingLog: EventLog = {
    ...log,
    append: async (append) => {
      const outcome = await write(append);
      if (outcome === 'appended' && append.events.length > 0) {
        const { meeting, events } = append;
        await committed(meeting, events).catch((error: unknown) => report({ kind: 'readModelFails', meeting, error }));
      }
      writtenAt.set(append.meeting, performance.now());
      return outcome;
    },
  };

  const surroundings = {
    now: clock,
    salt: saltsFrom(random),
    chain: nodeChain,
    ...(ballots && { ballotBox: ballots }),
    soon: (turn: () => void) => void setImmediate(turn),
    wake: (at: number, ring: () => void) => {
      const timer = setTimeout(ring, Math.min(Math.max(at - clock(), 0), longestDelay));
      return () => clearTimeout(timer);
    },
    report,
  };

  const load = (meeting: MeetingId): Promise<Host> => {
    const known = hosts.get(meeting);
    if (known) return known;
    const opening = openHost(meeting, tellingLog, surroundings);
    hosts.set(meeting, opening);
    opening.then(
      (open) =>
        // Watchers hear after every connection has.
        open.watch(() => meters.told(performance.now() - (writtenAt.get(meeting) ?? performance.now()))),
      () => hosts.delete(meeting),
    );
    return opening;
  };

  const settled = async (): Promise<readonly Host[]> => {
    const all = await Promise.allSettled(hosts.values());
    return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  };

  const served = new Set<Host>();
  const convening = new Set<MeetingId>();
  const host = async (meeting: MeetingId): Promise<Host | null> => {
    const open = await load(meeting);
    if (open.history().seq > 0) {
      served.add(open);
      return open;
    }
    if (!convening.has(meeting)) hosts.delete(meeting);
    return null;
  };

  /** While a convening is under way its host is kept, so that whoever looks in meanwhile does not bring up a second one. */
  const convene = async (meeting: MeetingId, body: Command, sender: Sender): Promise<Answer> => {
    convening.add(meeting);
    try {
      return await (await load(meeting)).submit(body, sender);
    } finally {
      convening.delete(meeting);
    }
  };

  /** Law 13. Sealed only when the meeting would say yes: nobody's writing stops for a refusal. */
  const issue = async (meeting: MeetingId, open: Host, body: Issue, sender: Sender): Promise<Answer> => {
    const asked = { ...body, ...sender, at: clock(), seal: '' };
    if (!decide(open.history().state, asked).ok) return open.submit(body, sender);
    let claim = unclaimed;
    let sealed: Sealed | null = null;
    try {
      claim = await claimNumber(meeting, body.number);
      if (claim.taken === null) sealed = await seal(meeting, body);
    } catch (error) {
      claim.release();
      report({ kind: 'sealFails', meeting, error });
      return { ok: false, refusal: { type: 'NotStored' } };
    }
    try {
      const { taken } = claim;
      return await open.submit(body, { ...sender, ...(sealed && { seal: sealed.hash }), ...(taken !== null && { taken }) });
    } finally {
      sealed?.release();
      claim.release();
    }
  };

  /** V40, V41. The key is on disk before the vote opens, and made only when the meeting would say yes; one that opens nothing goes. */
  const issueBallots = async (
    meeting: MeetingId,
    open: Host,
    body: Command,
    terms: SecretTerms | null,
    sender: Sender,
  ): Promise<Answer> => {
    if (ballots && ballots.secrecyFails !== null) return open.submit(body, { ...sender, secrecyFails: ballots.secrecyFails });
    if (!ballots || terms?.custody !== 'server') return open.submit(body, sender);
    const asked = { ...body, ...sender, at: clock(), ballotKey: '' };
    if (!decide(open.history().state, asked).ok) return open.submit(body, sender);
    const answer = await open.submit(body, { ...sender, ballotKey: ballots.makeKey(meeting, terms.voteId) });
    const opened = answer.ok || answer.refusal.type === 'NotStored' || secretVoteOf(open.history().state, terms.voteId);
    if (!opened) await ballots.destroyKeys(meeting, terms.voteId);
    return answer;
  };

  const look = async (meeting: MeetingId, account: string): Promise<Look | null> => {
    const open = await host(meeting);
    const person = personId(account);
    const state = open?.history().state;
    if (!open || !state || state.phase === 'notConvened' || !attendeeOf(state.roll, person)) return null;
    const { seq, head, missed, leave } = open.attend({ person, hear: () => undefined }, 0);
    leave();
    return 'snapshot' in missed ? { ok: true, you: person, seq, head, ...missed } : null;
  };

  return {
    host,
    look,
    submit: async (meeting, body, sender) => {
      if (body.type === 'ConveneMeeting') return convene(meeting, body, stamped(sender));
      const open = await host(meeting);
      if (!open) return { ok: false, refusal: { type: 'UnknownMeeting' } };
      const terms = secretTermsOf(body);
      if (terms || body.type === 'OfferScrutineerKey') return issueBallots(meeting, open, body, terms, stamped(sender));
      return body.type === 'IssueMinutes' ? issue(meeting, open, body, stamped(sender)) : open.submit(body, stamped(sender));
    },
    storageFails: () => [...served].some((one) => one.storageFails()),
    close: async () => {
      for (const one of await settled()) await one.close();
    },
  };
}

const stamped = ({ by, command }: { readonly by: string; readonly command: string }): Sender => ({
  by: personId(by),
  command: commandId(command),
});

/** Salts asked of the system at once: each asking costs more than the bytes. */
const saltsAtOnce = 256;

/** 128 bits each, none given twice. */
function saltsFrom(random: (bytes: number) => Uint8Array): () => string {
  let pool = '';
  let at = 0;
  return () => {
    if (at === pool.length) [pool, at] = [Buffer.from(random(16 * saltsAtOnce)).toString('hex'), 0];
    at += 32;
    return pool.slice(at - 32, at);
  };
}
