import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { minutesIn, paragraph, textIn, type Pen } from './testing/pen.ts';
import { foreignUpdate, stage, times, type Stage } from './testing/stage.ts';
import { stepTwoFrame, updateFrame } from './wire.ts';

const frame = (kind: number, step: number, bytes: Uint8Array): Uint8Array => {
  const encoder = createEncoder();
  writeVarUint(encoder, kind);
  if (step >= 0) writeVarUint(encoder, step);
  writeVarUint8Array(encoder, bytes);
  return toUint8Array(encoder);
};

/** Sends frames and expects to be closed with that code, nothing of them on disk, and nobody else disturbed. */
async function refused(at: Stage, pen: Pen, frames: readonly Uint8Array[], code: number): Promise<void> {
  const witness = await at.reader('mishu2');
  const before = { count: await at.count(), text: textIn(witness.doc) };
  for (const one of frames) pen.send(one);
  expect((await pen.closed).code).toBe(code);
  witness.write((fragment) => fragment.insert(0, [paragraph('照常')]));
  await witness.until(() => witness.heard.onDisk === 1);
  expect(await at.count()).toBe(before.count + 1);
  const stored = await at.logged();
  minutesIn(stored).delete(0, 1);
  expect(textIn(stored)).toBe(before.text);
}

describe('Y15: who may read and not write', () => {
  test('changes nothing with any of 256 opcodes, with and without a step', async () => {
    const at = await stage({ secretaries: ['s1'] });
    const witness = await at.reader('mishu1');
    const before = await at.count();
    const update = foreignUpdate(witness.doc, 77, (doc) => minutesIn(doc).insert(0, [paragraph('夹带')]));
    for (let opcode = 0; opcode < 256; opcode += 1) {
      for (const step of [-1, 0, 1, 2, 3]) {
        if (opcode === 0 && step === 0) continue;
        const viewer = await at.pen('zhuchi');
        viewer.send(frame(opcode, step, update));
        // One that takes the frame for a cursor or a question lives on; garbage after it ends it.
        viewer.send(new Uint8Array([9]));
        expect((await viewer.closed).code).toBeGreaterThanOrEqual(4400);
      }
    }
    expect(await at.count()).toBe(before);
    expect(times(witness.doc, '夹带')).toBe(0);
  });

  test('is told 4409 for an update and for an answer to step 1', async () => {
    const at = await stage();
    for (const wrap of [updateFrame, stepTwoFrame]) {
      const viewer = await at.reader('zhuchi');
      viewer.send(wrap(viewer.keep((fragment) => fragment.insert(0, [paragraph('夹带')]))));
      expect(await viewer.closed).toEqual({ code: 4409, reason: 'NotWritable' });
    }
    expect(times(await at.logged(), '夹带')).toBe(0);
  });

  test('Y14: is told 4409 for an update that only deletes', async () => {
    const at = await stage();
    const viewer = await at.reader('zhuchi');
    await refused(at, viewer, [updateFrame(viewer.keep((fragment) => fragment.delete(0, 1)))], 4409);
  });

  test('may answer step 1 with what the server holds, all of it', async () => {
    const at = await stage();
    const writer = await at.reader('mishu1');
    writer.write((fragment) => fragment.insert(0, [paragraph('一'), paragraph('二')]));
    writer.write((fragment) => fragment.delete(0, 1));
    await writer.until(() => writer.heard.onDisk === 2);
    const viewer = await at.reader('zhuchi');
    viewer.send(stepTwoFrame(Y.encodeStateAsUpdate(viewer.doc)));
    viewer.send(updateFrame(Y.encodeStateAsUpdate(viewer.doc)));
    await viewer.until(() => viewer.heard.onDisk === 1);
  });

  test('is not blamed for marks its own replica tidies up; they stay as they are', async () => {
    const at = await stage();
    const writer = await at.reader('mishu1');
    const bold = paragraph('');
    writer.write((fragment) => fragment.insert(0, [bold]));
    writer.write(() => (bold.get(0) as Y.XmlText).insert(0, '粗体', { bold: {} }));
    await writer.until(() => writer.heard.onDisk === 2);
    const viewer = await at.reader('zhuchi');
    const before = await at.count();
    viewer.write((fragment) => ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, { bold: null }));
    await viewer.until(() => viewer.heard.onDisk === 1);
    expect(await at.count()).toBe(before);
    expect(textIn(await at.logged())).toContain('<bold>粗体</bold>');
  });
});

describe('law 11: an update is refused, and is as if it had never come, when', () => {
  test('the frame is garbage', async () => {
    const at = await stage();
    await refused(at, await at.reader('mishu1'), [crypto.getRandomValues(new Uint8Array(64)).fill(0xff, 0, 4)], 4400);
  });

  test.each([2, 4, 77, 100, 101, 102])('the frame is of type %d, though a good update is in it', async (kind) => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    await refused(
      at,
      pen,
      [
        frame(
          kind,
          -1,
          pen.keep((fragment) => fragment.insert(0, [paragraph('夹带')])),
        ),
      ],
      4400,
    );
  });

  test('the frame goes on after its end', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    const update = updateFrame(pen.keep((fragment) => fragment.insert(0, [paragraph('多一字节')])));
    await refused(at, pen, [new Uint8Array([...update, 0])], 4400);
  });

  test('Y9: it cannot be decoded', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    const update = pen.keep((fragment) => fragment.insert(0, [paragraph('截断')]));
    await refused(at, pen, [updateFrame(update.slice(0, -3))], 4400);
  });

  test('Y8: what came after the first wrong frame is not looked at', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    const good = updateFrame(pen.keep((fragment) => fragment.insert(0, [paragraph('随后的')])));
    await refused(at, pen, [new Uint8Array([77]), good, good], 4400);
  });

  test('Y8: also when all of it waited for the document', async () => {
    const at = await stage();
    const writer = await at.reader('mishu1');
    const good = updateFrame(writer.keep((fragment) => fragment.insert(0, [paragraph('随后的')])));
    const pen = await at.pen('mishu1');
    await refused(at, pen, [new Uint8Array([77]), good], 4400);
  });

  test('Y12: it hangs on something the server does not have', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    pen.keep((fragment) => fragment.insert(0, [paragraph('没有送出')]));
    const second = pen.keep((fragment) => fragment.insert(1, [paragraph('挂在上面')]));
    pen.send(stepTwoFrame(Y.encodeStateAsUpdate(new Y.Doc())));
    await refused(at, pen, [updateFrame(second)], 4422);
  });

  test('Y12: it deletes something the server does not have', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    pen.keep((fragment) => fragment.insert(0, [paragraph('没有送出')]));
    const second = pen.keep((fragment) => fragment.delete(0, 1));
    pen.send(stepTwoFrame(Y.encodeStateAsUpdate(new Y.Doc())));
    await refused(at, pen, [updateFrame(second)], 4422);
  });

  test('Y12: it came before what it follows on, and that never comes', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    pen.keep((fragment) => fragment.insert(0, [paragraph('没有送出')]));
    const second = pen.keep((fragment) => fragment.insert(1, [paragraph('挂在上面')]));
    await refused(at, pen, [updateFrame(second), stepTwoFrame(Y.encodeStateAsUpdate(new Y.Doc()))], 4422);
  });

  test('Y13: it speaks under a client id that another person has written under', async () => {
    const at = await stage();
    const victim = await at.reader('mishu2');
    victim.write((fragment) => fragment.insert(0, [paragraph('原话')]));
    await victim.until(() => victim.heard.onDisk === 1);
    const forger = await at.reader('mishu1');
    const forged = foreignUpdate(forger.doc, victim.doc.clientID, (doc) => minutesIn(doc).insert(0, [paragraph('伪造')]));
    await refused(at, forger, [updateFrame(forged)], 4422);
  });

  test('Y13: the same after a restart', async () => {
    const at = await stage();
    const victim = await at.reader('mishu2');
    victim.write((fragment) => fragment.insert(0, [paragraph('原话')]));
    await victim.until(() => victim.heard.onDisk === 1);
    await at.restart();
    const forger = await at.reader('mishu1');
    const forged = foreignUpdate(forger.doc, victim.doc.clientID, (doc) => minutesIn(doc).insert(0, [paragraph('伪造')]));
    await refused(at, forger, [updateFrame(forged)], 4422);
  });

  test('Y13: it speaks under the client id of somebody who is here and has not written yet', async () => {
    const at = await stage();
    const victim = await at.reader('zhuchi');
    victim.cursor([{ client: 4711, clock: 1, state: {} }]);
    await victim.until(() => victim.heard.cursors.has(4711));
    const forger = await at.reader('mishu1');
    const forged = foreignUpdate(forger.doc, 4711, (doc) => minutesIn(doc).insert(0, [paragraph('伪造')]));
    await refused(at, forger, [updateFrame(forged)], 4422);
  });

  test('Y13: it speaks as the server', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    const server = [...pen.doc.store.clients.keys()][0] ?? 0;
    const forged = foreignUpdate(pen.doc, server, (doc) => minutesIn(doc).insert(0, [paragraph('伪造')]));
    await refused(at, pen, [updateFrame(forged)], 4422);
  });

  test('Y13: or under an id that no Yjs draws', async () => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    const forged = foreignUpdate(pen.doc, 2 ** 40, (doc) => minutesIn(doc).insert(0, [paragraph('伪造')]));
    await refused(at, pen, [updateFrame(forged)], 4422);
  });

  test.each([
    ['an unknown node', (doc: Y.Doc) => minutesIn(doc).insert(0, [new Y.XmlElement('script')])],
    [
      'an unknown mark',
      (doc: Y.Doc) => {
        const element = paragraph('');
        minutesIn(doc).insert(0, [element]);
        (element.get(0) as Y.XmlText).insert(0, '链接', { link: { href: 'javascript:alert(1)' } });
      },
    ],
    [
      'an odd attribute',
      (doc: Y.Doc) => {
        const element = paragraph('文字');
        element.setAttribute('onclick', 'alert(1)');
        minutesIn(doc).insert(0, [element]);
      },
    ],
    ['letters that belong to no block', (doc: Y.Doc) => minutesIn(doc).insert(0, [new Y.XmlText('散')])],
    ['a value in place of a block', (doc: Y.Doc) => (minutesIn(doc) as unknown as Y.Array<unknown>).insert(0, [{ a: 1 }])],
    ['a second root', (doc: Y.Doc) => doc.getMap('elsewhere').set('hidden', 'x'.repeat(1000))],
    [
      'an attribute of the whole',
      (doc: Y.Doc) => {
        const other = doc.getXmlElement('minutes');
        other.setAttribute('hidden', 'x');
      },
    ],
    [
      'an element in place of another’s text',
      (doc: Y.Doc) => (minutesIn(doc).get(0) as Y.XmlElement).insert(0, [new Y.XmlElement('table')]),
    ],
    [
      'a document within the document',
      (doc: Y.Doc) => {
        const map = new Y.XmlElement('paragraph');
        minutesIn(doc).insert(0, [map]);
        (map as unknown as { setAttribute(key: string, value: unknown): void }).setAttribute('sub', new Y.Doc());
      },
    ],
    [
      'a fact taken out',
      (doc: Y.Doc) => {
        const place = minutesIn(doc)
          .toArray()
          .findIndex((block) => block instanceof Y.XmlElement && block.nodeName === 'fact');
        minutesIn(doc).delete(place, 1);
      },
    ],
    [
      'a fact made another',
      (doc: Y.Doc) => {
        const fact = minutesIn(doc)
          .toArray()
          .find((block) => block instanceof Y.XmlElement && block.nodeName === 'fact');
        (fact as Y.XmlElement).setAttribute('fact', 'names');
      },
    ],
  ])('it brings %s', async (_what, change) => {
    const at = await stage();
    const pen = await at.reader('mishu1');
    await refused(at, pen, [updateFrame(foreignUpdate(pen.doc, 1234, change))], 4422);
  });

  test('more comes than anybody types', async () => {
    const start = Date.now();
    const at = await stage({ clock: () => start });
    const pen = await at.reader('mishu1');
    for (let count = 0; count < 800; count += 1) pen.write((fragment) => fragment.insert(1, [paragraph('刷')]));
    expect(await pen.closed).toEqual({ code: 4429, reason: 'TooMuch' });
  });

  test('the document would grow beyond what it may', async () => {
    const at = await stage({ secretaries: ['s1', 's2', 's3', 's4'] });
    for (const account of ['s1', 's2', 's3', 's4']) {
      const pen = await at.reader(account);
      for (let part = 0; part < 3; part += 1) pen.write((fragment) => fragment.insert(1, [paragraph('a'.repeat(400_000))]));
      if (account !== 's4') await pen.until(() => pen.heard.onDisk === 3);
      else expect(await pen.closed).toEqual({ code: 4413, reason: 'TooLarge' });
    }
    expect((await at.count()) < 12).toBe(true);
  });
});

test('Y9: a deletion of nothing is undecodable: Yjs itself breaks over it', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  const client = [...pen.doc.store.clients.keys()][0] ?? 0;
  const encoder = createEncoder();
  // No structs; one client, one range: from its third clock on, none.
  for (const number of [0, 1, client, 1, 3, 0]) writeVarUint(encoder, number);
  await refused(at, pen, [updateFrame(toUint8Array(encoder))], 4400);
  expect(at.troubles).toEqual([]);
});
