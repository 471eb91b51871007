// F11: the server's time on a device whose own clocks are wrong, run at another speed, or stand while it sleeps.
import { expect, test } from 'vitest';
import { serverTime } from './server-time.ts';

const began = 1_700_000_000_000;

/** A device and a server whose true times are known; `rate`: how fast the device's steady time runs. */
function device(rate = 1) {
  let [elapsed, steady, set] = [0, 1_000, 0];
  const time = serverTime(() => steady);
  const pass = (ms: number): void => {
    elapsed += ms;
    steady += ms * rate;
  };
  const trueTime = (): number => began + elapsed + set;
  return {
    pass,
    sleep: (ms: number) => (elapsed += ms),
    setServer: (ms: number) => (set += ms),
    /** Asked and answered: so long on the way there, so long on the way back. */
    read: (there: number, back: number) => {
      const sentAt = steady;
      pass(there);
      const at = Math.round(trueTime());
      pass(back);
      time.reading(sentAt, at);
    },
    off: () => Math.abs(time.now() - trueTime()),
  };
}

test('F11 one reading sets it right, up to half of the way there and back, whatever the device’s own clock says', () => {
  const phone = device();
  expect(phone.off()).toBeGreaterThan(1_000_000);
  phone.read(10, 50);
  expect(phone.off()).toBeLessThanOrEqual(30);
});

test('F11 a slower answer does not spoil what a quicker one has told', () => {
  const phone = device();
  phone.read(10, 10);
  phone.pass(1_000);
  phone.read(10, 900);
  expect(phone.off()).toBeLessThanOrEqual(1);
});

test('F11 a device whose steady time stood while it slept is right again with the first answer, however slow', () => {
  const phone = device();
  phone.read(5, 5);
  phone.sleep(20 * 60_000);
  phone.read(20, 80);
  expect(phone.off()).toBeLessThanOrEqual(50);
});

test('F11 a server whose clock is set back is followed', () => {
  const phone = device();
  phone.read(5, 5);
  phone.setServer(-60_000);
  phone.read(20, 80);
  expect(phone.off()).toBeLessThanOrEqual(50);
});

test('F11 read every minute over a slow line it stays within 100 ms for four hours on a clock that runs away', () => {
  for (const rate of [1 + 8e-5, 1 - 8e-5]) {
    const phone = device(rate);
    phone.read(10, 10);
    for (let minute = 0; minute < 240; minute += 1) {
      phone.pass(60_000);
      phone.read(30, 130);
      expect(phone.off()).toBeLessThanOrEqual(100);
    }
  }
});
