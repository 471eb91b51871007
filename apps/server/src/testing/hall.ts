// A whole server over a real database in a folder of its own, spoken to without a socket; time and people are the test's.
import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { meetingId, type Command, type Meeting, type MeetingId } from '@xieshang/meeting';
import { createApp } from '../app.ts';
import { archives } from '../archives/index.ts';
import { openBallots } from '../ballots/index.ts';
import { openCollab } from '../collab/index.ts';
import { documentNumbers } from '../document-numbers.ts';
import { manuscripts } from '../collab/manuscripts.ts';
import { openEvidence, type Evidence } from '../evidence/index.ts';
import { isSignedText, openKeys } from '../keys.ts';
import { openMinutesHistory } from '../history/index.ts';
import { openRooms } from '../live/index.ts';
import { nodeChain } from '../live/node-chain.ts';
import { noOverload, type Overload } from '../doors/overload.ts';
import { personPaces } from '../http/paces.ts';
import type { Account, AccountRole } from '../ports.ts';
import { withdrawnWords } from '../read-models/withdrawn-words.ts';
import { meetingReadModel } from '../read-models/meetings.ts';
import { inTurn } from '../read-models/read-model.ts';
import { extractsOf } from '../read-models/extracts.ts';
import { searchReadModel } from '../read-models/search.ts';
import { openItems } from '../read-models/open-items.ts';
import { openJottingBook } from '../jottings.ts';
import { openRemarkBook } from '../remarks.ts';
import { createSignIn } from '../sign-in/index.ts';
import { argon2Passwords } from '../sign-in/password.ts';
import { openStore } from '../store/index.ts';
import { takeDataFolder } from '../store/data-folder.ts';
import { loadPhrases } from '../phrases.ts';
import { loadDefaults } from '../templates.ts';

export const origin = 'http://hall.test';
export const password = 'correct horse 8';

const random = (bytes: number): Uint8Array => randomBytes(bytes);
/** Of `password`; made once, since hashing is slow on purpose. */
const passwordHash = argon2Passwords(random).hash(password);

export interface Asking {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an answer held, read once. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, unknown>;
  /** `type` of the error, if it was one. */
  readonly problem: string | undefined;
  /** All cookies set, as a Cookie header. */
  readonly cookie: string;
}

export async function tempFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'xieshang-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export interface HallOptions {
  readonly https?: boolean;
  readonly mode?: 'demo' | 'live';
  readonly overload?: Pick<Overload, 'wait'>;
  readonly secrecyFails?: 'plainHttp' | null;
  /** A folder that is there already, in place of a fresh one. */
  readonly path?: string;
}

/** Opens a hall that ends with the test. */
export async function hall({ https = false, mode = 'live', overload = noOverload, secrecyFails = null, path }: HallOptions = {}) {
  const folder = takeDataFolder(path ?? (await tempFolder()), mode);
  let now = Date.UTC(2026, 4, 26, 5, 30);
  const clock = (): number => now;
  const store = await openStore(folder, clock);
  const troubles: unknown[] = [];
  const search = searchReadModel({
    ...{ extracts: store.extracts, log: store.eventLog, minutes: store.minutes, committee: store.committee.read },
    report: (_meeting, error) => troubles.push(error),
  });
  const committed = inTurn(meetingReadModel(store.meetingListWriter), withdrawnWords(store.privateWords), search.committed);
  const keys = openKeys(folder.keys);
  const ballots = openBallots({ folder: folder.ballotKeys, signer: { publicKey: keys.publicKey, sign: keys.signText }, secrecyFails });
  const numbers = documentNumbers({ meetings: store.meetings, committee: store.committee.read });
  const rooms = openRooms({
    ...{ log: store.eventLog, clock, random, claimNumber: numbers.claim, ballots },
    committed: (meeting, events) => {
      evidence.noticed(meeting, events);
      return committed(meeting, events);
    },
    seal: (meeting, issue) => minutes.seal(meeting, issue),
    report: (trouble) => troubles.push(trouble),
  });
  const signIn = createSignIn({ store, https, clock, random });
  const collab = openCollab({
    ...{ store: store.minutes, signIn, clock, random, committee: store.committee.read, allowedOrigin: (given) => given === origin },
    meetings: {
      find: async (meeting) => {
        const host = await rooms.host(meeting);
        return host && { state: () => host.history().state, watch: host.watch };
      },
    },
    report: (error) => troubles.push(error),
  });
  const state = async (meeting: MeetingId): Promise<Meeting | null> => (await rooms.host(meeting))?.history().state ?? null;
  const minutes = manuscripts({
    ...{ store: store.minutes, images: store.images, clock, committee: store.committee.read, read: collab.read, seal: collab.seal, state },
  });
  const evidence: Evidence = openEvidence({
    ...{ log: store.eventLog, store: store.checkpoints, issued: store.minutes, images: store.images, chain: nodeChain, clock, state },
    epochs: () => [],
    signer: { publicKey: keys.publicKey, sign: keys.signText },
    check: isSignedText,
    report: (_meeting, error) => troubles.push(error),
  });
  const history = openMinutesHistory({
    ...{ store: store.minutesHistory, clock, state },
    records: (meeting) => store.eventLog.read(meeting, 0),
  });
  const remarks = await openRemarkBook({ store: store.remarks, clock, state });
  remarks.watch(collab.remarked);
  const jottings = await openJottingBook({ store: store.jottings, clock, state });
  const app = createApp({
    ...{ store, signIn, rooms, minutes, remarks, jottings, numbers, history, evidence, mode, https, clock, random },
    openItems: openItems({ log: store.eventLog, meetings: store.meetings, state }),
    archives: archives({
      ...{ store: store.archives, materials: store.materials, meetings: store.meetings, extracts: store.extracts },
      ...{ evidence, state, convenedAt: store.convenedAt, committee: store.committee.read, clock },
      extractsOf: ({ meeting, manuscript }, zone) => extractsOf(meeting, manuscript, zone),
    }),
    origin: { public: origin, accepts: (given) => given === origin },
    records: { state, convenedAt: store.convenedAt },
    metricsToken: 'metrics-secret',
    defaults: loadDefaults(),
    usualPhrases: loadPhrases(),
    version: '0.0.0',
    webRoot: join(folder.path, 'web'),
    ...{ overload, paces: personPaces(clock) },
    journal: { request: () => undefined, trouble: (_where, error) => troubles.push(error) },
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await collab.close();
    await history.close();
    await rooms.close();
    await evidence.close();
    await search.settled();
    await store.close();
    folder.release();
  };
  onTestFinished(close);

  async function ask(method: string, path: string, { body, raw, cookie, headers }: Asking = {}): Promise<Answered> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await app.request(path, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { origin }),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    const error = json['error'] as { readonly type: string } | undefined;
    const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
    return { status: response.status, headers: response.headers, json, problem: error?.type, cookie: cookies.join('; ') };
  }

  async function person(account: string, role: AccountRole, more: Partial<Account> = {}): Promise<void> {
    const blank = { name: `${account}先生`, sector: null, unit: null, title: null, disabled: false, rehearsal: false };
    await store.accounts.add({ account, role, ...blank, ...more, passwordHash: await passwordHash });
  }

  /** A session of somebody whose account is made when missing, as a Cookie header; without the slow check of a password. */
  async function as(account: string, role: AccountRole): Promise<string> {
    await person(account, role);
    const admitted = await signIn.admit({ account, scope: null, device: 'test' });
    if (!admitted) throw new Error(`${account} was not let in`);
    return signIn.cookies.write('session', admitted.id, 1000).split(';', 1)[0] ?? '';
  }

  return {
    app,
    ballots,
    close,
    state,
    store,
    rooms,
    search,
    collab,
    remarks,
    jottings,
    signIn,
    keys,
    evidence,
    folder,
    troubles,
    ask,
    person,
    as,
    now: clock,
    pass: (ms: number): void => {
      now += ms;
    },
  };
}

export type Hall = Awaited<ReturnType<typeof hall>>;

/** A meeting of three members, a department, an observer, the moderator and the secretary, as far as its draft. */
export async function prepared(at: Hall, meeting = 'm-1') {
  await at.person('zhuchi', 'moderator');
  const secretary = await at.as('mishu', 'secretary');
  const made = await at.ask('POST', '/api/meetings', {
    cookie: secretary,
    body: { meeting, templateId: 'full-flow', title: '双月协商', topic: '招商', place: '议政厅', startsAt: at.now() + 3_600_000 },
  });
  const draft = made.json['draft'] as { readonly plan: { readonly attendees: readonly object[]; readonly notice: object } };
  const others = [
    ...['li', 'wang', 'zhao'].map((person) => ({ person, name: `${person}委员`, role: 'member', sector: '经济' })),
    { person: 'bumen', name: '工信局', role: 'departmentRep' },
    { person: 'pangting', name: '旁听', role: 'observer' },
  ];
  const plan = { ...draft.plan, attendees: [...draft.plan.attendees, ...others] };
  const saved = await at.ask('PUT', `/api/meetings/${meeting}/draft`, { cookie: secretary, body: { plan, version: 1 } });
  if (saved.status !== 200) throw new Error(`the draft was not saved: ${JSON.stringify(saved.json)}`);
  return { secretary, plan, meeting };
}

/** The same, convened. */
export async function convened(at: Hall, meeting = 'm-1') {
  const ready = await prepared(at, meeting);
  const answer = await at.ask('POST', `/api/meetings/${meeting}/convene`, {
    cookie: ready.secretary,
    body: { version: 2, command: 'c-1' },
  });
  if (answer.status !== 200) throw new Error(`not convened: ${JSON.stringify(answer.json)}`);
  return ready;
}

/** A way to put commands to a meeting, each under an id of its own. What is refused is a mistake in the test: throws. */
export function asking({ rooms }: Pick<Hall, 'rooms'>, meeting: MeetingId = meetingId('m-1')) {
  let count = 0;
  return async (by: string, body: Command): Promise<void> => {
    const answer = await rooms.submit(meeting, body, { by, command: `t-${(count += 1)}` });
    if (!answer.ok) throw new Error(`${by} ${body.type}: ${JSON.stringify(answer.refusal)}`);
  };
}
