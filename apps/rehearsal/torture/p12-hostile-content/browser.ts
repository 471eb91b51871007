// Knows how the browser's half of the programme is started and what it tells; not what is expected of it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

export type Browser =
  | { readonly found: true; readonly env: Readonly<Record<string, string>> }
  | { readonly found: false; readonly reason: string };

/** The one that the browser stories use; nothing can be looked at before the pages are built. */
export function findBrowser(): Browser {
  if (!existsSync(join(root, 'apps/web/dist/index.html'))) return { found: false, reason: '页面尚未构建' };
  const { stdout } = spawnSync(process.execPath, ['scripts/browser-path.ts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) return { found: false, reason: '没有找到 Chromium' };
  const browser: Browser = JSON.parse(line);
  return browser;
}

/** What no page may bring about. */
export interface Trouble {
  readonly violations: readonly string[];
  readonly dialogs: number;
  readonly errors: readonly string[];
  /** Addresses of other machines that were asked for something. */
  readonly foreign: readonly string[];
}

export interface Told<What> {
  readonly trouble: Trouble;
  readonly told: What;
}

export interface Asked {
  readonly url: string;
  readonly meeting: string;
  readonly part: 'paste' | 'read';
  readonly texts: readonly string[];
  readonly cookies: Readonly<Record<'office' | 'member' | 'department' | 'hall', readonly string[]>>;
}

/** Rejects with what the browser's half said when it did not come to its end. */
export async function inBrowser<What>(env: Readonly<Record<string, string>>, asked: Asked): Promise<Told<What>> {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-hostile-'));
  try {
    const file = join(folder, 'asked.json');
    await writeFile(file, JSON.stringify(asked));
    return await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['e2e/hostile/main.ts', file], {
        ...{ cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
      });
      let said = '';
      let complained = '';
      child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => void (complained += chunk.toString()));
      child.on('close', (code) => {
        const line = said.trim().split('\n').at(-1) ?? '';
        if (code !== 0 || !line.startsWith('{'))
          return reject(new Error(`浏览器没有做完（${asked.part}，${code}）：${complained.slice(0, 2000)}`));
        const told: Told<What> = JSON.parse(line);
        resolve(told);
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
