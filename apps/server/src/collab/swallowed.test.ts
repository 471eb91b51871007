import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { paragraph, textIn } from './testing/pen.ts';
import { minutes, stage, times } from './testing/stage.ts';
import { updateFrame } from './wire.ts';

const sentence = '张委员：建议一、二、三。';

/** All text of a document that was deleted, in the order of its writing. */
const deletedText = (doc: Y.Doc): string =>
  [...doc.store.clients.values()]
    .flat()
    .flatMap((struct) =>
      struct instanceof Y.Item && struct.deleted && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
    )
    .join('');

/** E1: one types into a paragraph while both are offline, the other deletes it; both come back. */
async function swallowed(idleMs = 30_000) {
  const at = await stage({ idleMs });
  const [one, other] = [await at.reader('mishu1'), await at.reader('mishu2')];
  one.write((fragment) => fragment.insert(0, [paragraph('会议开始。')]));
  await other.until(() => times(other.doc, '会议开始。') === 1);
  const typed = one.keep((fragment) => ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(5, sentence));
  const deleted = other.keep((fragment) => fragment.delete(0, 1));
  other.send(updateFrame(deleted));
  await other.until(() => other.heard.onDisk === 1);
  one.send(updateFrame(typed));
  await one.until(() => one.heard.onDisk === 2);
  return { at, one, other };
}

describe('E1: text that another’s deletion swallows', () => {
  test('is in no one’s text, and can be found in every replica that keeps what was deleted', async () => {
    const { one, other } = await swallowed();
    await other.until(() => deletedText(other.doc).includes(sentence));
    expect([times(one.doc, sentence), times(other.doc, sentence)]).toEqual([0, 0]);
    expect(textIn(one.doc)).toBe(textIn(other.doc));
  });

  test('is in the document as the server sends it to whoever comes later', async () => {
    const { at } = await swallowed();
    const late = await at.reader('zhuchi');
    expect(deletedText(late.doc)).toContain(sentence);
  });

  test('is there after a restart too', async () => {
    const { at } = await swallowed();
    await at.restart();
    const late = await at.reader('zhuchi');
    expect(deletedText(late.doc)).toContain(sentence);
  });
});

describe('E3: in the log', () => {
  test('the swallowed sentence stands by itself, with who wrote it and when', async () => {
    const { at } = await swallowed();
    const updates = await at.store.minutes.updates(minutes, 0);
    const holding = updates.filter(({ bytes }) => Buffer.from(bytes).includes(sentence));
    expect(holding).toHaveLength(1);
    const line = (await at.lines()).find(({ seq }) => seq === holding[0]?.seq);
    expect(line).toMatchObject({ author: 'mishu1', at: expect.any(Number) });
  });

  test('replayed it is found among what was deleted', async () => {
    const { at } = await swallowed();
    expect(deletedText(await at.logged())).toContain(sentence);
    expect(textIn(await at.logged())).not.toContain(sentence);
  });
});
