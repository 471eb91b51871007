import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');

test('Y20: Yjs is of version 13 and there is one of it, and no endpoint of others', () => {
  const versions = new Set([...lock.matchAll(/^ {2}yjs@(\d+\.\d+\.\d+):/gm)].map(([, version]) => version));
  expect([...versions]).toEqual(['13.6.33']);
  for (const name of ['@y/websocket-server', '@y/protocols', '@hocuspocus/server']) expect(lock).not.toContain(name);
});

test('S7: sockets are of versions without the known holes', () => {
  const floors = { ws: [8, 21, 0], 'engine.io': [6, 6, 9], 'socket.io-parser': [4, 2, 6] } as const;
  for (const [name, floor] of Object.entries(floors)) {
    const found = [...lock.matchAll(new RegExp(`^ {2}${name.replace('.', '\\.')}@(\\d+)\\.(\\d+)\\.(\\d+):`, 'gm'))];
    expect(found.length, name).toBeGreaterThan(0);
    for (const [, ...parts] of found) {
      const number = parts.map(Number).reduce((sum, part) => sum * 10_000 + part, 0);
      expect(number, name).toBeGreaterThanOrEqual(floor.reduce((sum: number, part) => sum * 10_000 + part, 0));
    }
  }
});
