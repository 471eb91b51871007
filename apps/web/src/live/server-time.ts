// Knows what time the server has, however this device's clock is set; asks nobody by itself.

export interface ServerTime {
  /** Epoch ms by the server, as well as it is known. */
  now(): number;
  /** One reading: asked at `sentAt`, answered with `at`; the quicker the answer, the better it is known. */
  reading(sentAt: number, at: number): void;
  /** The device's steady time, for `sentAt`. */
  steady(): number;
}

/** How far two clocks may run apart, ms for each ms: so much less a reading is worth as it grows old. */
const drift = 1e-4;

/**
 * The best reading holds until a better one comes, or one that contradicts it: many a device's steady time stands while it sleeps, and a
 * server's clock may be set. `steady` does not jump when the device's clock is set.
 */
export function serverTime(steady: () => number = () => performance.now()): ServerTime {
  /** The offset is known up to `doubt`, ms. */
  let best = { offset: Date.now() - steady(), doubt: Number.POSITIVE_INFINITY, takenAt: 0 };
  return {
    now: () => Math.round(steady() + best.offset),
    reading: (sentAt, at) => {
      const takenAt = steady();
      const doubt = (takenAt - sentAt) / 2;
      const offset = at + doubt - takenAt;
      const held = best.doubt + (takenAt - best.takenAt) * drift;
      // A server's time is in whole ms.
      if (doubt <= held || Math.abs(offset - best.offset) > doubt + held + 1) best = { offset, doubt, takenAt };
    },
    steady,
  };
}
