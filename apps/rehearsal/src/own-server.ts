// Knows how a server of our own is started in a folder of its own and ended without a trace; not what is done with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnServer {
  readonly url: string;
  end(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');
/** ms; a demo is ready in a few seconds. */
const startWithin = 60_000;
/** ms after a polite request before the process is killed. */
const endWithin = 5_000;

/** A demo server on a free port. Rejects with what it said when it does not come up. */
export async function ownServer(): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-rehearsal-'));
  const child = spawn(process.execPath, ['apps/server/src/main.ts', 'start'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', PUBLIC_ORIGIN: '', DATA_DIR: join(folder, 'demo') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = async (): Promise<void> => {
    await stopped(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await address(child), end };
  } catch (error) {
    await end();
    throw error;
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      clearTimeout(late);
      reject(new Error(`${why}\n${said}`));
    };
    const late = setTimeout(() => fail('服务器没有按时启动。'), startWithin);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /协商厅已启动：(\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', () => fail('无法启动服务器。'));
    child.once('exit', () => fail('服务器没有启动成功。'));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    const late = setTimeout(() => child.kill('SIGKILL'), endWithin);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
