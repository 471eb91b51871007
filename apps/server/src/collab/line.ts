// One connection to one document: reads its frames in order, sends what is told, ends at the first wrong one (Y7, Y8). Knows no transport.
import type { PersonId } from '@xieshang/meeting';
import { closings, type Closing } from './closing.ts';
import type { Meters } from '../meters.ts';
import type { Member, OpenDocument } from './document.ts';
import { limits, type Rates } from './limits.ts';
import type { Batch } from './outbox.ts';
import { pace, teller } from './pace.ts';
import type { Visitor } from './presence.ts';
import { awarenessFrame, onDiskFrame, readFrame, receivedFrame, remarkedFrame, storageFrame, type Frame } from './wire.ts';

/** How bytes go to the other end and back. */
export interface Transport {
  send(frame: Uint8Array): void;
  sendAll(batch: Batch): void;
  /** Bytes that are sent and not yet taken. */
  unread(): number;
  close(closing: Closing): void;
}

/** Where a line leads: a document, by somebody who may read it. */
export interface Place {
  readonly document: OpenDocument;
  readonly person: PersonId;
  readonly user: Visitor['user'];
  /** Lets the document go. */
  release(): void;
}

type Update = Pick<Extract<Frame, { kind: 'update' }>, 'bytes' | 'counted'>;

export interface LineDeps {
  readonly transport: Transport;
  readonly connection: string;
  /** Wants messages 101 to 103. */
  readonly receipts: boolean;
  readonly rates: Rates;
  readonly clock: () => number;
  readonly report: (error: unknown) => void;
  readonly meters: Pick<Meters, 'acknowledged'>;
  /** Finds the place, or says why there is none; asked once. */
  readonly enter: () => Promise<Place | Closing>;
  readonly ended: () => void;
}

export interface Line {
  /** A frame has come. */
  take(bytes: Uint8Array): void;
  close(closing: Closing): void;
  /** The other end has gone. */
  gone(): void;
  /** Says something, so that silence does not end the connection. */
  breathe(): void;
}

/** An update that adds and deletes nothing. */
const nothingKnown = Uint8Array.of(0, 0);

export function openLine({ transport, connection, receipts, rates, clock, report, meters, enter, ended }: LineDeps): Line {
  let place: Place | null = null;
  let member: Member | null = null;
  let open = true;
  /** Y5. Frames that wait, for the document or for the end of a seal. */
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  /**
   * Who comes back may type before our step 1 has reached them: that update follows on what they wrote while they were away, and
   * what they wrote then is still to come.
   */
  const early: Update[] = [];
  let wasAnswered = false;
  /** A step 1 whose answer waits for the peer's own. */
  let asked: { readonly vector: Uint8Array; readonly patience: NodeJS.Timeout } | null = null;
  let owed = 0;
  let patience: NodeJS.Timeout | undefined;
  let received = 0;
  let onDisk = 0;
  /** Beside what it asked for itself, a peer may leave so much unread. */
  let unreadAllowed: number = limits.unreadBytes;

  const allows = {
    update: pace(clock, rates.updates),
    bytes: pace(clock, rates.updateBytes),
    stateVector: pace(clock, rates.stateVectors),
    cursor: pace(clock, rates.cursors),
  };

  const send = (frame: Uint8Array): void => {
    if (!open) return;
    transport.send(frame);
    if (transport.unread() > unreadAllowed) close(closings.busy);
  };
  const sendAll = (batch: Batch): void => {
    if (!open) return;
    transport.sendAll(batch);
    if (transport.unread() > unreadAllowed) close(closings.busy);
  };
  const told = {
    received: teller(limits.receiptEveryMs, clock, () => send(receivedFrame(received))),
    onDisk: teller(limits.receiptEveryMs, clock, () => send(onDiskFrame(onDisk))),
  };

  const leave = (): void => {
    if (!open) return;
    open = false;
    waiting = [];
    clearTimeout(patience);
    clearTimeout(asked?.patience);
    told.received.stop();
    told.onDisk.stop();
    if (place && member) place.document.leave(member);
    place?.release();
    ended();
  };

  const close = (closing: Closing): void => {
    if (!open) return;
    leave();
    transport.close(closing);
  };

  const wait = (bytes: Uint8Array): void => {
    waitingBytes += bytes.byteLength;
    if (waiting.length >= limits.waitingFrames || waitingBytes > limits.waitingBytes) close(closings.busy);
    else waiting.push(bytes);
  };

  const take = (bytes: Uint8Array): void => {
    if (!open) return;
    if (bytes.byteLength > limits.frameBytes) return close(closings.tooLarge);
    if (!place || waiting.length > 0) return wait(bytes);
    try {
      const refusal = handle(bytes, place);
      if (refusal) close(refusal);
    } catch (error) {
      report(error);
      close(closings.loadFailed);
    }
  };

  const handle = (bytes: Uint8Array, { document }: Place): Closing | null => {
    const frame = readFrame(bytes);
    if (!frame) return closings.badFrame;
    switch (frame.kind) {
      case 'stateVector':
        return allows.stateVector() ? answer(document, frame.vector) : closings.tooMuch;
      case 'update':
        return takeUpdate(document, frame, bytes);
      case 'awareness':
        if (!allows.cursor()) return closings.tooMuch;
        if (member) document.presence.take(member, frame.cursors);
        return null;
      default:
        if (!allows.cursor()) return closings.tooMuch;
        send(document.presence.all());
        return null;
    }
  };

  const answer = (document: OpenDocument, vector: Uint8Array): Closing | null => {
    const state = document.stepTwo(vector);
    if (!state) return closings.badFrame;
    clearTimeout(asked?.patience);
    asked = null;
    if (state !== 'ask') return sendState(state);
    asked = { vector, patience: setTimeout(() => answerAsked(document, nothingKnown), limits.askedMs) };
    return null;
  };

  const sendState = (state: Uint8Array): null => {
    unreadAllowed = limits.unreadBytes + transport.unread() + state.byteLength;
    send(state);
    return null;
  };

  /** The peer has shown what it knows to be deleted, or has said nothing and is told all. */
  const answerAsked = (document: OpenDocument, known: Uint8Array): void => {
    if (!asked) return;
    const { vector, patience } = asked;
    clearTimeout(patience);
    asked = null;
    const state = document.stepTwo(vector, known);
    if (state && state !== 'ask') sendState(state);
  };

  const takeUpdate = (
    document: OpenDocument,
    { bytes, counted }: Extract<Frame, { kind: 'update' }>,
    whole: Uint8Array,
  ): Closing | null => {
    if (document.isSealed()) {
      wait(whole);
      return null;
    }
    if (!allows.update() || !allows.bytes(bytes.byteLength)) return closings.tooMuch;
    if (!member) return null;
    const refusal = admit(document, member, { bytes, counted });
    if (refusal) return refusal;
    // Some answer step 1 with an update frame. Whatever update it is, the peer knows what it deletes.
    answerAsked(document, bytes);
    return counted ? null : answered();
  };

  /** What came too early is tried again after everything that may have brought what it follows on. */
  const admit = (document: OpenDocument, by: Member, update: Update): Closing | null => {
    const first = document.admit(by, update.bytes);
    if (first === 'early') return wasAnswered ? closings.invalidUpdate : keepEarly(update);
    if (first) return first;
    if (update.counted) owed += 1;
    while (early[0]) {
      const again = document.admit(by, early[0].bytes);
      if (again === 'early') return null;
      if (again) return again;
      if (early.shift()?.counted) owed += 1;
    }
    acknowledge(document);
    return null;
  };

  const keepEarly = (update: Update): Closing | null => {
    waitingBytes += update.bytes.byteLength;
    if (early.length >= limits.waitingFrames || waitingBytes > limits.waitingBytes) return closings.busy;
    early.push(update);
    return null;
  };

  /** Receipts count from the first frame on without a gap: as long as one is early, those after it are owed too. */
  const acknowledge = (document: OpenDocument): void => {
    const count = owed;
    owed = 0;
    if (count === 0) return;
    received += count;
    if (receipts) told.received.due();
    const since = performance.now();
    document.whenWritten(() => {
      meters.acknowledged('text', performance.now() - since);
      if (!open) return;
      onDisk += count;
      told.onDisk.due();
    });
  };

  /** The peer has said all that we lacked: what an early update still follows on will not come. */
  const answered = (): Closing | null => {
    wasAnswered = true;
    return early.length > 0 ? closings.invalidUpdate : null;
  };

  /** In order; what waits again, for a seal, keeps its place. */
  const takeWaiting = (): void => {
    const frames = waiting;
    waiting = [];
    waitingBytes = 0;
    for (const frame of frames) take(frame);
  };

  const begin = (found: Place): void => {
    place = found;
    const { document, person, user } = found;
    const joining: Member = {
      ...{ person, user, connection, clients: new Set(), send, sendAll, close },
      storage: (works) => {
        if (receipts) send(storageFrame(works));
      },
      remarked: (newest) => {
        if (receipts) send(remarkedFrame(newest));
      },
      released: takeWaiting,
    };
    member = joining;
    document.join(joining);
    send(document.stepOne());
    send(document.presence.all());
    patience = setTimeout(() => {
      const refusal = answered();
      if (refusal) close(refusal);
    }, limits.answerMs);
    takeWaiting();
  };

  enter().then(
    (found) => {
      if ('code' in found) return close(found);
      if (open) begin(found);
      else found.release();
    },
    (error: unknown) => {
      report(error);
      close(closings.loadFailed);
    },
  );

  return { take, close, gone: leave, breathe: () => send(awarenessFrame([])) };
}
