// Requests that are wrong in their bodies, their types, their paths and their very bytes, at every route and from everybody.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { declaredProblems } from '@xieshang/server/testing';
import type { Random } from '../../src/prose.ts';
import { root } from '../child.ts';
import { bytes, meeting, oneOf, roles, upTo } from './arena.ts';
import type { Attack, Attempt } from './attack.ts';

interface Route {
  readonly method: string;
  readonly path: string;
}

/** As the page for those who write a client lists them. */
const routes: readonly Route[] = [
  ...readFileSync(join(root, 'docs/protocol.md'), 'utf8').matchAll(/^\| `(GET|POST|PUT|PATCH|DELETE) (\/\S+?)(?:\?\S*)?`/gm),
].map(([, method = '', path = '']) => ({ method, path }));

const odd = [
  'none',
  '__proto__',
  '..',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  '%ff%fe',
  'a'.repeat(200),
  '%E4%BD',
  "'; drop table accounts; --",
  '<script>',
];

/** Nothing that is there may be meant where something could change. */
const filled = ({ method, path }: Route, random: Random): string =>
  path
    .replaceAll(/<id>/g, () => (method === 'GET' ? oneOf(random, [meeting, 'demo-done', ...odd]) : oneOf(random, odd)))
    .replaceAll(/<\w+>/g, () => oneOf(random, odd));

const json: readonly ((random: Random) => string | Uint8Array)[] = [
  () => '{',
  () => '',
  () => 'null',
  () => '[]',
  () => '"x"',
  () => '{"account":{"$ne":null},"password":["x"]}',
  () => '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  (random) => '['.repeat(1000 * (1 + upTo(random, 30))),
  (random) => `${'{"a":'.repeat(1000 * (1 + upTo(random, 8)))}1${'}'.repeat(1000)}`,
  (random) => JSON.stringify({ account: 'x'.repeat(upTo(random, 60_000)), password: 5 }),
  (random) => JSON.stringify({ token: 'x'.repeat(70_000 + upTo(random, 100_000)) }),
  (random) => bytes(random, 1 + upTo(random, 500)),
  () => '{"plan":{"notice":{"meeting":"__proto__"}},"version":1e999}',
  () => '{"meeting":"__proto__","templateId":"toString","title":"\\ud800","topic":"","place":"","startsAt":-1}',
  () => '\ufeff{"account":"x","password":"y"}',
  () => '{"account":"zhuchi","account":"guanli","password":null}',
];

const types = [
  'application/json',
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/pdf',
  'x',
  '',
];

/** A whole request as bytes, well formed as HTTP. */
function wellFormed(random: Random, cookie: string, origin: string): string | Uint8Array {
  const route = oneOf(random, routes);
  const method = upTo(random, 12) === 0 ? oneOf(random, ['PUT', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'LOCK', 'POST']) : route.method;
  const body = Buffer.from(oneOf(random, json)(random));
  const type = oneOf(random, types);
  const signedIn = upTo(random, 5) > 0 && !(method === 'DELETE');
  const head = [
    `${method} ${filled(route, random)}${oneOf(random, ['', '', '?x=%', '?name=%00&circle[]=public', `?${'q'.repeat(3000)}`])} HTTP/1.1`,
    'Host: hall.test',
    `Origin: ${upTo(random, 15) === 0 ? 'http://evil.test' : origin}`,
    ...(signedIn
      ? [`Cookie: ${cookie}`]
      : [`Cookie: ${oneOf(random, ['session=x', 'session=', '=;;;==', '__proto__=1; constructor=2', 'a'.repeat(4000)])}`]),
    ...(type === '' ? [] : [`Content-Type: ${type}`]),
    'Connection: close',
    `Content-Length: ${body.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}

/** Bytes that are hardly HTTP. */
const malformed: readonly ((random: Random, origin: string) => string)[] = [
  (_random, origin) =>
    `POST /api/session HTTP/1.1\r\nHost: h\r\nOrigin: ${origin}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  (_random, origin) =>
    `POST /api/session HTTP/1.1\r\nHost: h\r\nOrigin: ${origin}\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}`,
  (_random, origin) =>
    `POST /api/session HTTP/1.1\r\nHost: h\r\nOrigin: ${origin}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  (_random, origin) => `POST /api/session HTTP/1.1\r\nHost: h\r\nOrigin: ${origin}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
  (_random, origin) => `POST /api/session HTTP/1.1\r\nHost: h\r\nOrigin: ${origin}\r\nContent-Length: -1\r\n\r\n{}`,
  () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
  () => 'GET / HTTP/9.9\r\nHost: h\r\n\r\n',
  () => 'GET /api/session HTTP/1.1\r\nConnection: close\r\nHost: h\r\nBad Header: x\r\n\r\n',
  () => 'GET /api/session HTTP/1.1\r\nConnection: close\r\nHost: h\r\n: x\r\n\r\n',
  () => 'GET /api/session HTTP/1.1\r\nConnection: close\r\nHost: a b\\c[\r\n\r\n',
  () => 'GET http://[::1:/ HTTP/1.1\r\nConnection: close\r\nHost: h\r\n\r\n',
  () => 'GET //evil.test/api/session HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'GET /../../etc/passwd HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'GET /assets/%2e%2e%2f%2e%2e%2fpackage.json HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'GET /assets/..%5c..%5cpackage.json HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'GET * HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'OPTIONS * HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n',
  () => 'TRACE /api/session HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  (random) => `GET /${'a'.repeat(17_000 + upTo(random, 9000))} HTTP/1.1\r\nHost: h\r\n\r\n`,
  () => `GET / HTTP/1.1\r\nHost: h\r\n${'X: y\r\n'.repeat(3000)}\r\n`,
  () => `GET /api/session HTTP/1.1\r\nConnection: close\r\nHost: h\r\nCookie: ${'é\u0001'.repeat(20)}\r\n\r\n`,
  (_random, origin) =>
    `POST /api/session HTTP/1.1\r\nHost: h\r\nOrigin: ${origin}\r\nExpect: 200-maybe\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
  () => 'GET /socket.io/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'GET /socket.io/?EIO=99&transport=__proto__ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
  () => 'GET /nowhere HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  () => 'GET /collab/x HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: http://evil.test\r\n\r\n',
];

const answerWithin = 10_000;

function say(port: number, request: string | Uint8Array): Promise<string | null> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
  socket.write(typeof request === 'string' ? Buffer.from(request, 'latin1') : request);
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      socket.destroy();
      resolve(null);
    }, answerWithin);
    socket.on('close', () => {
      clearTimeout(late);
      resolve(heard);
    });
  });
}

function unchunked(body: string): string {
  let [text, left] = ['', body];
  for (let size = Number.parseInt(left, 16); size > 0; size = Number.parseInt(left, 16)) {
    const at = left.indexOf('\r\n') + 2;
    text += left.slice(at, at + size);
    left = left.slice(at + size + 2);
  }
  return text;
}

/** What is wrong with an answer, or null: an error is one of those that are declared, with its status. */
export function faultOfAnswer(heard: string, isSocketIo: boolean): string | null {
  const [head = '', ...rest] = heard.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  if (status === 0) return '没有回答';
  if (status < 400) return null;
  const body = /transfer-encoding: chunked/i.test(head) ? unchunked(rest.join('\r\n\r\n')) : rest.join('\r\n\r\n');
  try {
    const parsed: { readonly error?: { readonly type?: string; readonly message?: string }; readonly code?: number } = JSON.parse(
      Buffer.from(body, 'latin1').toString(),
    );
    if (isSocketIo && typeof parsed.code === 'number' && status === 400) return null;
    const { type = '', message = '' } = parsed.error ?? {};
    if (declaredProblems[type]?.status === status && /\p{Script=Han}/u.test(message)) return status === 500 ? '500' : null;
    return `${status} ${body.slice(0, 100)}`;
  } catch {
    return `${status} ${JSON.stringify(body.slice(0, 60))}`;
  }
}

const everybody = Object.values(roles).flat();

export const requests: Attack = {
  name: '坏的 HTTP 请求',
  unit: 'requests',
  sizes: { short: 400, full: 5_000 },
  atOnce: 12,
  attempt: async ({ arena, random, count, wrong, say: tell }: Attempt) => {
    const isWell = upTo(random, 4) > 0;
    const cookie = arena.cookies.get(oneOf(random, everybody)) ?? '';
    const request = isWell ? wellFormed(random, cookie, arena.url) : oneOf(random, malformed)(random, arena.url);
    const text = Buffer.from(request).toString('latin1');
    tell(text.slice(0, 600));
    const heard = await say(arena.port, request);
    count('requests');
    const first = text.split('\r\n', 1)[0]?.slice(0, 90) ?? '';
    const isHead = first.startsWith('HEAD ');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(heard ?? '')?.[1] ?? 0);
    count(`http${status}`);
    if (isHead) return;
    const fault = heard === null ? '没有回答' : faultOfAnswer(heard, first.includes('/socket.io/'));
    if (fault !== null) wrong(`${first} → ${fault}`);
  },
};
