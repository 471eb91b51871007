// Floods one door of a server without a pause until it is ended; a process of its own, so that it slows nobody who measures.
import { request, Agent } from 'node:http';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { fragmentName } from '@xieshang/minutes';
import type { Flood } from './floods.ts';

/** So much may wait in this process before it waits for the server, bytes. */
const ahead = 4 * 2 ** 20;
const updates = 20_000;
const callers = 64;

const [, , kind = '', url = '', cookie = '', document = ''] = process.argv;

/** Sends as fast as the network takes it; comes again as soon as it is sent away. */
function pour(socket: WebSocket, next: () => string | Uint8Array | null): void {
  const more = (): void => {
    for (let sent = 0; sent < 500 && socket.readyState === socket.OPEN && socket.bufferedAmount < ahead; sent += 1) {
      const message = next();
      if (message === null) return;
      socket.send(message);
    }
    if (socket.readyState === socket.OPEN) setImmediate(more);
  };
  more();
}

function open(path: string): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers: { cookie } });
  socket.on('error', () => undefined);
  return socket;
}

function floodMeeting(): void {
  const socket = open('/socket.io/?EIO=4&transport=websocket');
  let sent = 0;
  const command = (): string => {
    sent += 1;
    const frame = { id: `flood-${process.pid}-${sent}`, meetingId: 'demo', type: 'CheckIn' };
    return `42/meeting,${sent}${JSON.stringify(['command', frame])}`;
  };
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8', 0, 20);
    if (text.startsWith('0')) socket.send('40/meeting,');
    else if (text.startsWith('40/meeting')) pour(socket, command);
    else if (text === '2') socket.send('3');
  });
  socket.on('close', () => setTimeout(floodMeeting, 1));
}

const updateFrame = (bytes: Uint8Array): Uint8Array => {
  const encoder = createEncoder();
  writeVarUint(encoder, 0);
  writeVarUint(encoder, 2);
  writeVarUint8Array(encoder, bytes);
  return toUint8Array(encoder);
};

function floodMinutes(): void {
  const doc = new Y.Doc({ gc: false });
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)));
  const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText('洪')];
  paragraph.insert(0, [text]);
  doc.getXmlFragment(fragmentName).insert(0, [paragraph]);
  for (let at = 1; at < updates; at += 1) text.insert(at, '议');
  const socket = open(`/collab/${document}`);
  let at = 0;
  socket.on('open', () => pour(socket, () => frames[at++] ?? null));
  socket.on('close', () => setTimeout(floodMinutes, 1));
}

/** Pages, questions without a session, and sign-ins that are no JSON. */
function floodHttp(): void {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const asked = [
    { method: 'GET', path: '/' },
    { method: 'GET', path: '/api/committee' },
    { method: 'GET', path: '/api/session' },
    { method: 'POST', path: '/api/session', body: '{"account":' },
  ];
  let sent = 0;
  const ask = (): void => {
    const { method = 'GET', path = '/', body } = asked[(sent += 1) % asked.length] ?? {};
    const call = request(`${url}${path}`, { agent, method, headers: { origin: url, 'content-type': 'application/json' } }, (answer) =>
      answer.resume().on('end', ask),
    );
    call.on('error', () => setTimeout(ask, 1));
    call.end(body);
  };
  for (let n = 0; n < callers; n += 1) ask();
}

/** Requests piled up ahead of their answers. */
function floodPile(): void {
  const agent = new Agent({ keepAlive: false });
  const call = request(`${url}/`, { agent });
  call.on('socket', (socket) => {
    socket.on('connect', () => socket.write(`GET /api/committee HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`.repeat(2000)));
    socket.on('close', () => setTimeout(floodPile, 1));
  });
  call.on('error', () => undefined);
  call.end();
}

const floods: Readonly<Record<Exclude<Flood, 'none'>, () => void>> = {
  meeting: floodMeeting,
  minutes: floodMinutes,
  http: floodHttp,
  pile: floodPile,
};
if (kind in floods) floods[kind as Exclude<Flood, 'none'>]();
process.on('disconnect', () => process.exit(0));
