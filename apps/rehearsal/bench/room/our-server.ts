// Knows how the real server's process is started for a measurement, under the declared bench profile, and ended by its pid.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { serverProgram } from '../../src/server-program.ts';
import type { Target } from './harness.ts';

const root = join(import.meta.dirname, '../../../..');

/** `profileTo`: a folder for a CPU profile, written when it ends. */
export function startOurs(folder: string, profileTo?: string): Promise<Target> {
  const profiling = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`];
  const child = spawn(process.execPath, [...profiling, serverProgram, 'start'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', PUBLIC_ORIGIN: '', DATA_DIR: folder, BENCH_PROFILE: 'unpaced' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const last = (): void => void child.kill('SIGKILL');
  process.once('exit', last);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', last);
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /协商厅已启动：http:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (port === undefined || child.pid === undefined) return;
      resolve({
        pid: child.pid,
        port: Number(port),
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return ended;
        },
      });
    });
  });
}
