// Knows how the parts are put together into one running server, and taken apart again; reads no environment.
import type { Server } from 'node:http';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Meeting, MeetingId } from '@xieshang/meeting';
import { createApp } from './app.ts';
import { backUpBeforeUpgrade } from './backup/index.ts';
import { archives } from './archives/index.ts';
import { openCollab, type Collab, type Watched } from './collab/index.ts';
import { manuscripts } from './collab/manuscripts.ts';
import { ourOrigin, type Config, type OurOrigin } from './config.ts';
import type { SignIn } from './desk.ts';
import { documentNumbers } from './document-numbers.ts';
import { openBallots } from './ballots/index.ts';
import { openMinutesHistory } from './history/index.ts';
import { newRegistry } from './http/health.ts';
import { openHttpServer } from './doors/http-server.ts';
import { noOverload, watchOverload } from './doors/overload.ts';
import { personPaces } from './http/paces.ts';
import { Problem } from './http/problem.ts';
import { journal, type Journal } from './journal.ts';
import { openEvidence, type Evidence } from './evidence/index.ts';
import { nodeChain } from './live/node-chain.ts';
import { attachLive, benchRates, openRooms, type OpenRooms } from './live/index.ts';
import { promMeters, timed, watchFigures } from './meters.ts';
import { isSignedText, openKeys } from './keys.ts';
import { withdrawnWords } from './read-models/withdrawn-words.ts';
import { meetingReadModel } from './read-models/meetings.ts';
import { inTurn, type ReadModel } from './read-models/read-model.ts';
import { extractsOf } from './read-models/extracts.ts';
import { searchReadModel } from './read-models/search.ts';
import { openItems } from './read-models/open-items.ts';
import { openJottingBook } from './jottings.ts';
import { openRemarkBook } from './remarks.ts';
import { createSignIn } from './sign-in/index.ts';
import { takeDataFolder } from './store/data-folder.ts';
import { openStore, type Store } from './store/index.ts';
import { answerBrokenRequests, unreadable } from './raw-answer.ts';
import { StartRefusal } from './start-refusal.ts';
import { standings } from './standing.ts';
import { loadPhrases } from './phrases.ts';
import { loadDefaults } from './templates.ts';
import { version } from './version.ts';

export interface Running {
  readonly store: Store;
  readonly rooms: OpenRooms;
  /** What is kept beside the logs. */
  readonly committed: ReadModel;
  readonly collab: Collab;
  readonly signIn: SignIn;
  readonly origin: OurOrigin;
  readonly hash: (password: string) => Promise<string>;
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Where the data lie as they were before this start gave them another shape, or null. */
  readonly upgradedFrom: string | null;
  /** Of the server's own key. */
  readonly fingerprint: string;
  /** Opens the doors; until then every request is told to wait. */
  open(): void;
  /** Says goodbye, writes what is under way, closes everything. */
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');
/** What is not said within this time is not waited for, ms. */
const farewellMs = 1000;
const sweepEveryMs = 60_000;

const notReady = new Problem('NotReady');

/** Alive, and nothing else yet. */
const starting = (request: Request): Response =>
  new URL(request.url).pathname === '/healthz'
    ? Response.json({ ok: true })
    : Response.json(notReady.body, { status: notReady.status, headers: { 'retry-after': '1' } });

/** Takes the port first, then the folder: a second start on the same machine is told of the port. `diskBroken` ends the process (D5). */
export async function startServer(config: Config, diskBroken: (error: unknown) => void = () => undefined): Promise<Running> {
  let answer: (request: Request, env: object) => Response | Promise<Response> = starting;
  const listener = getRequestListener((request, env) => answer(request, env), { errorHandler: unreadable });
  const server = openHttpServer(listener);
  answerBrokenRequests(server);
  const port = await listen(server, config);
  try {
    const parts = await assemble(config, ourOrigin(config, port), diskBroken);
    const { store, rooms, search, collab, history, signIn, app, log, folder, registry, meters, overload, standing, evidence } = parts;
    let sweeping: NodeJS.Timeout | undefined;
    let live: ReturnType<typeof attachLive> | undefined;
    const report = (error: unknown): void => log.trouble({ kind: 'live' }, error);
    watchFigures(registry, version, () => {
      const { connections, documents, unwrittenBytes, storageFails } = collab.figures();
      const liveSockets = live?.sockets() ?? 0;
      return { liveSockets, minutesSockets: connections, documents, unwrittenBytes, storageFails: storageFails || rooms.storageFails() };
    });
    return {
      ...parts,
      hash: signIn.hash,
      open: () => {
        live = attachLive(server, {
          ...{ rooms, signIn, clock: parts.clock, report, meters, overload, standing },
          allowedOrigin: parts.origin.accepts,
          otherDoor: collab,
          textFails: collab.storageFails,
          isForked: evidence.isForked,
          remarks: parts.remarks.newest,
          jottings: parts.jottings.newest,
          ...(config.profile !== 'usual' ? { rates: benchRates } : {}),
        });
        collab.attach(live.io);
        answer = (request, env) => app.fetch(request, env);
        sweeping = setInterval(() => void signIn.sweep().catch(report), sweepEveryMs);
      },
      close: async () => {
        clearInterval(sweeping);
        await collab.close();
        const closed = live ? live.close() : new Promise<void>((done) => server.close(() => done()));
        server.closeIdleConnections();
        const patience = setTimeout(() => server.closeAllConnections(), farewellMs);
        await closed;
        clearTimeout(patience);
        await history.close();
        await rooms.close();
        await evidence.close();
        await search.settled();
        await store.close();
        overload.stop();
        folder.release();
      },
    };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

async function assemble(config: Config, origin: OurOrigin, diskBroken: (error: unknown) => void) {
  const clock = (): number => Date.now();
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const log = journal(config.logLevel);
  const registry = newRegistry();
  const meters = promMeters(registry);
  const folder = takeDataFolder(config.dataDir, config.mode);
  const overload = config.profile === 'usual' ? watchOverload() : noOverload;
  try {
    let upgradedFrom: string | null = null;
    const store = await openStore(folder, clock, {
      diskBroken: (error) => {
        log.trouble({ kind: 'diskBroken' }, error);
        diskBroken(error);
      },
      beforeUpgrade: async () => {
        const from = { ...folder, mode: config.mode };
        upgradedFrom = await backUpBeforeUpgrade({ from, into: folder.beforeUpgrade, now: clock(), version });
      },
    });
    const keys = openKeys(folder.keys);
    const standing = standings(await store.epochs.all(), keys.publicKey);
    const search = searchReadModel({
      ...{ extracts: store.extracts, log: store.eventLog, minutes: store.minutes, committee: store.committee.read },
      report: (meeting, error) => log.trouble({ kind: 'readModelFails', meeting }, error),
    });
    const committed = inTurn(meetingReadModel(store.meetingListWriter), withdrawnWords(store.privateWords), search.committed);
    const ballots = openBallots({
      folder: folder.ballotKeys,
      signer: { publicKey: keys.publicKey, sign: keys.signText },
      secrecyFails: origin.isPrivate ? null : 'plainHttp',
    });
    const numbers = documentNumbers({ meetings: store.meetings, committee: store.committee.read });
    const rooms = openRooms({
      ...{ log: store.eventLog, clock, random, meters, claimNumber: numbers.claim, ballots },
      committed: (meeting, events) => {
        evidence.noticed(meeting, events);
        return committed(meeting, events);
      },
      seal: (meeting, issue) => minutes.seal(meeting, issue),
      report: (trouble) => log.trouble(trouble, trouble.error),
    });
    const state = async (meeting: MeetingId): Promise<Meeting | null> => (await rooms.host(meeting))?.history().state ?? null;
    const evidence: Evidence = openEvidence({
      ...{ log: store.eventLog, store: store.checkpoints, issued: store.minutes, images: store.images, chain: nodeChain, clock, state },
      epochs: (meeting) => standing(meeting).epochs,
      signer: { publicKey: keys.publicKey, sign: keys.signText },
      check: isSignedText,
      report: (meeting, error) => log.trouble({ kind: 'notSigned', meeting }, error),
    });
    await catchUp(store, rooms, { committed, noticed: evidence.noticed }, log);
    await ballots.sweep({ state, submit: rooms.submit, meetings: () => withSecretVotes(store) });
    const signIn = createSignIn({ store, https: origin.https, clock, random });
    const collab = openCollab({
      ...{ signIn, clock, random, meters, committee: store.committee.read, allowedOrigin: origin.accepts },
      profile: config.profile,
      store: { ...store.minutes, append: timed(store.minutes.append, 'text', meters) },
      meetings: { find: (meeting) => watched(rooms, meeting) },
      report: (error) => log.trouble({ kind: 'collab' }, error),
    });
    const minutes = manuscripts({
      ...{
        store: store.minutes,
        images: store.images,
        clock,
        committee: store.committee.read,
        read: collab.read,
        seal: collab.seal,
        state,
      },
    });
    const history = openMinutesHistory({
      ...{ store: store.minutesHistory, clock, state },
      records: (meeting) => store.eventLog.read(meeting, 0),
    });
    const remarks = await openRemarkBook({ store: store.remarks, clock, state });
    remarks.watch(collab.remarked);
    const jottings = await openJottingBook({ store: store.jottings, clock, state });
    const { mode, metricsToken } = config;
    const deps = {
      ...{
        store,
        signIn,
        rooms,
        minutes,
        numbers,
        openItems: openItems({ log: store.eventLog, meetings: store.meetings, state }),
        evidence,
        history,
        archives: archives({
          ...{ store: store.archives, materials: store.materials, meetings: store.meetings, extracts: store.extracts },
          ...{ evidence, state, convenedAt: store.convenedAt, committee: store.committee.read, clock },
          extractsOf: ({ meeting, manuscript }, zone) => extractsOf(meeting, manuscript, zone),
        }),
        remarks,
        jottings,
        mode,
        origin,
        https: origin.https,
        metricsToken,
        clock,
        random,
        journal: log,
        meters,
        version,
        overload,
      },
      records: { state, convenedAt: store.convenedAt },
      paces: personPaces(clock),
      defaults: loadDefaults(),
      usualPhrases: loadPhrases(),
      webRoot: join(root, 'apps/web/dist'),
    };
    const app = createApp(deps, registry);
    const own = { upgradedFrom, standing, history, remarks, jottings, evidence, search, committed, fingerprint: keys.fingerprint };
    return { store, rooms, collab, signIn, app, log, folder, origin, clock, random, registry, meters, overload, ...own };
  } catch (error) {
    overload.stop();
    folder.release();
    throw error;
  }
}

/** Those in which a secret vote may be open, or one that has ended may have left ballots. */
async function withSecretVotes(store: Store): Promise<readonly MeetingId[]> {
  const sitting: MeetingId[] = [];
  for (const meeting of await store.loggedMeetings())
    if ((await store.meetings.find(meeting))?.phase === 'inSession') sitting.push(meeting);
  return [...new Set([...sitting, ...(await store.meetingsWithBallots())])];
}

/** A meeting as its minutes look at it. */
async function watched(rooms: OpenRooms, meeting: MeetingId): Promise<Watched | null> {
  const host = await rooms.host(meeting);
  return host && { state: () => host.history().state, watch: host.watch };
}

/** Reads every log again, so that the list is true whatever the last process was killed in; and wakes the meetings that have timers to keep. */
async function catchUp(
  store: Store,
  rooms: OpenRooms,
  { committed, noticed }: { readonly committed: ReadModel; readonly noticed: Evidence['noticed'] },
  log: Journal,
): Promise<void> {
  for (const meeting of await store.loggedMeetings()) {
    // SQLite never waits: without a pause nobody who asks meanwhile is told to wait.
    await new Promise(setImmediate);
    await committed(meeting, await store.eventLog.read(meeting, 0));
    const phase = (await store.meetings.find(meeting))?.phase;
    if (phase !== 'inSession' && phase !== 'suspended') continue;
    noticed(meeting, []);
    // One log that cannot be trusted closes that meeting, not the others.
    await rooms.host(meeting).catch((error: unknown) => log.trouble({ kind: 'logBroken', meeting }, error));
  }
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function portRefusal({ code, message }: NodeJS.ErrnoException, host: string, port: number): StartRefusal {
  if (code === 'EADDRINUSE')
    return new StartRefusal(`端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 指定别的端口，例如 PORT=3001 npm start。`);
  if (code === 'EACCES') return new StartRefusal(`没有权限使用端口 ${port}，请用 PORT 指定 1024 以上的端口。`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartRefusal(`本机没有地址 ${host}，请检查 HOST 设置。`);
  return new StartRefusal(`无法在 ${host} 的端口 ${port} 上启动（${code ?? message}）。`);
}
