// A line between one replica and a host that carries frames only when told to, and may break with some in flight. Knows no sockets.
import { attendeeOf, type CommandId, type PersonId } from '@xieshang/meeting';
import type { Answer, Delivery, Welcome } from '@xieshang/protocol';
import { stampsFor } from './ballot-box.ts';
import { deliveriesOf, type Seat } from '../audience.ts';
import type { Host } from '../host.ts';
import type { Line } from '../replica.ts';

export interface Wire {
  readonly line: Line;
  readonly connected: () => boolean;
  /** Frames in flight towards the host and back. */
  readonly inFlight: () => { readonly up: number; readonly down: number };
  connect(): void;
  /** What is in flight is lost and every open call rejects; the host may have done what it was asked. */
  drop(): void;
  /** Carries a frame towards the host: the oldest, or the one at that place. */
  carryUp(place?: number): void;
  /** Carries a frame back: the oldest, or the one at that place. */
  carryDown(place?: number): void;
  /** A frame disappears; whoever waits for its answer waits until the line breaks. */
  lose(way: Way, place: number): void;
  /** A frame comes once more, behind all others. */
  repeat(way: Way, place: number): void;
}

export type Way = 'up' | 'down';
type Frame = () => void;

const broken = (): Error => new Error('the line is broken');

/** `host` is asked at each frame: after a crash it is another one. */
export function wire(person: PersonId, host: () => Host, hear: (deliveries: readonly Delivery[]) => void): Wire {
  let open = false;
  let era = 0;
  let seat: Seat | null = null;
  let up: Frame[] = [];
  let down: Frame[] = [];
  const breakCalls: (() => void)[] = [];

  const call = <Reply>(serve: (reply: (given: Reply) => void) => void): Promise<Reply> => {
    if (!open) return Promise.reject(broken());
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    const mine = era;
    breakCalls.push(() => reject(broken()));
    up.push(() => serve((given) => void (mine === era && down.push(() => resolve(given)))));
    return promise;
  };

  const hello = (lastSeq: number): Promise<Welcome> =>
    call<Welcome>((reply) => {
      const now = host();
      const { state } = now.history();
      if (state.phase === 'notConvened' || !attendeeOf(state.roll, person)) return reply({ ok: false, refusal: { type: 'NotOnRoll' } });
      seat?.leave();
      const mine = era;
      seat = now.attend({ person, hear: (told) => void (mine === era && down.push(() => hear(deliveriesOf(told)))) }, lastSeq);
      const { seq, head, missed } = seat;
      reply({ ok: true, you: person, seq, head, ...missed });
    });

  const command = (id: CommandId, body: Parameters<Line['command']>[1]): Promise<Answer> =>
    call<Answer>(
      (reply) =>
        void host()
          .submit(body, { by: person, command: id, ...stampsFor(body) })
          .then(reply),
    );

  return {
    line: { hello, command },
    connected: () => open,
    inFlight: () => ({ up: up.length, down: down.length }),
    connect: () => void (open = true),
    drop: () => {
      open = false;
      era += 1;
      seat?.leave();
      seat = null;
      up = [];
      down = [];
      for (const breakCall of breakCalls.splice(0)) breakCall();
    },
    carryUp: (place = 0) => up.splice(place, 1)[0]?.(),
    carryDown: (place = 0) => down.splice(place, 1)[0]?.(),
    lose: (way, place) => void (way === 'up' ? up : down).splice(place, 1),
    repeat: (way, place) => {
      const frames = way === 'up' ? up : down;
      frames.push(...frames.slice(place, place + 1));
    },
  };
}
