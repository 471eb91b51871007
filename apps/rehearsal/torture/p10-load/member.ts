// One of many members: a real line that sends, hears and counts, without a replica, so that one process can play a whole hall.
import { commandId, type Command, type MeetingId, type PersonId } from '@xieshang/meeting';
import { PROTOCOL, type Answer, type Delivery, type Welcome } from '@xieshang/protocol';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Sent } from '../../src/attendee.ts';

export interface Member {
  readonly person: PersonId;
  readonly sent: readonly Sent[];
  /** For the counting of votes; facts are not kept. */
  readonly heard: ReadonlyMap<string, readonly number[]>;
  /** Resolves when the meeting is there. */
  join(cookie: string): Promise<void>;
  /** Resolves with the answer; rejects when the line breaks before. */
  send(body: Command): Promise<Sent>;
  /** Of the newest fact that came. */
  newest(): number;
  /** Facts left out between two that came. */
  gaps(): number;
  leave(): void;
}

/** ms without an answer after which the line counts as broken. */
const answerWithin = 20_000;

export function member(url: string, meeting: MeetingId, person: PersonId): Member {
  const sent: Sent[] = [];
  let socket: Socket | null = null;
  let newest = 0;
  let gaps = 0;

  const line = (): Socket => {
    if (!socket) throw new Error(`${person} 没有入会。`);
    return socket;
  };
  const hear = (deliveries: readonly Delivery[]): void => {
    for (const { seq } of deliveries) {
      if (newest > 0 && seq > newest + 1) gaps += seq - newest - 1;
      newest = Math.max(newest, seq);
    }
  };

  return {
    person,
    sent,
    heard: new Map(),
    join: async (cookie) => {
      socket = io(`${url}/meeting`, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnection: false });
      socket.on('events', hear);
      await new Promise<void>((connected, failed) => line().once('connect', connected).once('connect_error', failed));
      const frame = { protocol: PROTOCOL, meetingId: meeting, lastSeq: 0 };
      const welcome: Welcome = await line().timeout(answerWithin).emitWithAck('hello', frame);
      if (!welcome.ok) throw new Error(`${person} 不能入会：${welcome.refusal.type}`);
      newest = Math.max(newest, welcome.seq);
    },
    send: async (body) => {
      const id = commandId(randomUUID());
      const at = performance.now();
      const answer: Answer = await line()
        .timeout(answerWithin)
        .emitWithAck('command', { id, meetingId: meeting, ...body });
      const one: Sent = { id, body, at, answer, tookMs: performance.now() - at };
      sent.push(one);
      return one;
    },
    newest: () => newest,
    gaps: () => gaps,
    leave: () => void socket?.disconnect(),
  };
}
