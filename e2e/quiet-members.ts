// Knows how somebody takes part without a page: signs in, checks in, votes, takes steps, reads, over the public wire (docs/protocol.md).
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';

export type Choice = 'approve' | 'oppose' | 'abstain';
interface Refusal {
  readonly type: string;
  /** Nothing was done: the same may come again after so long, ms. */
  readonly retryAfterMs?: number;
}
export type Answer = { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly refusal: Refusal };
/** As stored, or only its digest when it is not for this person. */
export type Told = { readonly seq: number; readonly bytes: string } | { readonly seq: number; readonly digest: string };

export interface QuietMember {
  readonly account: string;
  /** Sends it again under the same id until it is answered, whatever happens to the line meanwhile; waits when it is told to. */
  send(type: string, fields?: Readonly<Record<string, unknown>>, id?: string): Promise<Answer>;
  /** Sends it; a refusal is an error. */
  take(type: string, fields?: Readonly<Record<string, unknown>>): Promise<void>;
  checkIn(): Promise<void>;
  vote(motionId: string, choice: Choice): Promise<Answer>;
  /** Every event after `seq` as this person may see it. */
  eventsAfter(seq: number): Promise<readonly Told[]>;
  /** What an address of the server answers this person. */
  read(path: string): Promise<unknown>;
  end(): void;
}

interface Welcome {
  readonly ok: boolean;
  readonly seq: number;
  readonly events?: readonly Told[];
  readonly refusal?: Refusal;
}

const demoPassword = 'xieshang-demo';
/** ms; longer without an answer on a healthy line is a fault. */
const patience = 10_000;
/** As often as a page does what it was told to do later. */
const mostTries = 20;
/** Sign-ins are made costly on purpose: more at once would only queue. */
const signInsAtOnce = 2;

export const memberAccount = (n: number): string => `weiyuan${String(n).padStart(2, '0')}`;

/** A server that is busy says so before it has done anything: the same comes again when it was told to. */
async function ask(address: string, request: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(address, request);
    const after = response.headers.get('retry-after');
    if (response.status !== 503 || after === null || tries === mostTries) return response;
    await response.arrayBuffer();
    await wait(1000 * Number(after));
  }
}

/** The same on one person's live line, where the refusal itself says how long. Those who wait come again one after the other. */
function askingLive() {
  let turn: Promise<unknown> = Promise.resolve();
  return async <Heard extends { readonly ok: boolean; readonly refusal?: Refusal }>(emit: () => Promise<Heard>): Promise<Heard> => {
    for (let tries = 1; ; tries += 1) {
      const heard = await emit();
      const after = heard.refusal?.type === 'TooManyCommands' ? heard.refusal.retryAfterMs : undefined;
      if (after === undefined || tries === mostTries) return heard;
      turn = turn.then(() => wait(after));
      await turn;
    }
  };
}

async function signIn(url: string, account: string): Promise<string> {
  const response = await ask(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ account, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`${account} could not sign in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** One person on the wire, in the meeting. Comes back by itself when the line breaks. */
export async function quietPerson(url: string, account: string, meetingId = 'demo'): Promise<QuietMember> {
  const cookie = await signIn(url, account);
  const socket: Socket = io(`${url}/meeting`, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 300,
  });
  const askLive = askingLive();
  let joined = Promise.withResolvers<void>();
  let attending = false;
  const hello = (lastSeq: number): Promise<Welcome> =>
    askLive(() => socket.timeout(patience).emitWithAck('hello', { protocol: 1, meetingId, lastSeq }));
  socket.on('connect', () => {
    const connection = socket.id;
    hello(0).then(
      (welcome) => {
        if (!welcome.ok) return joined.reject(new Error(`${account}: ${welcome.refusal?.type}`));
        // An answer read after the line broke again says nothing of the next line.
        if (socket.id !== connection) return;
        attending = true;
        joined.resolve();
      },
      // The line broke again before the answer: the next connection says hello anew.
      () => {},
    );
  });
  socket.on('disconnect', () => {
    // Whoever waits already goes on waiting for the same thing.
    if (attending) joined = Promise.withResolvers<void>();
    attending = false;
  });

  const send: QuietMember['send'] = async (type, fields = {}, id = randomUUID()) => {
    for (;;) {
      await joined.promise;
      try {
        return await askLive(() => socket.timeout(patience).emitWithAck('command', { id, meetingId, type, ...fields }));
      } catch (error) {
        if (socket.connected) throw error;
      }
    }
  };
  const take: QuietMember['take'] = async (type, fields) => {
    const answer = await send(type, fields);
    if (!answer.ok) throw new Error(`${account}: ${type} was refused: ${answer.refusal.type}`);
  };
  await joined.promise;
  return {
    account,
    send,
    take,
    checkIn: () => take('CheckIn'),
    vote: (motionId, choice) => send('CastVote', { motionId, choice }),
    eventsAfter: async (seq) => {
      const welcome = await hello(seq);
      if (!welcome.events) throw new Error('the server sent a snapshot instead of events');
      return welcome.events;
    },
    read: async (path) => {
      const response = await ask(`${url}${path}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`${account}: ${path} was answered with ${response.status}`);
      return response.json();
    },
    end: () => void socket.disconnect(),
  };
}

/** Members by number, signed in and in the meeting, in the given order. */
export async function quietMembers(server: { readonly url: string }, numbers: readonly number[]): Promise<readonly QuietMember[]> {
  const members: QuietMember[] = [];
  for (let at = 0; at < numbers.length; at += signInsAtOnce) {
    const few = numbers.slice(at, at + signInsAtOnce);
    members.push(...(await Promise.all(few.map((n) => quietPerson(server.url, memberAccount(n))))));
  }
  return members;
}

/** The numbers of the first `count` members of the sample case who are not on leave. */
export function attending(count: number, ...except: readonly number[]): readonly number[] {
  const onLeave = [13, 14, 15];
  const all = Array.from({ length: 32 }, (_, at) => at + 1).filter((n) => !onLeave.includes(n));
  return all.slice(0, count).filter((n) => !except.includes(n));
}
