// Six replicas write what they like, lose the line, come back and see the server go; fast-check prints seed and path of a failure.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { minutesIn, paragraph, textIn } from './testing/pen.ts';
import { minutes, stage, times } from './testing/stage.ts';

const accounts = ['s0', 's1', 's2', 's3', 's4', 's5'];
const edits = ['word', 'word', 'type', 'type', 'erase', 'bold', 'paragraph', 'drop', 'list', 'item', 'dropItem'] as const;
const faults = ['cut', 'back', 'back'] as const;

/** What one replica does, or what befalls it; `at` and `size` choose the place. `restart`: the server ends and begins anew. */
interface Step {
  readonly act: (typeof edits)[number] | (typeof faults)[number] | 'restart';
  readonly who: number;
  readonly at: number;
  readonly size: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...edits) },
    { weight: 15, arbitrary: fc.constantFrom(...faults) },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
  ),
  who: fc.nat(accounts.length - 1),
  at: fc.nat(999),
  size: fc.integer({ min: 1, max: 6 }),
});

interface Replica {
  readonly account: string;
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Nobody erases them, so that each must be there once. */
  readonly words: string[];
}

const oneOf = <One>(list: readonly One[], at: number): One | undefined => list[at % list.length];
const elements = (parent: Y.XmlFragment, name: string): readonly Y.XmlElement[] =>
  parent.toArray().filter((child) => child instanceof Y.XmlElement && child.nodeName === name) as Y.XmlElement[];
const holdsWords = (block: Y.XmlElement): boolean => block.toJSON().includes('〔');
/** Paragraphs in which anybody does anything. */
const open = (doc: Y.Doc): readonly Y.XmlElement[] => elements(minutesIn(doc), 'paragraph').filter((block) => !holdsWords(block));
const openText = (doc: Y.Doc, at: number): Y.XmlText | undefined => {
  const text = oneOf(open(doc), at)?.get(0);
  return text instanceof Y.XmlText ? text : undefined;
};
const itemOf = (words: string): Y.XmlElement => {
  const item = new Y.XmlElement('listItem');
  item.insert(0, [paragraph(words)]);
  return item;
};

function edit({ account, doc, words }: Replica, { act, at, size }: Step): void {
  const body = minutesIn(doc);
  const letters = '协商议政建言'.slice(0, size);
  switch (act) {
    case 'word': {
      const word = `〔${account}-${words.length}〕`;
      const own = elements(body, 'paragraph')
        .find((block) => block.toJSON().includes(`〔${account}-`))
        ?.get(0);
      if (own instanceof Y.XmlText) own.insert(own.length, word);
      else body.insert(at % (body.length + 1), [paragraph(word)]);
      words.push(word);
      return;
    }
    case 'type': {
      const text = openText(doc, at);
      return text?.insert(at % (text.length + 1), letters);
    }
    case 'erase': {
      const text = openText(doc, at);
      return text && text.length > size ? text.delete(at % (text.length - size), size) : undefined;
    }
    case 'bold': {
      const text = openText(doc, at);
      return text && text.length > size ? text.format(at % (text.length - size), size, { bold: {} }) : undefined;
    }
    case 'paragraph':
      return body.insert(at % (body.length + 1), [paragraph(letters)]);
    case 'drop': {
      const block = oneOf(open(doc), at);
      return block && body.delete(body.toArray().indexOf(block), 1);
    }
    case 'list': {
      const list = new Y.XmlElement(size > 3 ? 'orderedList' : 'bulletList');
      list.insert(0, [itemOf(letters), itemOf(letters)]);
      return body.insert(at % (body.length + 1), [list]);
    }
    case 'item': {
      const list = oneOf([...elements(body, 'bulletList'), ...elements(body, 'orderedList')], at);
      return list?.insert(at % (list.length + 1), [itemOf(letters)]);
    }
    case 'dropItem': {
      const list = oneOf([...elements(body, 'bulletList'), ...elements(body, 'orderedList')], at);
      if (!list) return undefined;
      return list.length > 1 ? list.delete(at % list.length, 1) : body.delete(body.toArray().indexOf(list), 1);
    }
    default:
      return undefined;
  }
}

const contentHash = (doc: Y.Doc): string => createHash('sha256').update(textIn(doc)).digest('hex');

/** Asked again after every update of any of them. */
const until = (docs: readonly Y.Doc[], holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (!holds()) return;
      for (const doc of docs) doc.off('update', check);
      resolve();
    };
    for (const doc of docs) doc.on('update', check);
    check();
  });

test(
  'P5: six replicas, partitions, comings back and restarts: one content everywhere, every word once, nobody refused',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 40, maxLength: 120, size: 'max' }), async (steps) => {
        const at = await stage({ secretaries: accounts });
        const refused = Promise.withResolvers<never>();
        const replicas = accounts.map((account) => replicaOf(at.port, account, refused.reject));
        const docs = replicas.map(({ doc }) => doc);
        try {
          await Promise.race([until(docs, () => docs.every((doc) => textIn(doc) !== '')), refused.promise]);
          for (const step of steps) {
            const replica = oneOf(replicas, step.who);
            if (!replica) continue;
            if (step.act === 'cut') replica.provider.disconnect();
            else if (step.act === 'back') replica.provider.connect();
            else if (step.act === 'restart') await at.restart();
            else replica.doc.transact(() => edit(replica, step));
            // The server and the sockets have their turn.
            await new Promise((turn) => setImmediate(turn));
          }
          for (const { provider } of replicas) provider.connect();
          const late = await at.reader('mishu1');
          const all = [...docs, late.doc];
          const words = replicas.flatMap((replica) => replica.words);
          const settled = (): boolean => words.every((word) => times(late.doc, word) > 0) && new Set(all.map(contentHash)).size === 1;
          await Promise.race([until(all, settled), refused.promise]);
          expect(words.filter((word) => times(late.doc, word) !== 1)).toEqual([]);
          expect(all.filter(({ store }) => store.pendingStructs !== null || store.pendingDs !== null)).toEqual([]);
          expect(contentHash(await at.logged())).toBe(contentHash(late.doc));
          expect(at.troubles).toEqual([]);
        } finally {
          for (const { provider } of replicas) provider.destroy();
        }
      }),
      { numRuns: 25, timeout: 20_000, endOnFailure: true },
    );
  },
);

/** The published client, as a secretary. */
function replicaOf(port: number, account: string, refused: (error: Error) => void): Replica {
  class WithCookie extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie: account } });
    }
  }
  const doc = new Y.Doc({ gc: false });
  minutesIn(doc);
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/collab`, minutes, doc, {
    WebSocketPolyfill: WithCookie as never,
    disableBc: true,
    maxBackoffTime: 50,
  });
  provider.messageHandlers[100] = () => undefined;
  provider.on('closed', ({ code, reason }) => refused(new Error(`${account}: ${code} ${reason}`)));
  return { account, doc, provider, words: [] };
}
