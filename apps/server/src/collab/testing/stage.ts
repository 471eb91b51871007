// A real server with minutes on a free port, over a real database, and clients for it; for tests only.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { meetingId, personId, type Command, type PersonId } from '@xieshang/meeting';
import { plan } from '@xieshang/meeting/testing';
import { documentId } from '@xieshang/minutes';
import { memoryLog } from '@xieshang/room/testing';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { Authenticated, SessionEndedListener } from '../../desk.ts';
import { attachLive, openRooms } from '../../live/index.ts';
import { noMeters } from '../../meters.ts';
import type { MinutesStore } from '../../ports.ts';
import { openStore } from '../../store/index.ts';
import { tempFolder } from '../../testing/hall.ts';
import { openDocuments, type Hold } from '../documents.ts';
import { openCollab, type Collab } from '../index.ts';
import { openPen, textIn, type Past, type Pen } from './pen.ts';

export const meeting = meetingId('demo');
export const minutes = documentId(meeting, 1);
/** What a stock client says of itself when it comes without a name. */
export const ourOrigin = 'http://hall.test';

export interface StageOptions {
  /** The store the server gets, made from the real one. */
  readonly disk?: (real: MinutesStore) => MinutesStore;
  readonly idleMs?: number;
  /** More of them on the roll. */
  readonly secretaries?: readonly string[];
  /** Standing still where a test sends more than a pace allows: a slow machine's seconds would let it through. */
  readonly clock?: () => number;
}

interface Asked extends Past {
  readonly document?: string;
  readonly query?: string;
  readonly origin?: string;
}

/** Opens a stage that ends with the test. The session is the account itself, said in the Cookie header. */
export async function stage({ disk = (real) => real, idleMs = 30_000, secretaries = [], clock = Date.now }: StageOptions = {}) {
  const folder = await tempFolder();
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
  const database = `${folder}/xieshang.sqlite`;
  const store = await openStore({ database, materials: folder }, clock);
  const troubles: unknown[] = [];
  const report = (error: unknown): void => void troubles.push(error);
  const log = memoryLog();
  const rooms = openRooms({
    ...{ log, clock, random, report },
    committed: () => Promise.resolve(),
    seal: async () => {
      const { release } = await collab.seal(meeting);
      return { hash: '5ea1'.repeat(16), release };
    },
  });
  const listeners: SessionEndedListener[] = [];
  const signIn = {
    authenticate: (header: string | undefined | null): Promise<Authenticated | null> => {
      const [account, scope] = header?.split(' ') ?? [];
      if (!account) return Promise.resolve(null);
      const reach = scope ? meetingId(scope) : null;
      return Promise.resolve({
        person: { account, name: account, role: 'member', admin: false, scope: reach },
        sessionId: account,
        scope: reach,
      });
    },
    onSessionsEnded: (listener: SessionEndedListener) => void listeners.push(listener),
  };
  const allowedOrigin = (origin: string): boolean => origin === ourOrigin;
  const openMinutes = (): Collab =>
    openCollab({
      ...{ store: disk(store.minutes), signIn, clock, random, report, allowedOrigin, idleMs },
      committee: store.committee.read,
      meetings: {
        find: async (id) => {
          const host = await rooms.host(id);
          return host && { state: () => host.history().state, watch: (listener) => watched(host.watch(listener)) };
        },
      },
    });
  /** Counts who watches a meeting. */
  let watching = 0;
  const changed = new Set<() => void>();
  const watched = (stop: () => void) => {
    watching += 1;
    return () => {
      stop();
      watching -= 1;
      for (const check of changed) check();
    };
  };
  /** The documents by themselves, without sockets. */
  const documents = openDocuments({
    store: disk(store.minutes),
    committee: store.committee.read,
    clock,
    random,
    report,
    idleMs,
    profile: 'usual',
    meters: noMeters,
  });
  let collab = openMinutes();
  const server = createServer((_request, response) => response.writeHead(404).end());
  const live = attachLive(server, {
    ...{ rooms, signIn, allowedOrigin, clock, report },
    otherDoor: { isDoor: (path) => collab.isDoor(path), upgrade: (...upgrade) => collab.upgrade(...upgrade) },
    textFails: (id) => collab.storageFails(id),
  });
  collab.attach(live.io);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pens: Pen[] = [];
  onTestFinished(async () => {
    for (const pen of pens) pen.vanish();
    await collab.close();
    await documents.settle(0);
    await documents.close();
    await live.close();
    await rooms.close();
    await store.close();
  });

  let commands = 0;
  const act = async (by: PersonId | string, body: Command): Promise<void> => {
    const answer = await rooms.submit(meeting, body, { by, command: `t-${(commands += 1)}` });
    if (!answer.ok) throw new Error(`${by} ${body.type}: ${JSON.stringify(answer.refusal)}`);
  };
  const base = plan();
  const attendees = [
    ...base.attendees,
    ...secretaries.map((person) => ({ person: personId(person), name: person, role: 'secretary' as const })),
  ];
  await act('mishu1', { type: 'ConveneMeeting', plan: { ...base, attendees, notice: { ...base.notice, meeting } } });

  const pen = async (account: string | null, { document = minutes, query = '', origin = '', ...past }: Asked = {}): Promise<Pen> => {
    const headers = { ...(account === null ? {} : { cookie: account }), ...(origin ? { origin } : {}) };
    const opened = await openPen(`ws://127.0.0.1:${port}/collab/${document}${query}`, headers, past);
    pens.push(opened);
    return opened;
  };

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    store,
    troubles,
    act,
    /** Opens a connection; the account may be followed by a meeting that its invite is for. */
    pen,
    /** The same, when the text has come. */
    reader: async (account: string, options?: Parameters<typeof pen>[1]): Promise<Pen> => {
      const opened = await pen(account, options);
      await opened.until(() => textIn(opened.doc) !== '');
      return opened;
    },
    collab: () => collab,
    /** Takes hold of the document as a connection does; not to be mixed with writing over connections by others. */
    open: async (): Promise<Hold> => {
      const host = await rooms.host(meeting);
      if (!host) throw new Error('no meeting');
      return documents.open(meeting, { state: () => host.history().state, watch: (listener) => watched(host.watch(listener)) });
    },
    watching: (): number => watching,
    /** Resolves as soon as it holds; asked again when somebody stops watching. */
    until: (holds: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!holds()) return;
          changed.delete(check);
          resolve();
        };
        changed.add(check);
        check();
      }),
    /** As after a restart: nothing is in memory any more. */
    restart: async (): Promise<void> => {
      await collab.close();
      collab = openMinutes();
      collab.attach(live.io);
    },
    signOut: (account: string): void => {
      for (const listener of listeners) listener([account], account);
    },
    /** The document as the log alone has it. */
    logged: async (): Promise<Y.Doc> => {
      const doc = new Y.Doc({ gc: false });
      for (const { bytes } of await store.minutes.updates(minutes, 0)) Y.applyUpdate(doc, bytes);
      return doc;
    },
    /** The log without its bytes, read from the file itself. */
    lines: async (): Promise<readonly Record<string, unknown>[]> => {
      const file = new DatabaseSync(database, { readOnly: true });
      const rows = file.prepare('select seq, author, connection, at from minutes_updates where document = ? order by seq').all(minutes);
      file.close();
      return rows;
    },
    /** How many updates the log holds. */
    count: async (): Promise<number> => (await store.minutes.updates(minutes, 0)).length,
  };
}

export type Stage = Awaited<ReturnType<typeof stage>>;

export const secretary = personId('mishu1');

/** Somebody else's words: an update of a replica that nobody holds. */
export function foreignUpdate(from: Y.Doc, clientId: number, change: (doc: Y.Doc) => void): Uint8Array {
  const replica = new Y.Doc({ gc: false });
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(from));
  replica.clientID = clientId;
  const before = Y.encodeStateVector(replica);
  change(replica);
  return Y.encodeStateAsUpdate(replica, before);
}

/** How often a text stands in a replica. */
export const times = (doc: Y.Doc, text: string): number => textIn(doc).split(text).length - 1;
