// Knows how a real server is started, killed and started again on its own folder and port; nothing of pages.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const node = join(root, 'node_modules/.bin/node');
/** From the root: in one file where `npm test` has made it of these sources. */
const program = process.env['SERVER_PROGRAM'] ?? 'apps/server/src/main.ts';
/** ms; a start that takes longer is a failure to be looked at. */
const startLimit = 30_000;

/** `start`: the demo committee. `serve`: real use, an empty folder. */
export type Mode = 'start' | 'serve';

export interface Server {
  readonly url: string;
  readonly dataDir: string;
  /** The terminal's words up to the start: in `serve` the link that makes the first administrator. */
  readonly said: string;
  /** kill -9: nothing is said, nothing is saved on the way out. */
  kill9(): Promise<void>;
  /** Takes and says nothing for so long, ms, and then goes on. */
  standStill(ms: number): Promise<void>;
  /** Starts again on the same folder and port; resolves when it answers. */
  restart(): Promise<void>;
  /** Ends the process and removes its folder. */
  end(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

async function stopWith(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await exited(child);
}

interface Started {
  readonly child: ChildProcess;
  readonly said: string;
}

/** Resolves when the server has said its address and answers; its own words are in the error when it does not. */
async function start(url: string, mode: Mode, env: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn(node, [program, mode], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}\n${said}`));
    const late = setTimeout(() => fail('the server did not start in time'), startLimit);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('协商厅已启动')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(late);
      fail(`the server ended with ${code}`);
    });
  }).catch(async (error: unknown) => {
    await stopWith(child, 'SIGKILL');
    throw error;
  });
  const ready = await fetch(`${url}/readyz`);
  if (!ready.ok) {
    await stopWith(child, 'SIGKILL');
    throw new Error(`not ready: ${ready.status}\n${said}`);
  }
  return { child, said };
}

/** A server with a fresh folder. `env` goes over the defaults, for example DEMO_MEMBERS or PUBLIC_ORIGIN. */
export async function startServer(env: Readonly<Record<string, string>> = {}, mode: Mode = 'start'): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xieshang-story-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const surroundings = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: join(dataDir, 'data'), ...env };
  const { said, ...first } = await start(url, mode, surroundings);
  let { child } = first;
  return {
    url,
    dataDir,
    said,
    kill9: () => stopWith(child, 'SIGKILL'),
    standStill: async (ms) => {
      child.kill('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, ms));
      child.kill('SIGCONT');
    },
    restart: async () => {
      await exited(child);
      ({ child } = await start(url, mode, surroundings));
    },
    end: async () => {
      await stopWith(child, 'SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
