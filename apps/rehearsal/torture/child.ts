// Knows how one of our own programs is run in a process of its own and what it said; not what it is for.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { serverProgram } from '../src/server-program.ts';

export const root = join(import.meta.dirname, '../../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first group of the pattern; rejects with everything said when the process ends before. */
  printed(pattern: RegExp): Promise<string>;
}

/** `file` by its path from the root; the environment is ours with those variables set. */
export function runOwn(file: string, args: readonly string[], env: Readonly<Record<string, string>>): Child {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, PUBLIC_ORIGIN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr, ms: performance.now() - began }));
  });
  return {
    process: child,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(stdout)?.[1];
          if (found !== undefined) resolve(found);
        };
        child.stdout.on('data', look);
        void ended.then(() => reject(new Error(`${file} ended: ${stdout}${stderr}`)));
        look();
      }),
  };
}

export interface ServerProcess {
  readonly url: string;
  readonly child: Child;
  /** Asks it to stop, and waits. */
  stop(): Promise<Ended>;
}

/** A demo server over a folder, on a free port. */
export async function serverProcess(folder: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const child = runOwn(serverProgram, ['start'], { HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env });
  const url = await child.printed(/协商厅已启动：(\S+)/);
  const stop = (): Promise<Ended> => {
    child.process.kill('SIGTERM');
    return child.ended;
  };
  return { url, child, stop };
}

/** The last line that is JSON. */
export function lastLine(text: string): Readonly<Record<string, unknown>> {
  const line = text
    .split('\n')
    .filter((one) => one.startsWith('{'))
    .at(-1);
  return line === undefined ? {} : JSON.parse(line);
}
