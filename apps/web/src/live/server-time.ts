// Knows what time the server has, however this device's clock is set; asks nobody by itself.

/** ms since the page began; does not jump when the device's clock is set. */
const steady = (): number => performance.now();

export interface ServerTime {
  /** Epoch ms by the server, as well as it is known. */
  now(): number;
  /** One reading: asked at `sentAt`, answered with `at`; the quicker the answer, the better it is known. */
  reading(sentAt: number, at: number): void;
  /** The device's steady time, for `sentAt`. */
  steady(): number;
}

/** Readings grow old: after this a slower one may replace a quicker one, ms. */
const staleAfter = 300_000;

export function serverTime(): ServerTime {
  let offset = Date.now() - steady();
  let best = { roundTrip: Number.POSITIVE_INFINITY, takenAt: 0 };
  return {
    now: () => Math.round(steady() + offset),
    reading: (sentAt, at) => {
      const received = steady();
      const roundTrip = received - sentAt;
      if (roundTrip > best.roundTrip && received - best.takenAt < staleAfter) return;
      best = { roundTrip, takenAt: received };
      offset = at + roundTrip / 2 - received;
    },
    steady,
  };
}
