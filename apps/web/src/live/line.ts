// A replica's line over socket.io: says what it is told to, hears what comes, and keeps trying. Knows no meeting rule.
import type { Command, CommandId, MeetingId } from '@xieshang/meeting';
import { PROTOCOL, type AnyRefusal, type Answer, type ByeReason, type Delivery, type Note, type Welcome } from '@xieshang/protocol';
import type { Line } from '@xieshang/room';
import { io, type Socket } from 'socket.io-client';
import { serverTime, type ServerTime } from './server-time.ts';

export type LineState = 'connecting' | 'up' | 'lost' | 'signedOut' | 'tooManyDevices';

/** `polling`: something on the way lets no WebSocket through. `drops`: something ends a line on which nothing is said. */
export type Network = 'fine' | 'polling' | 'drops';

export interface Listener {
  /** The line is up: time for a hello. */
  connected(): void;
  state(state: LineState): void;
  network(network: Network): void;
  heard(deliveries: readonly Delivery[]): void;
  note(note: Note): void;
}

export interface SocketLine extends Line {
  readonly time: ServerTime;
  /** A screen of the house says how far it has drawn; where nobody answers, the line is found to be broken. */
  shown(seq: number): void;
  close(): void;
}

/** How long an answer may take before the line counts as broken, ms. */
const answerWithin = 10_000;
/** How long a probe may take after the page was asleep or the line was silent, ms. */
const probeWithin = 3_000;
/** A line this silent is asked whether anybody is there: the server says `now` more often than that. */
const silentAfter = 8_000;
const watchEvery = 2_000;
/** A line that ends so soon, and in silence, may have been ended for it. */
const shortLife = 60_000;
const shortSilence = 1_500;
const timeReadings = 3;
/** F11. The time is read so often: clocks run apart. */
const readEvery = 60_000;
/** A word of the server from so far in what this page takes for the future: the device slept, or the server's clock was set, ms. */
const tooEarly = 500;
const againAfter = 1_000;

/** `screen`: what a screen of the house is called; null for everybody else's page. */
export function socketLine(meetingId: MeetingId, screen: string | null, listener: Listener): SocketLine {
  const time = serverTime();
  const socket: Socket = io('/meeting', {
    path: '/socket.io/',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 1_200,
    timeout: 4_000,
    autoConnect: false,
  });
  let closed = false;
  let lastHeard = time.steady();
  let lastConnect = 0;
  let lastRead = 0;
  /** Lines in a row that ended so. */
  let drops = 0;
  const hear = (): void => {
    lastHeard = time.steady();
  };

  const ask = async <Reply>(event: string, frame: unknown, within: number): Promise<Reply> => {
    if (!socket.connected) throw new Error('the line is down');
    try {
      const reply: Reply = await socket.timeout(within).emitWithAck(event, frame);
      hear();
      return reply;
    } catch (error) {
      // Connected but dumb: only a new connection tells whether anybody is there.
      if (socket.connected) socket.disconnect().connect();
      throw error;
    }
  };

  const again = (): void => {
    setTimeout(() => {
      if (!closed) socket.connect();
    }, againAfter);
  };

  const setTime = async (readings: number, within: number): Promise<void> => {
    lastRead = time.steady();
    for (let taken = 0; taken < readings; taken += 1) {
      const sentAt = time.steady();
      const { at } = await ask<{ at: number }>('time', {}, within);
      time.reading(sentAt, at);
    }
  };

  const readTime = (readings: number, within = answerWithin): void => void setTime(readings, within).catch(() => undefined);

  const over = (state: LineState): void => {
    closed = true;
    listener.state(state);
    socket.disconnect();
  };

  socket.on('connect', () => {
    hear();
    lastConnect = lastHeard;
    listener.network(socket.io.engine.transport.name === 'polling' ? 'polling' : drops > 1 ? 'drops' : 'fine');
    listener.connected();
    readTime(timeReadings);
  });
  socket.on('events', (deliveries: readonly Delivery[]) => {
    hear();
    listener.heard(deliveries);
  });
  socket.on('now', (note: Note) => {
    hear();
    if (note.at > time.now() + tooEarly) readTime(1);
    listener.note(note);
  });
  socket.on('bye', ({ reason }: { readonly reason: ByeReason }) => {
    if (reason === 'signedOut') over('signedOut');
    if (reason === 'tooMany') over('tooManyDevices');
  });
  socket.on('disconnect', (reason) => {
    if (closed) return;
    const now = time.steady();
    const dropped = reason === 'transport close' && now - lastHeard > shortSilence && now - lastConnect < shortLife;
    drops = dropped ? drops + 1 : 0;
    listener.state('lost');
    if (reason === 'io server disconnect') again();
  });
  socket.on('connect_error', (error: Error & { readonly data?: { readonly type?: AnyRefusal['type'] } }) => {
    if (closed) return;
    if (error.data?.type === 'SignInRequired') return over('signedOut');
    listener.state('lost');
    if (!socket.active) again();
  });

  const probe = (): void => readTime(1, probeWithin);

  /** A phone that wakes up, or finds a network again, does not wait for the next try. */
  const wake = (): void => {
    if (closed || document.visibilityState === 'hidden') return;
    if (socket.connected) probe();
    else socket.connect();
  };
  /** A network that went away without a word is found out by its silence; one that bears no silence gets none. */
  const watch = setInterval(() => {
    if (!socket.connected) return;
    if (drops > 1 || time.steady() - lastHeard > silentAfter) probe();
    else if (time.steady() - lastRead > readEvery) readTime(1);
  }, watchEvery);
  window.addEventListener('offline', wake);
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('online', wake);
  window.addEventListener('pageshow', wake);
  socket.connect();

  return {
    time,
    hello: async (lastSeq) => {
      for (;;) {
        const named = screen === null ? {} : { screen };
        const welcome = await ask<Welcome>('hello', { protocol: PROTOCOL, meetingId, lastSeq, ...named }, answerWithin);
        if (welcome.ok || welcome.refusal.type !== 'TooManyCommands') return welcome;
        const { retryAfterMs } = welcome.refusal;
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
      }
    },
    shown: (seq) => void ask('shown', { seq }, probeWithin).catch(() => undefined),
    command: (id: CommandId, body: Command) => ask<Answer>('command', { id, meetingId, ...body }, answerWithin),
    close: () => {
      closed = true;
      clearInterval(watch);
      window.removeEventListener('offline', wake);
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
      window.removeEventListener('pageshow', wake);
      socket.disconnect();
    },
  };
}
