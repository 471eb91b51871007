// Somebody who takes part as usual at all three doors and notes how long each answer takes; floods nothing.
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

export type Waits = Readonly<Record<'command' | 'time' | 'minutes' | 'http', readonly number[]>>;

export interface Bystander {
  /** Takes part for so long, ms. */
  watch(ms: number): Promise<Waits>;
  end(): void;
}

const everyMs = 20;
const askCursors = new Uint8Array([3]);
/** An answer that has not come by then is one that took so long, ms. */
const longest = 20_000;

export async function openBystander(url: string, cookies: { readonly member: string; readonly secretary: string }, document: string) {
  const socket = io(`${url}/meeting`, { transports: ['websocket'], extraHeaders: { cookie: cookies.member }, forceNew: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const minutes = new WebSocket(`${url.replace('http', 'ws')}/collab/${document}`, { headers: { cookie: cookies.secretary } });
  minutes.on('error', () => undefined);
  await new Promise<void>((resolve) => minutes.once('open', () => resolve()));
  let answered: () => void = () => undefined;
  minutes.on('message', (data: Buffer) => data[0] === 1 && answered());

  const asks: Readonly<Record<keyof Waits, () => Promise<unknown>>> = {
    time: () => socket.timeout(longest).emitWithAck('time', {}),
    command: () => socket.timeout(longest).emitWithAck('command', { id: randomUUID(), meetingId: 'demo', type: 'CheckIn' }),
    minutes: () =>
      new Promise<void>((resolve) => {
        answered = resolve;
        minutes.send(askCursors);
      }),
    http: async () => (await fetch(`${url}/api/session`, { headers: { cookie: cookies.member } })).arrayBuffer(),
  };
  /** A person's pace: six commands a second are within everybody's. */
  const every: Readonly<Record<keyof Waits, number>> = { time: everyMs * 2, command: 160, minutes: everyMs, http: everyMs * 2 };

  const watchOne = async (door: keyof Waits, until: number): Promise<readonly number[]> => {
    const waits: number[] = [];
    while (performance.now() < until) {
      const began = performance.now();
      await asks[door]();
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, every[door]));
    }
    return waits;
  };

  const bystander: Bystander = {
    watch: async (ms) => {
      const until = performance.now() + ms;
      const [command, time, atMinutes, http] = await Promise.all([
        watchOne('command', until),
        watchOne('time', until),
        watchOne('minutes', until),
        watchOne('http', until),
      ]);
      return { command, time, minutes: atMinutes, http };
    },
    end: () => {
      socket.disconnect();
      minutes.terminate();
    },
  };
  return bystander;
}
