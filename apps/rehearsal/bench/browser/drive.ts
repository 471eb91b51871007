// Knows how the browser's half is started and led; not what it measures.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Step } from './hall.ts';

const root = join(import.meta.dirname, '../../../..');

/** Runs one part of e2e/bench and answers with what it measured; whatever steps it asks for meanwhile are taken. */
export function drive<Told>(part: string, options: Readonly<Record<string, string>>, take?: (step: Step) => Promise<void>): Promise<Told> {
  return new Promise((resolve, reject) => {
    const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    const child = fork(join(root, 'e2e/bench/main.ts'), [part, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    child.on('message', ({ step }: { readonly step: Step }) => {
      const taken = take ? take(step) : Promise.reject(new Error(`nobody leads ${step.do}`));
      taken.then(
        () => child.send({ taken: true }),
        (error: unknown) => {
          reject(error instanceof Error ? error : new Error(String(error)));
          child.kill();
        },
      );
    });
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`e2e/bench ${part} ended with ${code}\n${said}`));
      const told: Told = JSON.parse(said.trim().split('\n').at(-1) ?? 'null');
      resolve(told);
    });
  });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
