// Knows what is used of the neutral harness, which lies in a folder of its own and knows no product; measures nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface YClientOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly framing: Framing;
  readonly doc: string;
  readonly token?: string;
  readonly stateVector?: Uint8Array | undefined;
  readonly onUpdate?: (body: Uint8Array, at: number) => void;
  readonly onSynced?: () => void;
}

export type Framing = 'yws' | 'hocuspocus';

export interface YClient {
  readonly ws: { wanted?: boolean; readonly closed: boolean; readonly error?: Error; readonly sock: { readonly writableLength: number } };
  /** What it answers to the server's step 1; by itself it answers that it has nothing. */
  stateFor?: (vector: Uint8Array) => Uint8Array;
  readonly t0: number;
  /** Update frames it has got. */
  readonly updates: number;
  step1(): void;
  update(update: Uint8Array): void;
  awareness(client: number, clock: number, state: unknown): void;
  close(): void;
}

export interface Started {
  readonly pid: number;
  readonly port: number;
  stop(signal?: string): Promise<void>;
}

export interface Harness {
  readonly folder: string;
  readonly YClient: new (options: YClientOptions) => YClient;
  /** The clocks an update reaches. */
  clocks(update: Uint8Array): readonly (readonly [client: number, clock: number])[];
  startTarget(file: string, env: Readonly<Record<string, string>>): Promise<Started>;
  /** CPU seconds of all threads of a process so far. */
  cpuSeconds(pid: number): number;
  rssMB(pid: number): number;
  quantile(list: readonly number[], q: number): number;
  median(list: readonly number[]): number;
}

/** Refuses, with a sentence, a folder in which the harness is not installed. */
export async function openHarness(folder: string): Promise<Harness> {
  if (!existsSync(join(folder, 'node_modules/ws')) || !existsSync(join(folder, 'yws/node_modules/ws'))) {
    throw new Error(
      `${folder} 里没有装好对照程序：先在一份副本里运行 npm ci --legacy-peer-deps，并在 yws/ 里运行 npm ci，再用 --harness 指定。`,
    );
  }
  const clients: Pick<Harness, 'YClient' | 'clocks'> = await import(join(folder, 'lib/yclient.mjs'));
  const tools: Omit<Harness, 'folder' | 'YClient' | 'clocks'> = await import(join(folder, 'lib/util.mjs'));
  return { folder, ...tools, ...clients };
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
