// Knows which servers are measured side by side and how each is started with the same text in it; not what is measured.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverProgram } from '../../src/server-program.ts';
import { sleep, type Framing, type Harness, type YClientOptions } from './harness.ts';
import type { Prepared } from './prepared.ts';

export const targetNames = ['relay', 'hocuspocus', 'y-websocket-server', 'ours', 'ours-ungated', 'relay25', 'hocuspocus25'] as const;
export type TargetName = (typeof targetNames)[number];

/** A server that is up, with a text in it. */
export interface Server {
  readonly name: TargetName;
  pid(): number;
  /** How the client of that number comes to the text, or to the bystander's. */
  readonly options: (client: number, which?: 'text' | 'other') => Omit<YClientOptions, 'stateVector' | 'onUpdate' | 'onSynced'>;
  /** Starts again on what it has kept, which is nothing for the floor. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  end(): Promise<void>;
}

export interface Text {
  readonly state: Uint8Array;
  /** Where our prepared folder has it. */
  readonly document: string;
}

export interface Field {
  readonly harness: Harness;
  readonly prepared: Prepared;
}

/** A process of it. */
interface Process {
  readonly pid: number;
  readonly url: string;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export async function begin(name: TargetName, text: Text, field: Field): Promise<Server> {
  const isOurs = name === 'ours' || name === 'ours-ungated';
  const folder = isOurs ? await field.prepared.copy(name) : await mkdtemp(join(tmpdir(), 'xieshang-bench-'));
  const start = (): Promise<Process> => (isOurs ? startOurs(name, folder) : startForeign(name, folder, field));
  if (!isOurs) await writeFile(join(folder, 'state'), text.state);
  let running = await start();
  const server: Server = {
    name,
    pid: () => running.pid,
    options: (client, which = 'text') => (isOurs ? ourDoor(running, client, which, text, field) : foreignDoor(running, name, which)),
    restart: async (signal = 'SIGTERM') => {
      await running.stop(signal);
      running = await start();
    },
    end: async () => {
      await running.stop('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
  if (!isOurs && !name.startsWith('relay')) await seed(server, text, field);
  return server;
}

type Door = ReturnType<Server['options']>;

function foreignDoor({ url }: Process, name: TargetName, which: string): Door {
  const framing: Framing = name.startsWith('hocuspocus') ? 'hocuspocus' : 'yws';
  return { url: `${url}${framing === 'hocuspocus' ? '/' : `/${which}`}`, headers: {}, framing, doc: which };
}

function ourDoor({ url }: Process, client: number, which: string, text: Text, { prepared: { cookies, other } }: Field): Door {
  const headers = { Cookie: cookies[client % cookies.length] ?? '' };
  return { url: `${url}/collab/${which === 'text' ? text.document : other}`, headers, framing: 'yws', doc: which };
}

async function startForeign(name: TargetName, folder: string, { harness }: Field): Promise<Process> {
  const database = join(folder, 'database');
  const snapshot = join(folder, 'state');
  const settings: Readonly<Record<string, readonly [file: string, env: Readonly<Record<string, string>>]>> = {
    relay: ['targets/co-relay.mjs', { SNAPSHOT: snapshot }],
    relay25: ['targets/co-relay.mjs', { SNAPSHOT: snapshot, TICK: '25' }],
    hocuspocus: ['targets/co-hocuspocus.mjs', { DB: database }],
    hocuspocus25: ['targets/co-hocuspocus.mjs', { DB: database, FLUSH: '25' }],
    'y-websocket-server': ['yws/co-yws.mjs', { DB: database }],
  };
  const [file, env] = settings[name] ?? ['', {}];
  const { pid, port, stop } = await harness.startTarget(file, env);
  return { pid, url: `ws://127.0.0.1:${port}`, stop };
}

/** Brings the text in as one update and waits until it is kept. */
async function seed(server: Server, { state }: Text, { harness }: Field): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const client = new harness.YClient({ ...server.options(0), onSynced: resolve });
  await promise;
  client.update(state);
  // Hocuspocus stores two seconds after the last update.
  await sleep(state.length > 100_000 ? 4000 : 2500);
  client.close();
}

const root = join(import.meta.dirname, '../../../..');

async function startOurs(name: 'ours' | 'ours-ungated', folder: string): Promise<Process> {
  const profiling = process.env['COEDIT_PROF'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['COEDIT_PROF']}`] : [];
  const child = spawn(process.execPath, [...profiling, serverProgram, 'start'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ HOST: '127.0.0.1', PORT: '0', PUBLIC_ORIGIN: '', DATA_DIR: folder },
      ...{ BENCH_PROFILE: name === 'ours' ? 'unpaced' : 'ungated', NODE_ENV: 'production' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const last = (): void => void child.kill('SIGKILL');
  process.once('exit', last);
  child.once('exit', () => process.off('exit', last));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const at = /协商厅已启动：(\S+)/.exec(said)?.[1];
      if (at !== undefined) resolve(at);
    });
    child.once('exit', () => reject(new Error(`our server did not start: ${said}`)));
  });
  const stop = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { pid: child.pid ?? 0, url: url.replace('http', 'ws'), stop };
}
