// Two honest people at work in a thread of their own, so that nobody's trouble but the server's slows them: one types, one reads.
import { parentPort, workerData } from 'node:worker_threads';
import { awarenessFrame, stepOneFrame, stepTwoFrame, updateFrame } from '@xieshang/server/testing';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { bystanders } from './arena.ts';
import { typistsClient, type BystanderReport, type BystanderWork } from './bystanders.ts';

const { url, document, typist, reader, everyMs }: BystanderWork = workerData;
const report: BystanderReport = { ms: [], strangers: [], lost: [], typed: 0, onDisk: 0, mostCursors: 0, left: 0, isShown: false, text: '' };
const seen = new Map<string, number>();

const mayShow: readonly string[] = ['mishu2', 'zhuchi', 'zhuchi2'];

/** The cursors somebody sees, and what is wrong with them. */
const cursors = new Map<number, string>();
function takeCursors(bytes: Uint8Array): void {
  const decoder = createDecoder(bytes);
  for (let left = readVarUint(decoder); left > 0; left -= 1) {
    const client = readVarUint(decoder);
    readVarUint(decoder);
    const state: unknown = JSON.parse(new TextDecoder().decode(readVarUint8Array(decoder)));
    if (state === null) cursors.delete(client);
    else {
      const { account = '' } = (state as { readonly user?: { readonly account?: string } }).user ?? {};
      cursors.set(client, account);
      const isTypist = account === bystanders[0];
      if (isTypist !== (client === typistsClient) || !(isTypist || mayShow.includes(account)))
        report.strangers.push(`${client} ${account}`);
    }
  }
  report.mostCursors = Math.max(report.mostCursors, cursors.size);
  report.isShown = cursors.has(typistsClient);
  report.left = cursors.size - (report.isShown ? 1 : 0);
}

function person(cookie: string, heard: (kind: number, doc: Y.Doc) => void) {
  const doc = new Y.Doc({ gc: false });
  const socket = new WebSocket(`${url.replace('http', 'ws')}/collab/${document}`, { headers: { cookie }, perMessageDeflate: false });
  socket.on('close', (code) => report.lost.push(`collab ${code}`));
  socket.on('error', (error) => report.lost.push(error.message));
  const ready = new Promise<void>((resolve) => {
    socket.on('open', () => socket.send(stepOneFrame(Y.encodeStateVector(doc))));
    socket.on('message', (data: Buffer) => {
      const decoder = createDecoder(new Uint8Array(data));
      const kind = readVarUint(decoder);
      if (kind === 0) {
        const step = readVarUint(decoder);
        const bytes = readVarUint8Array(decoder);
        if (step === 0) socket.send(stepTwoFrame(Y.encodeStateAsUpdate(doc, bytes)));
        else Y.applyUpdate(doc, bytes, 'server');
        if (step === 1) resolve();
      } else if (kind === 1) takeCursors(readVarUint8Array(decoder));
      else if (kind === 100) report.onDisk = readVarUint(decoder);
      heard(kind, doc);
    });
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') socket.send(updateFrame(update));
  });
  const send = (frame: Uint8Array): void => socket.send(frame);
  return { doc, ready, send };
}

const text = new Y.XmlText();
const writing = person(typist, () => undefined);
await writing.ready;
writing.doc.clientID = typistsClient;
const reading = person(reader, (kind, doc) => {
  if (kind !== 0 || seen.size === 0) return;
  const now = performance.now();
  const body = doc.getXmlFragment('minutes').toJSON();
  for (const [mark, at] of seen) {
    if (!body.includes(mark)) continue;
    report.ms.push(now - at);
    seen.delete(mark);
  }
});
await reading.ready;
writing.doc.transact(() => {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [text]);
  writing.doc.getXmlFragment('minutes').insert(0, [block]);
});

const live = io(`${url}/meeting`, { transports: ['websocket'], extraHeaders: { cookie: typist }, reconnection: false });
live.on('disconnect', (reason) => report.lost.push(`live ${reason}`));
await new Promise<void>((resolve) => live.once('connect', () => resolve()));

let marks = 0;
const work = setInterval(() => {
  marks += 1;
  const mark = `〔旁${marks}〕`;
  seen.set(mark, performance.now());
  writing.doc.transact(() => {
    text.delete(0, text.length);
    text.insert(0, mark);
  });
  report.typed += 1;
  if (marks % 10 === 1) writing.send(awarenessFrame([{ client: typistsClient, clock: marks, state: `{"at":${marks}}` }]));
  const at = performance.now();
  live.emit('time', {}, () => report.ms.push(performance.now() - at));
  void fetch(`${url}/api/session`, { headers: { cookie: typist } }).then(
    async (response) => {
      await response.arrayBuffer();
      report.ms.push(performance.now() - at);
      if (response.status !== 200) report.lost.push(`HTTP ${response.status}`);
    },
    (error: Error) => report.lost.push(error.message),
  );
}, everyMs);

function tell(): void {
  const now = performance.now();
  // What has not been answered yet has taken so long already.
  const waiting = [...seen.values()].map((at) => now - at);
  parentPort?.postMessage({ ...report, ms: [...report.ms, ...waiting] });
  report.ms = [];
}

/** Long enough for what is on its way, ms. */
const lastWordMs = 1500;

parentPort?.on('message', (asked: 'figures' | 'end') => {
  if (asked === 'figures') return tell();
  clearInterval(work);
  setTimeout(() => {
    report.text = reading.doc.getXmlFragment('minutes').toJSON();
    tell();
  }, lastWordMs);
});
parentPort?.postMessage('ready');
