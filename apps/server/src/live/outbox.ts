// Knows what is to go to each connection and when: one write a connection and turn, digests later than what can be seen. Knows no meeting.
import type { Channel, Told } from '@xieshang/room';
import type { Socket } from 'socket.io';
import { answerPacket, eventsPacket, snapshotSpelling, type Packet, type WithSnapshot } from './frames.ts';
import { answerThrough, frameOf, writeFrame, writeOrdinary, writeStraight } from './straight.ts';
import { bytesOf, entriesOf, insteadOf, isNext, Tape, type Instead, type Run, type Stretch } from './tape.ts';

/** Digests change nothing on any screen: they wait until nothing more has been told for so long, ms, and for so many times that at most. */
const calmMs = 100;
const calmsAtMost = 5;
/** What somebody's own fact may drag along and still go at once, bytes. */
const dragged = 32 * 1024;
/** What is not urgent takes that much of a turn, ms. */
const leisureMs = 0.25;

export interface Outbox {
  line(socket: Socket): Line;
  close(): void;
}

export interface Line {
  tell(told: Told): void;
  /** At the end of the turn, behind the facts told in it. */
  say(packet: Packet): void;
  /** Some time soon, with others if it can be; a newer one takes its place. */
  note(packet: Packet): void;
  /** Forgets facts that have not gone yet: a welcome holds them. */
  restart(): void;
  /** At once. */
  flush(): void;
  end(): void;
}

/** `sent` hears of what went past socket.io, in frames and bytes. */
export function openOutbox(sent: (bytes: number, frames: number) => void): Outbox {
  const tapes = new WeakMap<Channel, Tape>();
  let due: Mail[] = [];
  let later: Mail[] = [];
  let leisurely: Mail[] = [];
  let isAwake = false;
  let timer: NodeJS.Timeout | undefined;
  let tellings = 0;
  let newest: { readonly shared: Told['shared']; readonly channel: Channel; readonly run: Run } | undefined;
  let [sentBytes, sentFrames] = [0, 0];
  const spellSnapshot = snapshotSpelling();
  const frames = sharedFrames();

  const post: Post = {
    runOf: (shared, channel) => {
      // The next of the same circle: hundreds come here one after the other with the same list.
      if (newest?.shared === shared && newest.channel === channel) return newest.run;
      tellings += 1;
      const tape = tapes.get(channel) ?? new Tape();
      tapes.set(channel, tape);
      newest = { shared, channel, run: tape.runOf(shared) };
      return newest.run;
    },
    frameOf: frames.of,
    answer: (id, given) => (hasSnapshot(given) ? spellSnapshot(id, given) : answerPacket(id, given)),
    soon: (mail) => {
      due.push(mail);
      wake();
    },
    later: (mail) => {
      later.push(mail);
      timer ??= setTimeout(waitForCalm, calmMs, tellings, 1);
    },
    atLeisure: (mail) => {
      leisurely.push(mail);
      wake();
    },
    sent: (bytes) => {
      sentBytes += bytes;
      sentFrames += 1;
      wake();
    },
  };

  const waitForCalm = (before: number, waited: number): void => {
    const isCalm = tellings === before || waited >= calmsAtMost;
    timer = isCalm ? undefined : setTimeout(waitForCalm, calmMs, tellings, waited + 1);
    if (!isCalm) return;
    const heap = later;
    later = [];
    for (const one of heap) one.flushAtLeisure();
  };

  const wake = (): void => {
    if (!isAwake) setImmediate(turn);
    isAwake = true;
  };

  const turn = (): void => {
    const urgent = due;
    due = [];
    for (const mail of urgent) mail.flushDue();
    const until = performance.now() + leisureMs;
    let done = 0;
    while (done < leisurely.length && performance.now() < until) leisurely[done++]?.flush();
    leisurely = done === leisurely.length ? [] : leisurely.slice(done);
    isAwake = false;
    if (due.length > 0 || leisurely.length > 0) wake();
    else frames.clear();
    // Counted once a turn: counting each would cost more than writing it.
    if (sentFrames > 0) sent(sentBytes, sentFrames);
    [sentBytes, sentFrames] = [0, 0];
  };

  return {
    line: (socket) => new Mail(socket, post),
    close: () => clearTimeout(timer),
  };
}

const hasSnapshot = (given: unknown): given is WithSnapshot => typeof given === 'object' && given !== null && 'snapshot' in given;

interface Post {
  runOf(shared: Told['shared'], channel: Channel): Run;
  frameOf(first: Run, last: Run): Buffer;
  answer(id: number, given: unknown): Packet;
  soon(mail: Mail): void;
  later(mail: Mail): void;
  atLeisure(mail: Mail): void;
  sent(bytes: number): void;
}

/** Frames of whole stretches, which most connections of a turn get alike. */
function sharedFrames() {
  let made: { readonly first: Run; readonly last: Run; readonly frame: Buffer }[] = [];
  return {
    /** A stretch has no gap: its ends say what is in it. */
    of: (first: Run, last: Run): Buffer => {
      for (const one of made) if (one.last === last && one.first === first) return one.frame;
      const frame = frameOf(eventsPacket(entriesOf({ first, last, own: [] })));
      made = [{ first, last, frame }, ...made.slice(0, framesKept)];
      return frame;
    },
    clear: () => void (made = []),
  };
}

const framesKept = 7;

/** A class, as every connection has one. */
class Mail implements Line {
  readonly #socket: Socket;
  readonly #post: Post;
  /** Whoever changes circles has heard on several tapes; all but the last stretch. */
  #before: Stretch[] = [];
  #first: Run | null = null;
  #last: Run | null = null;
  #own: Instead[] = [];
  #bytes = 0;
  #packets: Packet[] = [];
  #note: Packet | null = null;
  #isDue = false;
  #factsAreDue = false;
  #isLater = false;
  #isLeisurely = false;

  constructor(socket: Socket, post: Post) {
    this.#socket = socket;
    this.#post = post;
    answerThrough(socket, (id, given) => this.#answer(id, given));
  }

  tell({ shared, own, channel }: Told): void {
    const run = this.#post.runOf(shared, channel);
    if (this.#last === null || !isNext(run, this.#last)) {
      this.#before = this.#stretches();
      [this.#first, this.#own] = [run, []];
    }
    this.#last = run;
    for (const { place, delivery } of own) this.#own.push(insteadOf(run, place, delivery));
    this.#bytes += bytesOf(run);
    const canBeSeen = !run.isSealed || (own.length > 0 && this.#bytes <= dragged);
    if (canBeSeen) {
      this.#factsAreDue = true;
      this.#soon();
    } else if (!this.#isLater && !this.#factsAreDue) {
      this.#isLater = true;
      this.#post.later(this);
    }
  }

  flushAtLeisure(): void {
    this.#isLater = false;
    if (this.#isLeisurely || (this.#first === null && this.#note === null)) return;
    this.#isLeisurely = true;
    this.#post.atLeisure(this);
  }

  say(packet: Packet): void {
    this.#packets.push(packet);
    this.#soon();
  }

  note(packet: Packet): void {
    this.#note = packet;
    this.flushAtLeisure();
  }

  restart(): void {
    this.#first = null;
    this.#last = null;
    if (this.#before.length > 0) this.#before = [];
    if (this.#own.length > 0) this.#own = [];
    this.#bytes = 0;
    this.#factsAreDue = false;
  }

  end(): void {
    this.restart();
    [this.#packets, this.#note] = [[], null];
  }

  flush(): void {
    this.#factsAreDue = true;
    this.#isLeisurely = false;
    this.flushDue();
  }

  /** Answers do not wait for a heap of digests before them. */
  flushDue(): void {
    this.#isDue = false;
    if (this.#factsAreDue && this.#isAsAllOthers()) return this.#shared();
    const stretches = this.#factsAreDue ? this.#stretches() : nothing;
    const [packets, note] = [this.#packets, this.#note];
    if (this.#factsAreDue) this.restart();
    if (packets.length > 0) this.#packets = [];
    this.#note = null;
    const events = stretches.length > 0 ? [eventsPacket(stretches.flatMap(entriesOf))] : [];
    this.#write([...events, ...packets, ...(note ? [note] : [])]);
  }

  /** Nothing but what many get alike: it takes the short way, on which nothing is made for each. */
  #isAsAllOthers(): boolean {
    return this.#packets.length === 0 && this.#note === null && this.#before.length === 0 && this.#own.length === 0;
  }

  #stretches(): Stretch[] {
    if (this.#first === null || this.#last === null) return this.#before;
    return [...this.#before, { first: this.#first, last: this.#last, own: this.#own }];
  }

  /** A welcome goes at once: what is told after it has to follow it. */
  #answer(id: number, given: unknown): void {
    const packet = this.#post.answer(id, given);
    if (isWelcome(given)) this.#write([packet]);
    else this.say(packet);
  }

  #soon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#post.soon(this);
  }

  #shared(): void {
    const [first, last] = [this.#first, this.#last];
    this.restart();
    if (first === null || last === null) return;
    const frame = this.#post.frameOf(first, last);
    if (writeFrame(this.#socket, frame)) this.#post.sent(frame.length);
    else writeOrdinary(this.#socket, [eventsPacket(entriesOf({ first, last, own: [] }))]);
  }

  #write(packets: readonly Packet[]): void {
    if (packets.length === 0) return;
    if (writeStraight(this.#socket, packets)) for (const { bytes } of packets) this.#post.sent(bytes);
    else writeOrdinary(this.#socket, packets);
  }
}

const nothing: readonly Stretch[] = [];

const isWelcome = (given: unknown): boolean => typeof given === 'object' && given !== null && 'head' in given;
