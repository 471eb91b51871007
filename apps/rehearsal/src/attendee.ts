// One simulated person: a real replica on a real socket, and an account of what it sent, heard and when. Knows no agenda.
import { commandId, type Command, type CommandId, type MeetingId, type PersonId } from '@xieshang/meeting';
import { PROTOCOL, type Answer, type Delivery, type Welcome } from '@xieshang/protocol';
import { createReplica, type Picture } from '@xieshang/room';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';

/** One command and what became of it; times in ms of one clock. */
export interface Sent {
  readonly id: CommandId;
  readonly body: Command;
  readonly at: number;
  readonly answer: Answer;
  readonly tookMs: number;
}

export interface Attendee {
  readonly person: PersonId;
  readonly picture: () => Picture;
  readonly sent: readonly Sent[];
  /** `seq` of every readable fact that was heard, by the command it came from. */
  readonly heard: ReadonlyMap<string, readonly number[]>;
  /** How often each `seq` came over the line, readable or sealed. */
  readonly delivered: ReadonlyMap<number, number>;
  /** How often the line had to be made anew. */
  readonly reconnects: () => number;
  /** For each connection after the first, ms from the attempt until this replica held all that was missed. */
  readonly catchUps: readonly number[];
  /** Resolves with the ms from the first attempt to connect to the first state. */
  join(): Promise<number>;
  send(body: Command): Promise<Sent>;
  /** Resolves with the time at which this replica had applied `seq`. */
  applied(seq: number): Promise<number>;
  /** Asks the server once more for the newest head and compares; waits for a line that is down. */
  confirm(): Promise<Picture>;
  /** The line breaks without a goodbye; nothing is heard and nothing sent until `back`. */
  cut(): void;
  /** Connects again, and goes on trying. */
  back(): void;
  leave(): void;
}

/** ms; longer without an answer and the line counts as broken. */
const answerWithin = 20_000;
/** ms before a command the server could not take is sent again. */
const againAfter = 300;

/** How long, in ms, a line that broke waits before it is made anew: first, and at most. */
export interface Patience {
  readonly firstMs: number;
  readonly lastMs: number;
}

/** As patient as a page in a hall. */
const usualPatience: Patience = { firstMs: 250, lastMs: 1500 };

export function attendee(
  url: string,
  meeting: MeetingId,
  { person, cookie }: { readonly person: PersonId; readonly cookie: string },
  { firstMs, lastMs }: Patience = usualPatience,
): Attendee {
  const sent: Sent[] = [];
  const heard = new Map<string, readonly number[]>();
  const steps: { readonly seq: number; readonly at: number }[] = [];
  let waiting: { readonly seq: number; readonly reached: (at: number) => void }[] = [];
  const delivered = new Map<number, number>();
  const catchUps: number[] = [];
  let connections = 0;
  /** When the present attempt to connect began. */
  let began = 0;
  const first = Promise.withResolvers<void>();

  const socket: Socket = io(`${url}/meeting`, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
    autoConnect: false,
    reconnectionDelay: firstMs,
    reconnectionDelayMax: lastMs,
    timeout: answerWithin,
  });

  const ask = async <Reply>(event: string, frame: unknown): Promise<Reply> => {
    if (!socket.connected) throw new Error('the line is down');
    try {
      return await socket.timeout(answerWithin).emitWithAck(event, frame);
    } catch (error) {
      if (socket.connected) socket.disconnect().connect();
      throw error;
    }
  };

  const replica = createReplica({
    meeting,
    line: {
      hello: async (lastSeq) => {
        const welcome = await ask<Welcome>('hello', { protocol: PROTOCOL, meetingId: meeting, lastSeq });
        if (welcome.ok && 'events' in welcome) noteFacts(welcome.events);
        return welcome;
      },
      command: (id, body) => ask('command', { id, meetingId: meeting, ...body }),
    },
    now: Date.now,
    newCommandId: () => commandId(randomUUID()),
    changed: () => noteStep(),
    later: (again) => void setTimeout(again, againAfter),
  });

  const noteStep = (): void => {
    const { seq } = replica.picture();
    if (seq <= (steps.at(-1)?.seq ?? 0)) return;
    const at = performance.now();
    steps.push({ seq, at });
    for (const one of waiting) if (one.seq <= seq) one.reached(at);
    waiting = waiting.filter((one) => one.seq > seq);
  };

  const noteFacts = (deliveries: readonly Delivery[]): void => {
    for (const delivery of deliveries) {
      delivered.set(delivery.seq, (delivered.get(delivery.seq) ?? 0) + 1);
      if (!('bytes' in delivery)) continue;
      const command = /"command":"([^"]+)"/.exec(delivery.bytes)?.[1] ?? '';
      const known = heard.get(command) ?? [];
      if (!known.includes(delivery.seq)) heard.set(command, [...known, delivery.seq]);
    }
  };

  socket.on('events', (deliveries: readonly Delivery[]) => {
    noteFacts(deliveries);
    replica.heard(deliveries);
  });
  socket.on('connect', () => {
    connections += 1;
    replica.connected().then(
      () => {
        const { refused } = replica.picture();
        if (refused) return first.reject(new Error(`${person} 不能入会：${refused.type}`));
        if (connections > 1) catchUps.push(performance.now() - began);
        first.resolve();
      },
      // The line broke again: the next connection asks anew.
      () => undefined,
    );
  });
  socket.io.on('reconnect_attempt', () => void (began = performance.now()));
  socket.on('connect_error', (error) => {
    if (!socket.active) first.reject(error);
  });

  return {
    person,
    picture: replica.picture,
    sent,
    heard,
    delivered,
    catchUps,
    reconnects: () => Math.max(connections - 1, 0),
    join: async () => {
      const at = performance.now();
      socket.connect();
      await first.promise;
      return performance.now() - at;
    },
    send: async (body) => {
      const at = performance.now();
      const pending = replica.send(body);
      const id = replica.picture().pending.at(-1)?.id ?? commandId('');
      const answer = await pending;
      const one: Sent = { id, body, at, answer, tookMs: performance.now() - at };
      sent.push(one);
      return one;
    },
    applied: (seq) => {
      const step = steps.find((one) => one.seq >= seq);
      if (step) return Promise.resolve(step.at);
      return new Promise((reached) => void (waiting = [...waiting, { seq, reached }]));
    },
    confirm: async () => {
      if (!socket.connected) await new Promise<void>((connected) => void socket.once('connect', connected));
      await replica.connected();
      return replica.picture();
    },
    cut: () => {
      breakLine(socket);
      socket.disconnect();
    },
    back: () => {
      began = performance.now();
      socket.connect();
    },
    leave: () => void socket.disconnect(),
  };
}

/** As a phone that leaves the hall: the connection is gone and nothing was said. Does nothing where there is none. */
function breakLine({ io: { engine } }: Socket): void {
  const transport: object | undefined = engine?.transport;
  const ws: unknown = transport && 'ws' in transport ? transport.ws : undefined;
  if (typeof ws === 'object' && ws !== null && 'terminate' in ws && typeof ws.terminate === 'function') ws.terminate();
}
