// Knows how a port is found that is still ours after a restart.
import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';

/** Below the ports that outgoing connections are given: a client that calls a server which is down must not be given its port. */
const from = 15_000;
const below = 32_000;
const tries = 200;

export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const port = randomInt(from, below);
    if (await isFree(port)) return port;
  }
  throw new Error('没有空闲的端口。');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
