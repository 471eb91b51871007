import type { Delivery } from '@xieshang/protocol';
import { Encoder, PacketType } from 'socket.io-parser';
import { describe, expect, test } from 'vitest';
import * as ws from 'ws';
import { answerPacket, eventPacket, eventsPacket, snapshotSpelling, textOf } from './frames.ts';
import { frameOf } from './straight.ts';
import { entriesOf, insteadOf, isNext, Tape } from './tape.ts';

const nsp = '/meeting';
const encode = (packet: { readonly type: PacketType; readonly data: unknown; readonly id?: number }): unknown =>
  new Encoder().encode({ ...packet, nsp }).join('');

const fact = (seq: number): Delivery => ({ seq, bytes: `{"payload":{"text":"第${seq}条“话”\\n"}}` });
const digest = (seq: number): Delivery => ({ seq, digest: 'ab'.repeat(32) });
const some: readonly Delivery[] = [fact(1), digest(2), digest(3), fact(4)];

describe('a packet is spelled as socket.io spells it', () => {
  test('facts of several tellings, as one list', () => {
    const tape = new Tape();
    const [first, last] = [tape.runOf(some), tape.runOf([digest(5)])];
    const packet = eventsPacket(entriesOf({ first, last, own: [] }));
    expect(textOf(packet)).toBe(encode({ type: PacketType.EVENT, data: ['events', [...some, digest(5)]] }));
  });

  test.each([[[0]], [[1]], [[2, 3]], [[0, 3]], [[0, 1, 2, 3]], [[1, 2]]])('with the facts at %j replaced by one’s own', (places) => {
    const own = places.map((place) => ({ place, delivery: fact(100 + place) }));
    const list = some.map((one, place) => own.find((each) => each.place === place)?.delivery ?? one);
    const run = new Tape().runOf(some);
    const pieces = entriesOf({ first: run, last: run, own: own.map(({ place, delivery }) => insteadOf(run, place, delivery)) });
    expect(textOf(eventsPacket(pieces))).toBe(encode({ type: PacketType.EVENT, data: ['events', list] }));
  });

  test('over as many pages as it takes, from anywhere to anywhere, with one’s own in between', () => {
    const tape = new Tape();
    const lists = Array.from({ length: 300 }, (_, place) => Array.from({ length: 7 }, (_each, each) => digest(place * 7 + each)));
    const runs = lists.map((list) => tape.runOf(list));
    const [from, to, mine] = [17, 290, 140];
    const [first, last, between] = [runs[from], runs[to], runs[mine]];
    if (!first || !last || !between) throw new Error('runs were expected');
    const own = [insteadOf(between, 6, fact(mine * 7 + 6)), insteadOf(last, 6, fact(to * 7 + 6))];
    const list = lists.slice(from, to + 1).flat();
    for (const place of [mine, to]) list[(place - from) * 7 + 6] = fact(place * 7 + 6);
    expect(new Set(runs.map(({ page }) => page)).size).toBeGreaterThan(2);
    expect(textOf(eventsPacket(entriesOf({ first, last, own })))).toBe(encode({ type: PacketType.EVENT, data: ['events', list] }));
    expect([isNext(between, first), ...runs.slice(1).map((run, place) => isNext(run, runs[place] ?? run))].filter((next) => !next)).toEqual(
      [false],
    );
  });

  test('a list that is told to the next in the circle is not spelled again', () => {
    const tape = new Tape();
    expect(tape.runOf(some)).toBe(tape.runOf(some));
  });

  test('an event, and an answer with its number', () => {
    const note = { at: 1, alarms: ['storageFails'] };
    expect(textOf(eventPacket('now', note))).toBe(encode({ type: PacketType.EVENT, data: ['now', note] }));
    expect(textOf(answerPacket(17, { ok: true, seq: 3 }))).toBe(encode({ type: PacketType.ACK, id: 17, data: [{ ok: true, seq: 3 }] }));
  });

  test('a welcome with a snapshot, whose shared part is spelled once for all', () => {
    const spell = snapshotSpelling();
    const welcome = (you: string) => ({ ok: true, you, seq: 9, head: 'cd', snapshot: { shared: '{"名":"“会”"}', own: `{"v":"${you}"}` } });
    const [one, other] = [spell(1, welcome('zhang')), spell(2, welcome('li'))];
    expect(textOf(one)).toBe(encode({ type: PacketType.ACK, id: 1, data: [welcome('zhang')] }));
    expect(textOf(other)).toBe(encode({ type: PacketType.ACK, id: 2, data: [welcome('li')] }));
    expect(one.pieces[1]).toBe(other.pieces[1]);
  });
});

test.each([1, 100, 124, 125, 126, 65_533, 65_534, 65_535, 70_000])('a frame around %d bytes is the one ws makes', (bytes) => {
  const text = 'x'.repeat(bytes);
  const options = { fin: true, opcode: 1, mask: false, readOnly: false, rsv1: false };
  // @types/ws leaves the maker of frames out.
  const { frame } = (ws as unknown as { readonly Sender: { readonly frame: (data: Buffer, how: typeof options) => readonly Buffer[] } })
    .Sender;
  expect(frameOf({ pieces: [Buffer.from(text)], bytes }).equals(Buffer.concat(frame(Buffer.from(`4${text}`), options)))).toBe(true);
});
