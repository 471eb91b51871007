import { meetingId } from '@xieshang/meeting';
import { plan } from '@xieshang/meeting/testing';
import type { EventLog } from '@xieshang/room';
import { memoryLog } from '@xieshang/room/testing';
import { expect, test } from 'vitest';
import { openRooms } from './rooms.ts';

const meeting = meetingId('demo');
const convene = { type: 'ConveneMeeting', plan: plan() } as const;

const nothingToSeal = () => Promise.reject(new Error('no minutes here'));

/** Rooms over a log whose appends wait until they are let go; `loads` counts how often the log was read from its start. */
function roomsOnASlowDisk() {
  const kept = memoryLog();
  const letGo = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  let loads = 0;
  const log: EventLog = {
    ...kept,
    read: (id, after) => {
      loads += 1;
      return kept.read(id, after);
    },
    append: async (append) => {
      asked.resolve();
      await letGo.promise;
      return kept.append(append);
    },
  };
  const rooms = openRooms({
    log,
    clock: Date.now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    committed: () => Promise.resolve(),
    seal: nothingToSeal,
    report: () => undefined,
  });
  return { rooms, loads: () => loads, letGo: letGo.resolve, appendAsked: asked.promise };
}

test('a meeting has one host, also for those who look in while it is being convened', async () => {
  const { rooms, loads, letGo, appendAsked } = roomsOnASlowDisk();
  const convening = rooms.submit(meeting, convene, { by: 'mishu1', command: 'c-1' });
  await appendAsked;
  expect(await rooms.host(meeting)).toBeNull();
  letGo();
  expect(await convening).toMatchObject({ ok: true });
  expect((await rooms.host(meeting))?.history().seq).toBe(2);
  expect(loads()).toBe(1);
  await rooms.close();
});

test('a meeting nobody has convened is not kept', async () => {
  const { rooms, loads } = roomsOnASlowDisk();
  expect(await rooms.host(meeting)).toBeNull();
  expect(await rooms.host(meeting)).toBeNull();
  expect(loads()).toBe(2);
});
