// Knows how the clients and servers that ours is held against are made ready to run; not what is measured with them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../../../.cache/harness');
/** Each has packages of its own. */
const folders = ['.', 'yws'] as const;

const isReady = (folder: string): boolean => folders.every((name) => existsSync(join(folder, name, 'node_modules')));

/** The folder itself when its packages are there, otherwise a copy with them; throws with a sentence where they cannot be had. */
export function readyHarness(source: string): string {
  if (!existsSync(join(source, 'package.json'))) throw new Error(`${source} 里没有对照程序，请用 --harness 指明。`);
  if (isReady(source)) return source;
  if (isReady(cache)) return cache;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  cpSync(source, cache, { recursive: true, filter: (path) => !path.includes('node_modules') });
  process.stderr.write('正在安装对照程序（需要联网）……\n');
  for (const name of folders) {
    // Its peers do not agree with one another; it runs all the same.
    const { status, stderr } = spawnSync('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
      cwd: join(cache, name),
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`无法安装对照程序：${stderr.trim().split('\n').at(-1) ?? ''}`);
  }
  return cache;
}
