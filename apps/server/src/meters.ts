// Knows what a running server counts for /metrics; never who did what: every label is a word of the program's own.
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** `facts`: the logs of meetings; `text`: the logs of minutes. */
export type Kind = 'facts' | 'text';
export type Door = 'http' | 'live' | 'minutes';

export interface Meters {
  /** A write has been answered by the disk, or has failed. */
  committed(kind: Kind, ms: number, outcome: 'ok' | 'failed'): void;
  /** From a frame's arrival to its acknowledgement. */
  acknowledged(kind: Kind, ms: number): void;
  /** From the commit of facts to their being handed to every connection. */
  told(ms: number): void;
  /** A frame has been handed to a connection, or so many. */
  sent(door: Door, bytes: number, frames?: number): void;
  /** `type`: the name of the refusal or of the closing, as the protocol has it. */
  refused(door: Door, type: string): void;
}

/** What is looked at when it is asked for. */
export interface Figures {
  readonly liveSockets: number;
  readonly minutesSockets: number;
  readonly documents: number;
  /** Admitted text that is not on disk yet. */
  readonly unwrittenBytes: number;
  /** Whether the last write of some meeting or of some minutes failed. */
  readonly storageFails: boolean;
}

export const noMeters: Meters = {
  committed: () => undefined,
  acknowledged: () => undefined,
  told: () => undefined,
  sent: () => undefined,
  refused: () => undefined,
};

/** Seconds. */
const buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** The delay of the event loop is among the registry's default metrics. */
export function promMeters(registry: Registry): Meters {
  const registers = [registry];
  const seconds = (name: string, help: string, labelNames: readonly string[]) =>
    new Histogram({ name: `xieshang_${name}_seconds`, help, labelNames: [...labelNames], buckets, registers });
  const count = (name: string, help: string, labelNames: readonly string[]) =>
    new Counter({ name: `xieshang_${name}_total`, help, labelNames: [...labelNames], registers });
  const commits = seconds('commit', 'Durable writes to the logs, by log and outcome', ['log', 'outcome']);
  const acks = seconds('ack', 'From the arrival of a command or an update to its acknowledgement', ['log']);
  const tellings = seconds('fan_out', 'From the commit of facts to their being handed to every connection', []);
  const messages = count('sent_messages', 'Frames handed to connections', ['door']);
  const bytesSent = count('sent_bytes', 'Bytes of those frames, before compression', ['door']);
  const refusals = count('refusals', 'Refusals and closings, by type', ['door', 'type']);
  return {
    committed: (log, ms, outcome) => commits.observe({ log, outcome }, ms / 1000),
    acknowledged: (log, ms) => acks.observe({ log }, ms / 1000),
    told: (ms) => tellings.observe(ms / 1000),
    sent: (door, bytes, frames = 1) => {
      messages.inc({ door }, frames);
      bytesSent.inc({ door }, bytes);
    },
    refused: (door, type) => refusals.inc({ door, type }),
  };
}

/** Adds the gauges; `look` is called once for each reading. */
export function watchFigures(registry: Registry, version: string, look: () => Figures): void {
  const gauge = (name: string, help: string, of: (figures: Figures) => number) =>
    new Gauge({
      name: `xieshang_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(of(look()));
      },
    });
  new Gauge({
    name: 'xieshang_sockets',
    help: 'Open connections, by door',
    labelNames: ['door'],
    registers: [registry],
    collect() {
      const { liveSockets, minutesSockets } = look();
      this.set({ door: 'live' }, liveSockets);
      this.set({ door: 'minutes' }, minutesSockets);
    },
  });
  gauge('documents', 'Minutes that are loaded', ({ documents }) => documents);
  gauge('unwritten_bytes', 'Admitted text of minutes that is not on disk yet', ({ unwrittenBytes }) => unwrittenBytes);
  gauge('storage_failing', '1 while the last write of some log failed', ({ storageFails }) => (storageFails ? 1 : 0));
  new Gauge({ name: 'xieshang_version', help: 'The program that runs', labelNames: ['version'], registers: [registry] }).set(
    { version },
    1,
  );
}

/** An append whose time and outcome are counted; what it answers or throws stays as it is. */
export const timed =
  <Write extends readonly unknown[], Outcome>(append: (...write: Write) => Promise<Outcome>, kind: Kind, { committed }: Meters) =>
  async (...write: Write): Promise<Outcome> => {
    const began = performance.now();
    try {
      const outcome = await append(...write);
      committed(kind, performance.now() - began, 'ok');
      return outcome;
    } catch (error) {
      committed(kind, performance.now() - began, 'failed');
      throw error;
    }
  };
