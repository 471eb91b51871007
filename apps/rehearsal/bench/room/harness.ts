// Knows the neutral harness as far as it is used here: its small WebSocket client, its words on the wire, its servers. Measures nothing itself.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One client on a plain socket; what it hands out is valid during the call only. */
export interface RawClient {
  /** 0: no join sent yet; 1: joining; 2: in. */
  phase: number;
  wanted: boolean;
  readonly error?: Error;
  send(payload: string | Uint8Array): void;
  sendFrame(frames: Uint8Array): void;
  close(): void;
}

export interface RawClientOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly onOpen: (client: RawClient) => void;
  readonly onMessage: (data: Buffer, text: boolean, client: RawClient) => void;
  readonly onClose: (client: RawClient) => void;
}

/** What a client says on one wire, and how it knows the handshake. */
export interface Words {
  readonly path: string;
  readonly headers?: (place: number) => Readonly<Record<string, string>>;
  opened(client: RawClient, ready: () => void): void;
  /** True for handshakes and pings. */
  control(data: Buffer, text: boolean, client: RawClient, ready: () => void): boolean;
  join(full: boolean): string;
  say(n: number, pad: string): string;
  ballot(n: number, round: number): string;
  /** The number of an acknowledged ballot, or -1; left out where the answer carries a marker. */
  readonly answered?: (data: Buffer) => number;
  /** Said once by the chair before ballots. */
  readonly beforeBallots?: string;
}

export interface Target {
  readonly pid: number;
  readonly port: number;
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<void>;
}

export interface Harness {
  readonly Client: new (options: RawClientOptions) => RawClient;
  readonly frame: (payload: string, opcode?: number) => Buffer;
  readonly ws: Words;
  readonly sio: () => Words;
  readonly startTarget: (file: string, env: Readonly<Record<string, string>>, nodeArgs?: readonly string[]) => Promise<Target>;
  readonly cpuSeconds: (pid: number) => number;
  readonly rssMB: (pid: number) => number;
}

/** Refuses, with a sentence, a folder without the harness or without its packages. */
export async function openHarness(folder: string): Promise<Harness> {
  const root = resolve(folder);
  if (!existsSync(join(root, 'lib/rawws.mjs'))) throw new Error(`${root} 里没有对照程序，请用 --harness 指定。`);
  if (!existsSync(join(root, 'node_modules/ws')))
    throw new Error(`${root} 的依赖还没有安装：复制到可写的文件夹，在那里运行 npm ci --legacy-peer-deps。`);
  const load = (file: string) => import(pathToFileURL(join(root, file)).href);
  const [{ RawWs, frame }, { ws, sio }, { startTarget, cpuSeconds, rssMB }] = await Promise.all([
    load('lib/rawws.mjs'),
    load('lib/room-proto.mjs'),
    load('lib/util.mjs'),
  ]);
  return { Client: RawWs, frame, ws, sio, startTarget, cpuSeconds, rssMB };
}
