// P1: an editor of another schema never writes, and a text begun under an earlier one goes on under today's with all it holds.
import { schemaVersion } from '@xieshang/minutes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { paragraph, textIn } from './testing/pen.ts';
import { meeting, minutes, stage, type Stage } from './testing/stage.ts';

const earlierId = 'demo.minutes.1.4';
const todays = `demo.minutes.${schemaVersion}.4`;

/** Minutes as an installation of before left them: mishu1 wrote two paragraphs and deleted one. */
async function withEarlier(at: Stage): Promise<void> {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 77;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  const fragment = doc.getXmlFragment('minutes');
  fragment.insert(0, [paragraph('旧版写下的一段'), paragraph('删去的一段')]);
  fragment.delete(1, 1);
  const [first = new Uint8Array(), second = new Uint8Array()] = updates;
  const one = { author: 'mishu1', connection: null, at: 1, facts: [] };
  const row = { id: earlierId, meeting, schema: 1, generation: 4 };
  await at.store.minutes.create(row, { ...one, bytes: first, clients: [{ client: 77, person: 'mishu1' }] });
  await at.store.minutes.append(earlierId, 1, [{ ...one, bytes: second, clients: [] }]);
}

test('a text begun under an earlier schema is read and written on, and the earlier log stays as it is', async () => {
  const at = await stage();
  await withEarlier(at);
  const pen = await at.reader('mishu2', { document: todays });
  expect(textIn(pen.doc)).toContain('旧版写下的一段');
  pen.write((fragment) => fragment.insert(0, [paragraph('新版接着写')]));
  await pen.until(() => pen.heard.onDisk === 1);
  expect(await at.store.minutes.updates(earlierId, 0)).toHaveLength(2);
  const again = await at.reader('mishu1', { document: todays });
  expect(textIn(again.doc)).toMatch(/新版接着写.*旧版写下的一段/s);
});

test('what was deleted in it goes on too, and whose each client id is', async () => {
  const at = await stage();
  await withEarlier(at);
  const pen = await at.reader('mishu2', { document: todays });
  const written = pen.doc.store.clients.get(77)?.flatMap((struct) => ('content' in struct ? struct.content.getContent() : []));
  expect(written?.join('')).toContain('删去的一段');
  expect((await at.store.minutes.load(todays)).clients).toContainEqual({ client: 77, person: 'mishu1' });
});

test('the earlier name is nobody’s any more', async () => {
  const at = await stage();
  await withEarlier(at);
  expect(await (await at.pen('mishu1', { document: earlierId })).closed).toEqual({ code: 4404, reason: 'NoSuchDocument' });
});

test.each([
  ['a page from before pages said their schema', '?receipts=1', 4404],
  ['a page of an earlier schema that was told today’s name', '?receipts=1&schema=1', 4404],
  ['a page of a later schema', `?receipts=1&schema=${schemaVersion + 1}`, 4404],
  ['what is no schema', '?schema=two', 4404],
] as const)('%s is sent away', async (_who, query, code) => {
  const at = await stage();
  const pen = await at.pen('mishu1', { document: minutes, query });
  expect((await pen.closed).code).toBe(code);
});

test.each(['', `?receipts=1&schema=${schemaVersion}`])('with %j one writes', async (query) => {
  const at = await stage();
  const pen = await at.reader('mishu1', { query });
  pen.write((fragment) => fragment.insert(0, [paragraph('照写')]));
  await pen.until(() => pen.heard.onDisk === 1);
});

const image = (attributes: Readonly<Record<string, string>>): Y.XmlElement => {
  const made = new Y.XmlElement('image');
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

test('an image that names what was handed in is admitted', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  pen.write((fragment) => fragment.insert(0, [image({ image: 'i-1', alt: '现场' })]));
  await pen.until(() => pen.heard.onDisk === 1);
});

test.each([
  ['holds its own bytes', { image: 'data:image/png;base64,AAAA', alt: '' }],
  ['names another address', { image: 'https://evil.test/a.png', alt: '' }],
  ['has an address beside its id', { image: 'i-1', alt: '', src: 'https://evil.test/a.png' }],
  ['names nothing', { alt: '现场' }],
] as const)('an image that %s is refused', async (_what, attributes) => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  const before = await at.count();
  pen.write((fragment) => fragment.insert(0, [image(attributes)]));
  expect((await pen.closed).code).toBe(4422);
  expect(await at.count()).toBe(before);
});
