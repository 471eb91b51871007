// Knows on what machine and with which versions something is measured; names no path and no person.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Machine } from './results.ts';

const root = join(import.meta.dirname, '../../..');

const manifests = ['apps/server/package.json', 'apps/rehearsal/package.json', 'apps/web/package.json'];
const named = ['socket.io', 'ws', 'yjs', 'y-websocket', 'kysely', 'hono', 'react'];

export function thisMachine(): Machine {
  const found = cpus();
  const database = new DatabaseSync(':memory:');
  const sqlite = String(database.prepare('select sqlite_version() as version').get()?.['version']);
  database.close();
  return {
    cpu: found[0]?.model.trim() ?? '',
    cpus: found.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().split('-')[0]}`,
    node: process.versions.node,
    sqlite,
    packages: versions(),
  };
}

function versions(): Readonly<Record<string, string>> {
  const all = new Map(
    manifests.flatMap((file) => {
      const { dependencies = {} }: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
        readFileSync(join(root, file), 'utf8'),
      );
      return Object.entries(dependencies);
    }),
  );
  return Object.fromEntries(named.flatMap((name) => (all.has(name) ? [[name, all.get(name) ?? '']] : [])));
}

/** Of the product as it is checked out; without git, nothing is known of it. */
export function thisCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return '未知';
  }
}

export const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;
