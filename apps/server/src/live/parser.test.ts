import { expect, test } from 'vitest';
import { isDeeper } from './parser.ts';
import { stage } from './testing.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.each([
  ['as deep as may be', nested(32), false],
  ['deeper', nested(33), true],
  ['deeper, and never closed', '{"a":['.repeat(17), true],
  ['wide', `[${'[],'.repeat(10_000)}0]`, false],
  ['with brackets in its strings', JSON.stringify({ text: `${nested(100)}"\\${nested(100)}` }), false],
  ['with a string that ends in a backslash', `["\\\\",${nested(33)}]`, true],
])('a text is known as %s', (_what, json, deeper) => {
  expect(isDeeper(json, 32)).toBe(deeper);
});

/** As raw bytes: no client of the library would send these. */
function send(at: Awaited<ReturnType<typeof stage>>, account: string, packets: readonly string[]): Promise<readonly string[]> {
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie: account },
  } as never);
  const heard: string[] = [];
  return new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      heard.push(String(data));
      if (heard.length === 1) socket.send('40/meeting,');
      if (heard.length === 2) for (const packet of packets) socket.send(packet);
    });
    socket.addEventListener('close', () => resolve(heard));
  });
}

test.each([
  ['hello', nested(100_000)],
  ['command', `{"a":`.repeat(50_000) + '1' + '}'.repeat(50_000)],
  ['hello', JSON.stringify('x'.repeat(256 * 1024))],
])('a %s beyond all measure ends its connection with a word, and nothing else', async (event, frame) => {
  const at = await stage();
  const witness = await at.client('mishu1');
  const heard = await send(at, 'weiyuan1', [`42/meeting,1["${event}",${frame}]`]);
  expect(heard).toContain('42/meeting,["bye",{"reason":"badFrames"}]');
  expect((await witness.hello()).ok).toBe(true);
  await at.close();
});
