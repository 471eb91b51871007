import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { openPen, paragraph, textIn } from './collab/testing/pen.ts';
import { awarenessFrame } from './collab/wire.ts';
import { demoPassword } from './demo/index.ts';
import { asAPage } from './testing/as-a-page.ts';
import { tempFolder } from './testing/hall.ts';

let planted = 0;
/** A word that is nowhere else, a new one for each place it is planted in. */
const canary = (): string => `canary${(planted += 1).toString(36)}yellow`;

async function started(): Promise<{ readonly url: string; stop(): Promise<string> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'start'], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: join(await tempFolder(), 'data'), LOG_LEVEL: 'trace' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /协商厅已启动：(\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    void ended.then(() => reject(new Error(said)));
  });
  const stop = async (): Promise<string> => {
    child.kill('SIGTERM');
    await ended;
    return said;
  };
  return { url, stop };
}

/** HTTP, with something planted in every place that a client fills in. */
function asking(url: string) {
  return async (method: string, path: string, body: unknown, cookie = ''): Promise<Response> => {
    const wanted = {
      method,
      headers: { origin: url, cookie, 'content-type': 'application/json', 'user-agent': canary(), 'x-request-id': canary() },
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    const response = await asAPage(() => fetch(`${url}${path}`, wanted));
    await response.clone().arrayBuffer();
    return response;
  };
}

async function overHttp(url: string) {
  const ask = asking(url);
  const signIn = async (account: string, password: string): Promise<string> => {
    const answer = await ask('POST', '/api/session', { account, password });
    return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  };
  const [secretary, admin, member] = [
    await signIn('mishu1', demoPassword),
    await signIn('guanli', demoPassword),
    await signIn('weiyuan01', demoPassword),
  ];
  await signIn(canary(), canary());
  await signIn('mishu2', canary());
  await ask('POST', '/api/session', `{"account":"${canary()}`);
  await ask('GET', `/${canary()}?${canary()}=${canary()}`, null, canary());
  await ask('GET', `/api/meetings/${canary()}`, null, secretary);
  const account = {
    account: canary(),
    name: canary(),
    role: 'member',
    sector: canary(),
    unit: canary(),
    title: canary(),
    password: canary(),
  };
  expect((await ask('POST', '/api/accounts', account, admin)).ok).toBe(true);
  await ask('PATCH', '/api/accounts/weiyuan02', { name: canary() }, admin);
  await ask('PUT', '/api/accounts/weiyuan02/password', { password: canary() }, admin);
  const draft = { meeting: canary(), templateId: 'full-flow', title: canary(), topic: canary(), place: canary(), startsAt: Date.now() };
  const made = await ask('POST', '/api/meetings', draft, secretary);
  expect(made.ok).toBe(true);
  const answer: { readonly draft: { readonly plan: object } } = JSON.parse(await made.text());
  await ask('PUT', `/api/meetings/${draft.meeting}/draft`, { plan: { ...answer.draft.plan, [canary()]: canary() }, version: 1 }, secretary);
  await ask('POST', `/api/meetings/${draft.meeting}/convene`, { version: 1, command: canary() }, secretary);
  await ask('POST', `/api/meetings/demo/materials/${canary()}?name=${canary()}.txt&circle=public`, canary(), secretary);
  await ask('PUT', `/api/meetings/demo/private-words/${canary()}`, { text: canary() }, member);
  const jotting = { id: canary(), act: { type: 'write', text: canary(), about: { stageId: canary(), requestId: canary() } } };
  expect((await ask('POST', '/api/meetings/demo/jottings', jotting, secretary)).ok).toBe(true);
  await ask('POST', '/api/meetings/demo/invites', { person: canary() }, secretary);
  await ask('POST', '/api/invites/redeem', { token: canary() });
  await ask('POST', '/api/setup', { token: canary(), committeeName: canary(), account: canary(), name: canary(), password: canary() });
  return { secretary, member };
}

async function overSockets(url: string, { secretary, member }: { readonly secretary: string; readonly member: string }): Promise<void> {
  for (const cookie of [member, canary()]) {
    const socket = io(`${url}/meeting`, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
      extraHeaders: { cookie, 'user-agent': canary() },
    });
    onTestFinished(() => void socket.disconnect());
    await new Promise<void>((resolve) => void socket.once('connect', resolve).once('connect_error', () => resolve()));
    if (!socket.connected) continue;
    await socket.emitWithAck('hello', { protocol: 1, meetingId: 'demo', lastSeq: 0 });
    const command = (frame: object): Promise<unknown> => socket.emitWithAck('command', { id: canary(), meetingId: 'demo', ...frame });
    await command({ type: 'CheckIn', where: 'hall' });
    await command({ type: 'RequestFloor', requestId: canary(), kind: 'openFloorSpeech', topic: canary() });
    await command({ type: 'SuspendMeeting', reason: canary() });
    await command({ type: canary(), [canary()]: canary() });
    await socket.emitWithAck('command', canary());
    await socket.emitWithAck('hello', { protocol: 1, meetingId: canary(), lastSeq: 0 });
    socket.emit(canary(), canary());
  }
  const pen = await openPen(`${url.replace('http', 'ws')}/collab/demo.minutes.2.1?${canary()}=${canary()}`, {
    cookie: secretary,
    origin: url,
  });
  await pen.until(() => textIn(pen.doc) !== '');
  const before = pen.heard.onDisk;
  pen.write((fragment) => fragment.insert(fragment.length, [paragraph(canary())]));
  pen.send(awarenessFrame([{ client: pen.doc.clientID, clock: 1, state: JSON.stringify({ user: { name: canary() } }) }]));
  await pen.until(() => pen.heard.onDisk > before);
  pen.send(new TextEncoder().encode(canary()));
  await pen.closed;
  const stranger = await openPen(`${url.replace('http', 'ws')}/collab/${canary()}`, { cookie: secretary, origin: url });
  await stranger.closed;
}

test('nothing that anybody types, and no name, is in the logs at their loudest or in the metrics', { timeout: 120_000 }, async () => {
  const { url, stop } = await started();
  const signedIn = await overHttp(url);
  await overSockets(url, signedIn);
  const people = await fetch(`${url}/api/accounts`, { headers: { cookie: signedIn.secretary } });
  const { accounts }: { readonly accounts: readonly { readonly name: string }[] } = JSON.parse(await people.text());
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const said = await stop();
  const log = said.split('\n').filter((line) => line.startsWith('{'));
  expect(planted).toBeGreaterThan(60);
  // The loudest level says something of every request, or this would prove nothing.
  expect(log.length).toBeGreaterThan(20);
  expect(metrics).toContain('xieshang_refusals_total');
  for (const text of [said, metrics]) {
    expect(text.match(/canary\w+/g) ?? []).toEqual([]);
    expect(accounts.filter(({ name }) => text.includes(name))).toEqual([]);
  }
});
