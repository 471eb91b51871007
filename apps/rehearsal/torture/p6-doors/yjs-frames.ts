// Spoiled frames at /collab: each on a connection of its own, beside an honest frame that tells whether it was taken.
import { awarenessFrame, stepOneFrame, stepTwoFrame, updateFrame } from '@xieshang/server/testing';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Random } from '../../src/prose.ts';
import { oneOf, upTo, type Arena } from './arena.ts';
import type { Attack, Attempt } from './attack.ts';
import { spoiled } from './mutate.ts';

/** Of whom some may write and some may only read. */
const senders = ['mishu2', 'mishu2', 'mishu2', 'zhuchi2'] as const;

const change: readonly ((body: Y.XmlFragment, random: Random) => void)[] = [
  (body, random) => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText('会议指出，要加快推进')]);
    body.insert(upTo(random, body.length), [block]);
  },
  (body) => textOf(body)?.insert(2, '抓紧'),
  (body) => textOf(body)?.format(0, 6, { bold: {} }),
  (body) => textOf(body)?.delete(1, 4),
  (body, random) => {
    const cell = (): Y.XmlElement => {
      const made = new Y.XmlElement<Record<string, number>>('tableCell');
      made.setAttribute('colspan', 1);
      made.setAttribute('rowspan', 1);
      made.insert(0, [new Y.XmlElement('paragraph')]);
      return made as unknown as Y.XmlElement;
    };
    const row = new Y.XmlElement('tableRow');
    row.insert(0, [cell(), cell()]);
    const table = new Y.XmlElement('table');
    table.insert(0, [row]);
    body.insert(upTo(random, body.length), [table]);
  },
  (body, random) => {
    const heading = new Y.XmlElement<Record<string, number>>('heading');
    heading.setAttribute('level', 2);
    heading.insert(0, [new Y.XmlText('有关要求')]);
    body.insert(upTo(random, body.length), [heading as unknown as Y.XmlElement]);
  },
];

function textOf(body: Y.XmlFragment): Y.XmlText | undefined {
  for (const block of body.toArray()) {
    const text = block instanceof Y.XmlElement && block.nodeName === 'paragraph' ? block.get(0) : undefined;
    if (text instanceof Y.XmlText && text.length > 10) return text;
  }
  return undefined;
}

/** What is sound before it is spoiled: inside its frame, or frame and all. */
interface Sound {
  readonly inside: Uint8Array;
  readonly frame: (inside: Uint8Array) => Uint8Array;
}

/** A sound frame to be spoiled, under a client id of its own. */
function soundFrame(state: Uint8Array, random: Random): Sound {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, state);
  doc.clientID = upTo(random, 2 ** 32);
  const before = Y.encodeStateVector(doc);
  for (let changes = 1 + upTo(random, 3); changes > 0; changes -= 1) oneOf(random, change)(doc.getXmlFragment('minutes'), random);
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  const cursor = { client: doc.clientID, clock: 1, state: JSON.stringify({ cursor: { anchor: null } }) };
  return oneOf(random, [
    { inside: update, frame: updateFrame },
    { inside: update, frame: updateFrame },
    { inside: update, frame: stepTwoFrame },
    { inside: before, frame: stepOneFrame },
    { inside: awarenessFrame([cursor]), frame: (whole: Uint8Array) => whole },
  ]);
}

/** One that is an update. */
function soundUpdate(state: Uint8Array, random: Random): Uint8Array {
  for (;;) {
    const { inside, frame } = soundFrame(state, random);
    if (frame === updateFrame) return updateFrame(inside);
  }
}

const empty = Y.encodeStateAsUpdate(new Y.Doc());
const answerWithin = 10_000;

/** The frame and an honest one after it: either the line is closed, or the honest one is told to be on disk. */
export function ask(
  arena: Arena,
  account: string,
  frame: Uint8Array,
  after: readonly Uint8Array[],
): Promise<{ readonly closed: number | null }> {
  const headers = { cookie: arena.cookies.get(account) ?? '' };
  const socket = new WebSocket(
    `${arena.url.replace('http', 'ws')}/collab/${arena.document}?receipts=1&schema=${arena.document.split('.').at(-2)}`,
    {
      headers,
      perMessageDeflate: false,
    },
  );
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      socket.terminate();
      reject(new Error('没有回答'));
    }, answerWithin);
    const over = (closed: number | null): void => {
      clearTimeout(late);
      resolve({ closed });
    };
    socket.on('error', () => undefined);
    socket.on('open', () => {
      socket.send(frame);
      // Nothing more is to come: what a frame still follows on is missing.
      socket.send(stepTwoFrame(empty));
      for (const sound of after) socket.send(sound);
      socket.send(updateFrame(empty));
    });
    socket.on('message', (data: Buffer) => {
      // 101 comes for counted frames only, and the honest one is counted.
      if (data[0] !== 101) return;
      socket.terminate();
      over(null);
    });
    socket.on('close', (code) => over(code));
  });
}

/** `taken`: frames that were, from somebody who may write. */
export function yjsFrames(state: Uint8Array, taken: Uint8Array[]): Attack {
  return {
    name: '改坏的 Yjs 帧',
    unit: 'yjsFrames',
    sizes: { short: 300, full: 20_000 },
    atOnce: 14,
    attempt: async ({ arena, random, count, wrong, say }: Attempt) => {
      const isHuge = upTo(random, hugeEvery) === 0;
      // A person's pace counts bytes: who sends the huge ones sends nothing else.
      const account = isHuge ? 'zhuchi' : oneOf(random, senders);
      const { inside, frame: framed } = soundFrame(state, random);
      const frame = isHuge
        ? huge(framed(inside), random)
        : upTo(random, 4) === 0
          ? spoiled(framed(inside), random)
          : framed(spoiled(inside, random));
      say(`${account} ${Buffer.from(frame).toString('base64').slice(0, 4000)}`);
      // Y8: nothing that comes behind a refused frame is looked at, however sound.
      const after = upTo(random, 5) === 0 ? [soundUpdate(state, random)] : [];
      const { closed } = await ask(arena, account, frame, after);
      count('yjsFrames');
      if (closed !== null && after.length > 0) count('yjsIgnored');
      count(closed === null ? 'yjsTaken' : `yjs${closed}`);
      if (closed === null && account === 'mishu2') taken.push(frame, ...after);
      if (closed !== null && !expected.has(closed)) wrong(`以 ${closed} 关闭`);
      if (isHuge && (closed === null || !tooLarge.has(closed))) wrong(`${frame.length} 字节的帧以 ${closed} 关闭`);
    },
  };
}

/** As docs/protocol.md has them for a frame that is not taken; 1009 for one that the transport cuts off. */
const expected = new Set([4400, 4409, 4413, 4422, 4429, 1009]);

/** By name, by the transport, or before it is looked at by the pace of the person. */
const tooLarge = new Set([4413, 1009, 4429]);

/** One in so many is larger than may be: refused by name, or cut off. */
const hugeEvery = 60;
const huge = (was: Uint8Array, random: Random): Uint8Array =>
  Buffer.concat([was, Buffer.alloc(oneOf(random, [520, 520, 3 * 1024]) * 1024, 7)]);

/** The update in a sync frame, or null for another frame. */
export function updateIn(frame: Uint8Array): Uint8Array | null {
  const decoder = createDecoder(frame);
  if (readVarUint(decoder) !== 0 || readVarUint(decoder) === 0) return null;
  return readVarUint8Array(decoder);
}
