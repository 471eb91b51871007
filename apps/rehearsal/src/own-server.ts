// Knows how a server of our own is started, killed, started again and ended without a trace; not what is done with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './course.ts';
import { freePort } from './free-port.ts';
import { serverProgram } from './server-program.ts';

export interface OwnServer {
  readonly url: string;
  /** Outlives the process, until `end`. */
  readonly dataDir: string;
  /** kill -9: nothing is said and nothing is saved on the way out. */
  kill(): Promise<Ended>;
  /** The polite way; what was acknowledged before must be there as well. */
  stop(): Promise<Ended>;
  /** Starts again on the same folder and port. Resolves with the ms from there to its first `ready`; rejects with what it said when it ends instead. */
  restart(): Promise<number>;
  /** Runs `meanwhile` while the process stands still between two calls of the system, so that none is under way. */
  still(meanwhile: () => Promise<void>): Promise<void>;
  /** However it came to that; `kill` and `stop` then tell how. */
  hasEnded(): boolean;
  /** Ends the process and removes the folder. */
  end(): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  /** Both streams, in the order in which they came. */
  readonly said: string;
}

/** `dataDir`: a folder of the caller's, which stays when the server ends. `env` goes over the defaults. */
export interface OwnServerWishes {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Process {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly ready: Promise<void>;
}

const root = join(import.meta.dirname, '../../..');
/** ms; a demo is ready in a few seconds. */
const startWithin = 60_000;
/** ms after a polite request before the process is killed. */
const endWithin = 5_000;

/** A demo server on a port of its own that it keeps over every restart. Rejects with what it said when it does not come up. */
export async function ownServer({ dataDir, env = {} }: OwnServerWishes = {}): Promise<OwnServer> {
  const folder = dataDir === undefined ? await mkdtemp(join(tmpdir(), 'xieshang-rehearsal-')) : null;
  const data = dataDir ?? join(folder ?? '', 'demo');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const surroundings = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_ORIGIN: '', DATA_DIR: data, ...env };
  let running = begin(url, surroundings);

  const finish = async (signal: NodeJS.Signals): Promise<Ended> => {
    const late = setTimeout(() => running.child.kill('SIGKILL'), endWithin);
    running.child.kill(signal);
    const ended = await running.ended;
    clearTimeout(late);
    return ended;
  };
  const end = async (): Promise<void> => {
    await finish('SIGTERM');
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  };
  try {
    await running.ready;
  } catch (error) {
    await end();
    throw error;
  }
  return {
    url,
    dataDir: data,
    kill: () => finish('SIGKILL'),
    stop: () => finish('SIGTERM'),
    restart: async () => {
      await running.ended;
      const began = performance.now();
      running = begin(url, surroundings);
      await running.ready;
      return performance.now() - began;
    },
    still: async (meanwhile) => {
      running.child.kill('SIGSTOP');
      try {
        while (!(await standsStill(running.child.pid))) await pause(stillEvery);
        await meanwhile();
      } finally {
        running.child.kill('SIGCONT');
      }
    },
    hasEnded: () => running.child.exitCode !== null || running.child.signalCode !== null,
    end,
  };
}

const stillEvery = 5;

/** Every thread of it stopped, or all of it gone. A thread that waits for the disk is not stopped before the disk has answered. */
async function standsStill(pid: number | undefined): Promise<boolean> {
  const tasks = `/proc/${pid}/task`;
  const threads = await readdir(tasks).catch(() => []);
  const states = await Promise.all(threads.map((thread) => readFile(join(tasks, thread, 'stat'), 'utf8').catch(() => ') T')));
  return states.every((stat) => stat.slice(stat.lastIndexOf(')') + 2).startsWith('T'));
}

function begin(url: string, env: Readonly<Record<string, string>>): Process {
  const child = spawn(process.execPath, [serverProgram, 'start'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', () => resolve({ code: null, said }));
    child.once('close', (code) => resolve({ code, said }));
  });
  const up = new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(late);
      reject(new Error(`${why}\n${said}`));
    };
    const late = setTimeout(() => fail('服务器没有按时启动。'), startWithin);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('协商厅已启动：')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => fail('服务器没有启动成功。'));
  });
  const ready = up.then(async () => {
    const response = await fetch(`${url}/readyz`);
    if (!response.ok) throw new Error(`服务器启动了，但没有就绪：${await response.text()}`);
  });
  // Whoever started it may be waiting for its end only.
  ready.catch(() => undefined);
  return { child, ended, ready };
}
