// Knows when what everybody is to hear goes out, and that what goes out together goes in one piece; not what is said.
import { limits } from './limits.ts';

/** Frames that go out together, in order. */
export interface Batch {
  readonly frames: readonly Uint8Array[];
  /** The same for a WebSocket, spelled once for all. */
  wire(): Uint8Array;
}

export interface Hearer {
  sendAll(batch: Batch): void;
}

export interface Outbox<One extends Hearer> {
  /** To all but one, at the end of this turn. */
  tell(frame: Uint8Array, except?: One): void;
  /** To all, together with the next, or when it has waited long enough. */
  soon(frame: Uint8Array): void;
  /** Now. */
  flush(): void;
  /** Whether there is more to tell than turns are good for: fewer writes would do for the same words. */
  isBusy(): boolean;
}

export interface OutboxDeps<One> {
  readonly hearers: ReadonlySet<One>;
  /** So many frames of so many bytes have been handed over. */
  readonly sent: (frames: number, bytes: number) => void;
  /** ms */
  readonly clock: () => number;
}

interface Waiting<One> {
  readonly frame: Uint8Array;
  readonly except: One | undefined;
}

/** Over this time it is told how much there is to tell, ms. */
const memoryMs = 500;

export function openOutbox<One extends Hearer>({ hearers, sent, clock }: OutboxDeps<One>): Outbox<One> {
  let waiting: Waiting<One>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  /** What was told lately, the older the less it counts. */
  let told = 0;
  let toldAt = 0;

  const flush = (): void => {
    clearTimeout(timer);
    [timer, isDue] = [undefined, false];
    const all = waiting;
    if (all.length === 0) return;
    waiting = [];
    note(all);
    const whole = batchOf(all);
    const partial = new Map<One, Batch>();
    for (const { except } of all) {
      if (except && !partial.has(except)) partial.set(except, batchOf(all.filter((one) => one.except !== except)));
    }
    for (const hearer of hearers) hand(partial.get(hearer) ?? whole, hearer);
  };

  const hand = (batch: Batch, hearer: One): void => {
    if (batch.frames.length > 0) hearer.sendAll(batch);
  };

  const fading = (now: number): number => told * Math.exp(-Math.max(now - toldAt, 0) / memoryMs);

  /** Whoever is left out of a frame is counted too: they are few. */
  const note = (all: readonly Waiting<One>[]): void => {
    const now = clock();
    told = fading(now) + all.length * hearers.size;
    toldAt = now;
    const bytes = all.reduce((sum, { frame }) => sum + frame.byteLength, 0);
    sent(all.length * hearers.size, bytes * hearers.size);
  };

  const within = (ms: number): void => {
    timer ??= setTimeout(flush, ms);
  };

  return {
    flush,
    isBusy: () => (fading(clock()) * 1000) / memoryMs > limits.busyDeliveries,
    tell: (frame, except) => {
      waiting.push({ frame, except });
      if (isDue) return;
      isDue = true;
      queueMicrotask(flush);
    },
    soon: (frame) => {
      waiting.push({ frame, except: undefined });
      if (!isDue) within(limits.companyMs);
    },
  };
}

function batchOf<One>(waiting: readonly Waiting<One>[]): Batch {
  const frames = waiting.map(({ frame }) => frame);
  let spelled: Uint8Array | null = null;
  return { frames, wire: () => (spelled ??= Buffer.concat(frames.flatMap((frame) => [headOf(frame.byteLength), frame]))) };
}

/** Of one binary WebSocket message by a server: whole, and not masked (RFC 6455 §5.2). */
function headOf(length: number): Uint8Array {
  const final = 0x82;
  if (length < 126) return Uint8Array.of(final, length);
  if (length < 65_536) return Uint8Array.of(final, 126, length >> 8, length & 0xff);
  const head = Buffer.alloc(10);
  head[0] = final;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
