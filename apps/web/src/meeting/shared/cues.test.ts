import { personId, requestId, type Floor } from '@xieshang/meeting';
import { describe, expect, test } from 'vitest';
import { cuesOf, cueWatch } from './cues.ts';

const minute = 60_000;
const speaking = (limitMs: number, spokenMs = 0): Floor => ({
  phase: 'speaking',
  request: {
    requestId: requestId('q1'),
    person: personId('li'),
    kind: 'openFloorSpeech',
    topic: '',
    addressedTo: [],
    inReplyTo: null,
    limitMs,
    askedAt: 0,
    enteredBy: personId('li'),
    origin: 'asked',
  },
  from: 0,
  limitMs,
  spokenMs,
  since: 1000,
  overtimeAt: null,
});
const told = (floor: Floor, now = 0) => cuesOf(floor, [minute, 30_000], now).map(({ leftMs, strokes, at }) => [leftMs, strokes, at]);

test('F11 one stroke at a minute, two at half a minute, three when time is up', () => {
  expect(told(speaking(3 * minute))).toEqual([
    [minute, 1, 1000 + 2 * minute],
    [30_000, 2, 1000 + 2.5 * minute],
    [0, 3, 1000 + 3 * minute],
  ]);
});

test('F11 what is past does not come again, and the clock goes on from what was spoken', () => {
  expect(told(speaking(3 * minute, minute), 1000 + 1.2 * minute)).toEqual([
    [30_000, 2, 1000 + 1.5 * minute],
    [0, 3, 1000 + 2 * minute],
  ]);
});

test('F11 a speech no longer than a warning begins without it; a standing clock calls nobody', () => {
  expect(told(speaking(minute)).map(([left]) => left)).toEqual([30_000, 0]);
  const { since: _since, ...held } = speaking(3 * minute) as Extract<Floor, { phase: 'speaking' }>;
  expect(cuesOf({ ...held, phase: 'paused', pausedAt: 0 }, [minute], 0)).toEqual([]);
});

describe('F11 a page that watches', () => {
  const floor = speaking(3 * minute);
  const warnings = [minute, 30_000];
  /** Looks when so many ms of the speech are left, the device's own time going with it unless told; what it calls for. */
  const watching = () => {
    const watch = cueWatch();
    return (leftMs: number, steadyMs = 3 * minute - leftMs, on: Floor = floor) => {
      const limitMs = on.phase === 'speaking' ? on.limitMs : 0;
      return watch.look(on, warnings, 1000 + limitMs - leftMs, steadyMs).cue?.leftMs;
    };
  };

  test('calls for each cue once, as it comes', () => {
    const look = watching();
    expect([150_000, 60_000, 59_000, 30_000, 29_000, 0, -5000].map((left) => look(left))).toEqual([
      ...[undefined, minute, undefined, 30_000, undefined, 0, undefined],
    ]);
  });
  test('opened anew it is silent about what is past, also right after it', () => {
    const look = watching();
    expect([look(59_990), look(40_000), look(29_990)]).toEqual([undefined, undefined, 30_000]);
  });
  test('another speech that is found half over is one seen for the first time', () => {
    const look = watching();
    const other = speaking(3 * minute);
    const another: Floor = other.phase === 'empty' ? other : { ...other, request: { ...other.request, requestId: requestId('q2') } };
    expect([look(100_000), look(20_000, 100_000, another)]).toEqual([undefined, undefined]);
  });
  test('does not call again where the time is mended by little, back over a cue', () => {
    const look = watching();
    expect([look(61_000), look(59_990), look(60_020, 3 * minute - 60_010), look(59_980)]).toEqual([
      undefined,
      minute,
      undefined,
      undefined,
    ]);
  });
  test('finds several late: a tab that was put to rest tells the last of them only', () => {
    const look = watching();
    expect([look(100_000), look(20_000)]).toEqual([undefined, 30_000]);
  });
  test('a device that thought it hours later is right once it knows the time, and still tells what comes', () => {
    const look = watching();
    expect([look(-7_200_000, 0), look(90_000, 300), look(59_000, 31_300)]).toEqual([undefined, undefined, minute]);
  });
  test('a device that thought it hours earlier, or slept, does not tell what was past before it knew', () => {
    const look = watching();
    expect([look(3 * minute, 0), look(20_000, 300), look(0, 20_300)]).toEqual([undefined, undefined, 0]);
  });
  test('more time brings the cues again that lie ahead again', () => {
    const look = watching();
    const longer = speaking(4 * minute);
    expect([look(61_000), look(59_000), look(119_000, 121_000, longer), look(60_000, 180_000, longer)]).toEqual([
      ...[undefined, minute, undefined, minute],
    ]);
  });
  test('a limit cut below what was spoken owes the last cue it left behind, once', () => {
    const look = watching();
    const cut = speaking(2 * minute);
    expect([look(84_000), look(24_000, 96_000, cut), look(23_000, 97_000, cut)]).toEqual([undefined, 30_000, undefined]);
  });
  test('looks exactly when the next is due, and again after two seconds at the latest, whatever is past', () => {
    const look = (leftMs: number, on: Floor = floor) => cueWatch().look(on, warnings, 1000 + 3 * minute - leftMs, 0).again;
    expect([look(90_000), look(60_700), look(700), look(-9000), look(0, { phase: 'empty' })]).toEqual([2000, 700, 700, 2000, null]);
  });
});
