// Knows how long a programme waits for what has to come; what does not come is a finding, not a hang.
import { pause } from '../src/course.ts';

/** ms; far beyond what any of it takes on a busy machine. */
const patienceMs = 60_000;
const lookEveryMs = 20;

/** True as soon as it is so; false when it is not so for a minute. */
export async function comes(isSo: () => boolean | Promise<boolean>, lookEvery = lookEveryMs): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) return false;
    await pause(lookEvery);
  }
  return true;
}

/** True when the work is done within a minute. What it throws, it throws here. */
export async function done(work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), patienceMs);
  try {
    return await Promise.race([work.then(() => true), promise]);
  } finally {
    clearTimeout(timer);
  }
}
