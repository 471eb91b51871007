// Floods of cursors: foreign ids, huge clocks, huge states, states that are none. Nobody may be seen as another, and nobody for ever.
import { awarenessFrame } from '@xieshang/server/testing';
import { WebSocket } from 'ws';
import type { Random } from '../../src/prose.ts';
import { bytes, oneOf, upTo } from './arena.ts';
import type { Attack } from './attack.ts';
import { typistsClient } from './bystanders.ts';

const forger = ['mishu2', 'zhuchi'] as const;
const framesOfFlood = 40;

const states: readonly ((random: Random) => string)[] = [
  () => 'null',
  () => '{}',
  () => '{"user":{"account":"mishu1","name":"文秘书"}}',
  () => '{"user":{"account":"guanli","name":"管理员"},"cursor":null}',
  () => '{"__proto__":{"user":1},"constructor":{"prototype":1}}',
  () => '[]',
  () => '1e999',
  () => '{',
  () => '"\\ud800"',
  (random) => JSON.stringify({ pad: 'x'.repeat(upTo(random, 6000)) }),
  (random) => `${'['.repeat(1 + upTo(random, 1500))}`,
  (random) => `{"a":${'['.repeat(900)}${']'.repeat(900)},"b":${upTo(random, 9)}}`,
];
const clocks = [0, 1, 2, 999, 1001, 2 ** 31, 2 ** 32 - 1, Number.MAX_SAFE_INTEGER];

function flood(random: Random, seed: number): Uint8Array {
  const own = seed % 2 ** 31;
  if (upTo(random, 40) === 0) return Buffer.concat([Uint8Array.of(1), bytes(random, upTo(random, 60))]);
  const many = upTo(random, 30) === 0 ? 1001 : oneOf(random, [1, 1, 2, 10, 300]);
  return awarenessFrame(
    Array.from({ length: many }, () => ({
      client: oneOf(random, [own, own, typistsClient, upTo(random, 2 ** 32)]),
      clock: oneOf(random, clocks),
      state: many > 10 ? '{}' : oneOf(random, states)(random),
    })),
  );
}

export const awareness: Attack = {
  name: '光标洪水',
  unit: 'floods',
  sizes: { short: 40, full: 1_000 },
  atOnce: 12,
  attempt: ({ arena, random, seed, count, wrong, say }) => {
    const cookie = arena.cookies.get(oneOf(random, forger)) ?? '';
    const socket = new WebSocket(`${arena.url.replace('http', 'ws')}/collab/${arena.document}`, {
      headers: { cookie },
      perMessageDeflate: false,
    });
    socket.on('error', () => undefined);
    return new Promise((resolve) => {
      socket.on('open', () => {
        for (let frames = 0; frames < framesOfFlood; frames += 1) {
          const frame = flood(random, seed);
          say(Buffer.from(frame).toString('base64').slice(0, 300));
          socket.send(frame);
        }
        // No honest frame: whoever has not been sent away before is now.
        socket.send(Uint8Array.of(9));
      });
      socket.on('close', (code) => {
        count('floods');
        count(`flood${code}`);
        if (code !== 4400 && code !== 4429) wrong(`以 ${code} 关闭`);
        resolve();
      });
    });
  },
};
