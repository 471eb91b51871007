import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { firstMinutes, hasText, penAt, testServerOn, write } from './backup/testing/kept.ts';
import { demoPassword } from './demo/index.ts';
import { signedIn } from './testing/as-a-page.ts';
import { tempFolder } from './testing/hall.ts';

const lineOf = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  );

async function secretary(url: string): Promise<Socket> {
  const cookie = await signedIn(url, 'mishu1', demoPassword);
  const socket = io(`${url}/meeting`, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnection: false });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve, reject) => void socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}

test('commits, acknowledgements, fan-out, documents, sockets and refusals are counted', async () => {
  const running = await testServerOn(join(await tempFolder(), 'data'));
  const url = running.origin.public;
  const metrics = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();

  const socket = await secretary(url);
  await socket.emitWithAck('hello', { protocol: 1, meetingId: 'demo', lastSeq: 0 });
  const command = { id: 'm-1', meetingId: 'demo', type: 'CheckIn', where: 'hall' };
  expect(await socket.emitWithAck('command', command)).toMatchObject({ ok: true });
  expect(await socket.emitWithAck('command', { ...command, id: 'm-2', type: 'OpenMeeting', where: undefined })).toMatchObject({
    ok: false,
  });
  const pen = await penAt(running, firstMinutes);
  await hasText(pen);
  await write(pen, '计数');
  expect((await fetch(`${url}/api/accounts`)).status).toBe(401);

  const text = await metrics();
  expect(lineOf(text, 'xieshang_commit_seconds_count{log="facts",outcome="ok"}')).toBe(1);
  expect(lineOf(text, 'xieshang_commit_seconds_count{log="text",outcome="ok"}')).toBeGreaterThan(0);
  expect(lineOf(text, 'xieshang_ack_seconds_count{log="facts"}')).toBe(2);
  expect(lineOf(text, 'xieshang_ack_seconds_count{log="text"}')).toBe(1);
  expect(lineOf(text, 'xieshang_fan_out_seconds_count')).toBeGreaterThan(0);
  expect(lineOf(text, 'xieshang_sent_messages_total{door="live"}')).toBeGreaterThan(2);
  expect(lineOf(text, 'xieshang_sent_bytes_total{door="minutes"}')).toBeGreaterThan(500);
  expect(lineOf(text, 'xieshang_refusals_total{door="live",type="NotPermitted"}')).toBe(1);
  expect(lineOf(text, 'xieshang_refusals_total{door="http",type="SignInRequired"}')).toBe(1);
  expect(lineOf(text, 'xieshang_sockets{door="live"}')).toBe(1);
  expect(lineOf(text, 'xieshang_sockets{door="minutes"}')).toBe(1);
  expect(lineOf(text, 'xieshang_documents')).toBe(1);
  expect(lineOf(text, 'xieshang_unwritten_bytes')).toBe(0);
  expect(lineOf(text, 'xieshang_storage_failing')).toBe(0);
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  await pen.leave();
});
