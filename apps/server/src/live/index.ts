// Brings sockets and rooms together: who is connected, what they hear, when they must go. Knows no rule of a meeting.
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { MeetingId } from '@xieshang/meeting';
import type { Answer, ByeReason, Welcome } from '@xieshang/protocol';
import type { Host } from '@xieshang/room';
import { Server, type Socket } from 'socket.io';
import type { Authenticated, SignIn } from '../desk.ts';
import { PacedSocketServer } from '../doors/paced-socket.ts';
import { noOverload, type Overload } from '../doors/overload.ts';
import { pace, paceOfEach } from '../doors/pace.ts';
import { noMeters, type Meters } from '../meters.ts';
import { cutOff, hold, limitRequests, limitStrangers, unreadBytes } from './below.ts';
import { connection } from './connection.ts';
import { guardUpgrades, livePath, type OtherDoor } from './doors.ts';
import { limits, usualRates, type Rates } from './limits.ts';
import { isOffice, notesOf } from './notes.ts';
import { parser } from './parser.ts';
import { openPersons } from './persons.ts';
import type { OpenRooms } from './rooms.ts';

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

const noteEveryMs = 1000;
/** A note is repeated after that many quiet turns, so that a screen knows it is not stale. */
const quietTurns = 5;
interface Connected {
  readonly socket: Socket;
  readonly who: Authenticated;
  /** What it may leave unread, with what it asked for itself. */
  unreadAllowed: number;
  attending: { readonly meeting: MeetingId; readonly host: Host } | null;
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
  limitRequests(io);
  limitStrangers(io);
  // `allowRequest` is asked at a handshake only: whoever learnt a session's id could go on in it from elsewhere.
  io.engine.use(({ headers }: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => {
    if (headers.origin === undefined || allowedOrigin(headers.origin)) next();
    else if (headers.upgrade !== undefined) next(new Error('WrongOrigin'));
    else response.writeHead(403).end();
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

  const sendAway = ({ socket }: Connected, reason: ByeReason): void => {
    meters.refused('live', reason);
    socket.emit('bye', { reason });
    socket.disconnect(true);
  };

  meetings.on('connection', (socket: Socket) => {
    const who: Authenticated = socket.data;
    const one: Connected = { socket, who, unreadAllowed: limits.unreadBytes, attending: null };
    const { account } = who.person;
    const [ownCommands, allCommands] = [pace(clock, rates.commands), personCommands(account)];
    const [frames, overPace] = [pace(clock, rates.frames), pace(clock, limits.overPace)];
    const line = connection({
      ...{ rooms, who, overload },
      paces: { command: () => ownCommands() || allCommands(), hello: pace(clock, rates.hellos) },
      hear: (deliveries) => void socket.emit('events', deliveries),
      attending: (meeting, host) => void (one.attending = { meeting, host }),
      giveUp: () => sendAway(one, 'badFrames'),
      tooFast: (ms) => {
        if (overPace() > 0) sendAway(one, 'badFrames');
        else hold(socket, ms);
      },
    });
    connected.add(one);
    socket.on('error', () => sendAway(one, 'badFrames'));
    socket.on('disconnect', () => {
      connected.delete(one);
      persons.leave(account, one);
      line.close();
    });
    socket.onAny(() => {
      const ms = frames();
      if (ms > 0) hold(socket, ms);
    });
    const hello = async (frame: unknown): Promise<Welcome> => {
      const welcome = await line.hello(frame);
      one.unreadAllowed = limits.unreadBytes + unreadBytes(socket) + bytesOf(welcome);
      return welcome;
    };
    answerTo(socket, 'hello', hello, report);
    answerTo(socket, 'command', (frame) => measured(line.command(frame), meters), report);
    answerTo(socket, 'time', () => Promise.resolve({ at: clock() }), report);
    for (const oldest of persons.arrive(account, one)) sendAway(oldest, 'tooMany');
  });

  /** S8. Who does not read is let go, to come again and be told what it has missed. */
  const looking = setInterval(() => {
    for (const { socket, unreadAllowed } of connected) {
      if (unreadBytes(socket) <= unreadAllowed) continue;
      meters.refused('live', 'slowReader');
      cutOff(socket);
    }
  }, limits.unreadEveryMs);

  signIn.onSessionsEnded((sessionIds) => {
    for (const one of connected) if (sessionIds.includes(one.who.sessionId)) sendAway(one, 'signedOut');
  });

  const stopNotes = takeNotes(connected, clock, textFails ?? (() => false), report);
  return {
    io,
    sockets: () => connected.size,
    close: async () => {
      stopNotes();
      clearInterval(looking);
      for (const one of connected) sendAway(one, 'stopping');
      await io.close();
    },
  };
}

/** At most: a letter is three bytes. */
function bytesOf(welcome: Welcome): number {
  if (!welcome.ok) return 0;
  if ('snapshot' in welcome) return 3 * (welcome.snapshot.shared.length + welcome.snapshot.own.length);
  return welcome.events.reduce((sum, event) => sum + 100 + ('bytes' in event ? 3 * event.bytes.length : 64), 0);
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

/** Says `now` to each meeting when it differs from the last time, and now and then when it does not. Answers with the way to stop. */
function takeNotes(
  connected: ReadonlySet<Connected>,
  clock: () => number,
  textFails: (meeting: MeetingId) => boolean,
  report: (error: unknown) => void,
): () => void {
  const said = new Map<MeetingId, { readonly text: string; readonly quiet: number }>();
  const say = (): void => {
    const here = new Map<MeetingId, Connected[]>();
    for (const one of connected) {
      if (one.attending) here.set(one.attending.meeting, [...(here.get(one.attending.meeting) ?? []), one]);
    }
    for (const meeting of said.keys()) if (!here.has(meeting)) said.delete(meeting);
    for (const [meeting, ones] of here) {
      const host = ones[0]?.attending?.host;
      if (!host) continue;
      const { seq, state } = host.history();
      const persons = [...new Set(ones.map(({ who }) => who.person.account))];
      const notes = notesOf({ at: 0, seq, state, persons, storageFails: host.storageFails() || textFails(meeting) });
      const text = JSON.stringify(notes.office);
      const last = said.get(meeting);
      const quiet = last?.text === text ? last.quiet + 1 : 0;
      const due = quiet % quietTurns === 0;
      said.set(meeting, { text, quiet });
      if (!due) continue;
      const at = clock();
      for (const { socket, who } of ones) {
        socket.emit('now', { ...(isOffice(state, who.person.account) ? notes.office : notes.all), at });
      }
    }
  };
  const timer = setInterval(() => {
    try {
      say();
    } catch (error) {
      report(error);
    }
  }, noteEveryMs);
  return () => clearInterval(timer);
}
