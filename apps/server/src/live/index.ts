// Brings sockets and rooms together: who is connected, what they hear, when they must go. Knows no rule of a meeting.
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { MeetingId } from '@xieshang/meeting';
import type { Answer, ByeReason, Standing, Welcome } from '@xieshang/protocol';
import type { Host } from '@xieshang/room';
import { Server, type Socket } from 'socket.io';
import type { Authenticated, SignIn } from '../desk.ts';
import { PacedSocketServer } from '../doors/paced-socket.ts';
import { hold, limitRequests, limitStrangers } from '../doors/below-socket-io.ts';
import { noOverload, type Overload } from '../doors/overload.ts';
import { pace, paceOfEach } from '../doors/pace.ts';
import { noMeters, type Meters } from '../meters.ts';
import { sayIn } from '../raw-answer.ts';
import { connection } from './connection.ts';
import { guardUpgrades, livePath, type OtherDoor } from './doors.ts';
import { limits, usualRates, type Rates } from './limits.ts';
import { takeNotes, type Gathering, type Listener } from './notes-round.ts';
import { openOutbox, type Line } from './outbox.ts';
import { parser } from './parser.ts';
import { openPersons } from './persons.ts';
import type { OpenRooms } from './rooms.ts';
import type { Drawn } from './screens.ts';
import { forgetHandshake } from './straight.ts';
import { allowWelcome, watchReaders, type Reader } from './unread.ts';

export { benchRates } from './limits.ts';
export { openRooms, type OpenRooms } from './rooms.ts';

export interface LiveDeps {
  readonly rooms: OpenRooms;
  readonly signIn: Pick<SignIn, 'authenticate' | 'onSessionsEnded'>;
  /** A missing Origin is fine on a socket; a wrong or null one is not. */
  readonly allowedOrigin: (origin: string) => boolean;
  readonly clock: () => number;
  /** Takes the upgrades that are none of ours. */
  readonly otherDoor?: OtherDoor;
  /** Whether text beside the meeting's log cannot be written. */
  readonly textFails?: (meeting: MeetingId) => boolean;
  /** Whether a meeting's log is not what was seen or signed of it (law 5). */
  readonly isForked?: (meeting: MeetingId) => boolean;
  /** How many entries the remarks on a meeting's minutes have. */
  readonly remarks?: (meeting: MeetingId) => number;
  /** How often the office's jottings have changed. */
  readonly jottings?: (meeting: MeetingId) => number;
  /** What the server can be held to (law 5). */
  readonly standing?: (meeting: MeetingId) => Standing;
  readonly meters?: Meters;
  /** How fast each connection may send; as in real use when left out. */
  readonly rates?: Rates;
  readonly overload?: Overload;
  /** An unexpected error, without frames or names. */
  readonly report: (error: unknown) => void;
}

export interface Live {
  /** For other namespaces on the same connections. */
  readonly io: Server;
  /** How many sockets are open. */
  sockets(): number;
  /** Says goodbye to everybody and closes. */
  close(): Promise<void>;
}

interface Connected extends Reader {
  readonly who: Authenticated;
  readonly line: Line;
  attending: { readonly meeting: MeetingId; readonly host: Host } | null;
  drawn: Drawn | null;
}

/** The connection below socket.io, as far as it is counted. */
interface RawSocket {
  on(event: 'packetCreate', call: (packet: { readonly type: string; readonly data?: string | Uint8Array }) => void): void;
}

export function attachLive(
  server: HttpServer,
  {
    rooms,
    signIn,
    allowedOrigin,
    clock,
    otherDoor,
    textFails,
    isForked,
    remarks,
    jottings,
    standing,
    rates = usualRates,
    overload = noOverload,
    meters = noMeters,
    report,
  }: LiveDeps,
): Live {
  guardUpgrades(server, (path) => path === livePath, otherDoor);
  const io = new Server(server, {
    path: livePath,
    parser,
    serveClient: false,
    destroyUpgrade: false,
    wsEngine: PacedSocketServer,
    maxHttpBufferSize: limits.transportBytes,
    perMessageDeflate: false,
    connectTimeout: 5000,
    pingInterval: 10_000,
    pingTimeout: 8_000,
  });
  limitRequests(io, limits.packetsOfOneRequest);
  limitStrangers(io, limits.strangers);
  // `allowRequest` is asked at a handshake only: whoever learnt a session's id could go on in it from elsewhere.
  io.engine.use(({ headers }: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => {
    if (headers.origin === undefined || allowedOrigin(headers.origin)) next();
    else if (headers.upgrade !== undefined) next(new Error('WrongOrigin'));
    else sayIn(response, 'WrongOrigin');
  });
  io.engine.on('connection', (raw: RawSocket) => {
    raw.on('packetCreate', ({ type, data }) => {
      if (type === 'message') meters.sent('live', data === undefined ? 0 : Buffer.byteLength(data));
    });
  });
  const meetings = io.of('/meeting');
  const connected = new Set<Connected>();
  const persons = openPersons<Connected>(limits.socketsOfOne);
  const personCommands = paceOfEach(clock, rates.personCommands);
  const outbox = openOutbox((bytes, frames) => meters.sent('live', bytes, frames));

  meetings.use((socket, next) => {
    signIn.authenticate(socket.handshake.headers.cookie).then(
      (who) => {
        if (!who) return next(Object.assign(new Error('SignInRequired'), { data: { type: 'SignInRequired' } }));
        socket.data = who;
        next();
      },
      (error: unknown) => {
        report(error);
        next(Object.assign(new Error('NotStored'), { data: { type: 'NotStored' } }));
      },
    );
  });

  const sendAway = ({ socket, line }: Connected, reason: ByeReason): void => {
    meters.refused('live', reason);
    line.flush();
    socket.emit('bye', { reason });
    socket.disconnect(true);
  };

  meetings.on('connection', (socket: Socket) => {
    const who: Authenticated = socket.data;
    forgetHandshake(socket);
    const one: Connected = { socket, who, line: outbox.line(socket), unreadAllowed: limits.unreadBytes, attending: null, drawn: null };
    const { account } = who.person;
    const [ownCommands, allCommands] = [pace(clock, rates.commands), personCommands(account)];
    const [frames, overPace] = [pace(clock, rates.frames), pace(clock, limits.overPace)];
    const talk = connection({
      ...{ rooms, who, overload, standing },
      paces: { command: () => ownCommands() || allCommands(), hello: pace(clock, rates.hellos) },
      hear: (told) => one.line.tell(told),
      attending: (meeting, host, screen) => {
        one.line.restart();
        one.attending = { meeting, host };
        one.drawn = screen === null ? null : { name: screen, seq: host.history().seq, at: clock() };
      },
      drawn: (seq) => {
        if (one.drawn) one.drawn = { ...one.drawn, seq, at: clock() };
      },
      giveUp: () => sendAway(one, 'badFrames'),
      tooFast: (ms) => {
        if (overPace() > 0) sendAway(one, 'badFrames');
        else hold(socket, Math.min(ms, limits.holdMs));
      },
    });
    connected.add(one);
    socket.on('error', () => sendAway(one, 'badFrames'));
    socket.on('disconnect', () => {
      connected.delete(one);
      persons.leave(account, one);
      one.line.end();
      talk.close();
    });
    socket.onAny(() => {
      const ms = frames();
      if (ms > 0) hold(socket, Math.min(ms, limits.holdMs));
    });
    const hello = async (frame: unknown): Promise<Welcome> => {
      const welcome = await talk.hello(frame);
      allowWelcome(one, welcome);
      return welcome;
    };
    answerTo(socket, 'hello', hello, report);
    answerTo(socket, 'command', (frame) => measured(talk.command(frame), meters), report);
    answerTo(socket, 'shown', (frame) => Promise.resolve(talk.shown(frame)), report);
    answerTo(socket, 'time', () => Promise.resolve({ at: clock() }), report);
    for (const oldest of persons.arrive(account, one)) sendAway(oldest, 'tooMany');
  });

  const stopWatching = watchReaders(connected, () => meters.refused('live', 'slowReader'));

  signIn.onSessionsEnded((sessionIds) => {
    for (const one of connected) if (sessionIds.includes(one.who.sessionId)) sendAway(one, 'signedOut');
  });

  const stopNotes = takeNotes({
    gatherings: () => gatheringsOf(connected),
    textFails: textFails ?? (() => false),
    remarks: remarks ?? (() => 0),
    jottings: jottings ?? (() => 0),
    isBusy: () => overload.wait() > 0,
    isForked: isForked ?? (() => false),
    ...{ clock, report },
  });
  return {
    io,
    sockets: () => connected.size,
    close: async () => {
      stopNotes();
      stopWatching();
      for (const one of connected) sendAway(one, 'stopping');
      outbox.close();
      await io.close();
    },
  };
}

/** Times an answer, and counts it when it is a no. */
async function measured(answering: Promise<Answer>, { acknowledged, refused }: Meters): Promise<Answer> {
  const began = performance.now();
  const answer = await answering;
  acknowledged('facts', performance.now() - began);
  if (!answer.ok) refused('live', answer.refusal.type);
  return answer;
}

/** An event with an acknowledgement; one without is answered to nobody and changes nothing else. */
function answerTo(socket: Socket, event: string, answer: (frame: unknown) => Promise<unknown>, report: (error: unknown) => void): void {
  socket.on(event, (frame: unknown, ack: unknown) => {
    const reply = typeof ack === 'function' ? ack : undefined;
    answer(frame).then(
      (given) => reply?.(given),
      (error: unknown) => {
        report(error);
        reply?.({ ok: false, refusal: { type: 'NotStored' } });
      },
    );
  });
}

/** Who attends which meeting. */
function gatheringsOf(connected: Iterable<Connected>): ReadonlyMap<MeetingId, Gathering> {
  const here = new Map<MeetingId, { readonly host: Host; readonly listeners: Listener[] }>();
  for (const { attending, who, line, drawn } of connected) {
    if (!attending) continue;
    const { meeting, host } = attending;
    const known = here.get(meeting) ?? { host, listeners: [] };
    known.listeners.push({ account: who.person.account, line, drawn });
    here.set(meeting, known);
  }
  return here;
}
