// K6: which screens are connected, and whether each is up to date, as the office hears it.
import { decide, evolve, initial, mainScreen, screenName, type Command, type Meeting } from '@xieshang/meeting';
import { commandId, personId } from '@xieshang/meeting';
import { plan } from '@xieshang/meeting/testing';
import type { Note } from '@xieshang/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frame, meeting, stage, type Client, type Stage } from './testing.ts';
import { silentAfterMs, watchScreens, type Drawn } from './screens.ts';

const side = screenName('侧屏');
const after = (...bodies: readonly Command[]): Meeting =>
  bodies.reduce<Meeting>((state, body) => {
    const [by, at] = [personId('mishu1'), 1_653_541_200_000];
    const decision = decide(state, { ...body, by, at, command: commandId('c') });
    return decision.ok ? decision.events.reduce<Meeting>((next, event) => evolve(next, { ...event, by, at }), state) : state;
  }, initial);
const registered = after({ type: 'ConveneMeeting', plan: plan() }, { type: 'AddScreen', screen: side });
const main = (seq: number, at: number): Drawn => ({ name: mainScreen, seq, at });

test('a screen that has drawn the newest is up to date; one nobody has seen has never been there', () => {
  expect(watchScreens().turn(meeting, registered, 7, [main(7, 1000)], 2000)).toEqual([
    { name: 'main', connected: 1, standing: 'current' },
    { name: '侧屏', connected: 0, standing: 'never' },
  ]);
});

test('a fact has some turns to arrive; then it is behind, since it was last up to date', () => {
  const watch = watchScreens();
  const at = (seq: number, drawn: Drawn, now: number) => watch.turn(meeting, registered, seq, [drawn], now)[0];
  expect(at(7, main(7, 1000), 1000)).toMatchObject({ standing: 'current' });
  const later = [2000, 3000, 4000, 5000].map((now) => at(8, main(7, now), now)?.standing);
  expect(later).toEqual(['current', 'current', 'current', 'current']);
  expect(at(8, main(7, 6000), 6000)).toEqual({ name: 'main', connected: 1, standing: 'behind', at: 5000 });
  expect(at(8, main(7, 7000), 7000)).toEqual({ name: 'main', connected: 1, standing: 'behind', at: 5000 });
  expect(at(8, main(8, 8000), 8000)).toMatchObject({ standing: 'current' });
});

test('one that says nothing shows what is old', () => {
  const watch = watchScreens();
  const now = 1000 + silentAfterMs;
  expect(watch.turn(meeting, registered, 7, [main(7, 1000)], now - 1)[0]).toMatchObject({ standing: 'current' });
  expect(watch.turn(meeting, registered, 7, [main(7, 1000)], now)[0]).toEqual({ name: 'main', connected: 1, standing: 'behind', at: 1000 });
});

test('one that has gone is missed, since when; another of its name does not hide one that is behind', () => {
  const watch = watchScreens();
  watch.turn(meeting, registered, 7, [main(7, 1000), { name: side, seq: 7, at: 1000 }], 1000);
  expect(watch.turn(meeting, registered, 7, [main(7, 1500), main(7, 9000)], 1500 + silentAfterMs)).toEqual([
    { name: 'main', connected: 2, standing: 'behind', at: 1000 },
    { name: '侧屏', connected: 0, standing: 'gone', at: 1000 },
  ]);
});

test('one that nobody registered is told of while it is there, and not forever', () => {
  const watch = watchScreens();
  const many = Array.from({ length: 40 }, (_, n): Drawn => ({ name: screenName(`屏${n}`), seq: 7, at: 1000 }));
  expect(watch.turn(meeting, registered, 7, many, 1000)).toHaveLength(14);
  expect(watch.turn(meeting, registered, 7, [], 1000)).toHaveLength(2);
});

let house: Stage;
beforeAll(async () => {
  house = await stage();
});
afterAll(() => house.close());
const noteWith = (client: Client, fits: (note: Note) => boolean) =>
  new Promise<Note>((resolve) => client.socket.on('now', (note: Note) => fits(note) && resolve(note)));

test('over the wire: the office hears of a screen that says its name, and nobody else does', async () => {
  const [office, observer, screen] = [await house.client('zhuchi'), await house.client('zhang'), await house.client('pangting1')];
  await Promise.all([office.hello(), observer.hello()]);
  const [told, others] = [noteWith(office, ({ screens }) => screens?.[0]?.connected === 1), noteWith(observer, () => true)];
  expect(await screen.socket.emitWithAck('hello', { protocol: 1, meetingId: meeting, lastSeq: 0, screen: 'main' })).toMatchObject({
    ok: true,
  });
  expect(await screen.socket.emitWithAck('shown', { seq: 2 })).toEqual({ ok: true });
  expect((await told).screens).toEqual([{ name: 'main', connected: 1, standing: 'current' }]);
  expect((await others).screens).toBeUndefined();
  expect(await screen.socket.emitWithAck('shown', { seq: 'all' })).toMatchObject({ ok: false });
  const gone = noteWith(office, ({ screens }) => screens?.[0]?.connected === 0);
  screen.socket.disconnect();
  expect((await gone).screens).toMatchObject([{ name: 'main', connected: 0, standing: 'gone' }]);
  expect((await office.command(frame('AddScreen', { screen: '走廊' }))).ok).toBe(true);
});
