// Knows how programs are fetched from Debian where one may; not what they are for.
import { spawnSync } from 'node:child_process';

/** Whether this is a Debian whose programs we may install: a CI machine, seldom a desk. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

let listsFetched = false;

/** Tries; what came of it is for the caller to look at. */
export function install(names: readonly string[]): void {
  if (!listsFetched) spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 120_000 });
  listsFetched = true;
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    stdio: 'ignore',
    timeout: 240_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
