// The minutes of one seed: six pages, one server that can die, one disk, and the book of what must come of every marked word.
import { meetingId, type MeetingId } from '@xieshang/meeting';
import { documentId, factsIn } from '@xieshang/minutes';
import { sample } from '@xieshang/minutes/testing';
import { beginGenerations, type MinutesStore } from '@xieshang/server/testing';
import * as Y from 'yjs';
import { contentOf } from '../../src/pen.ts';
import { randomFrom } from '../../src/prose.ts';
import { mortal, played, type Mortal } from './mortal.ts';
import { openPage, type Opening, type Page, type Sent } from './page.ts';
import { course, writers } from './people.ts';

/** `due`: stands there once in the end. `maybe`: its page went before it was safe. `never`: nothing of it may come in. */
export type Fate = 'due' | 'maybe' | 'never';

export const tallied = [
  'edits',
  'undone',
  'words',
  'acked',
  'lost',
  'cuts',
  'kills',
  'crashes',
  'restarts',
  'generations',
  'stale',
  'twins',
  'snapshots',
] as const;
export type Tally = Record<(typeof tallied)[number], number>;

export interface World {
  readonly meeting: MeetingId;
  readonly pages: Page[];
  readonly fates: Map<string, Fate>;
  readonly tally: Tally;
  /** What may not be, in sentences. */
  readonly wrong: string[];
  /** A whole number below `most`. */
  pick(most: number): number;
  server(): Mortal;
  document(): string;
  /** Lets that much time go by, ms. */
  pass(ms: number): void;
  /** The meeting goes on. */
  advance(): void;
  open(account: string, more?: Partial<Opening>): Page;
  /** Somebody closes the page for good. */
  leave(page: Page): void;
  /** Pages that were sent away for good begin anew; a server that has died is there again. */
  tend(): Promise<void>;
  /** Ends the server: without farewell, or with it. */
  end(how: 'kill' | 'stop'): Promise<void>;
  /** As after the restoration of a backup: the text of an earlier moment, under another name. */
  restore(): Promise<void>;
  seal(): Promise<void>;
  release(): void;
  isSealed(): boolean;
  /** The document as the log alone has it, up to `seq`. */
  logged(seq?: number): Promise<Y.Doc>;
  /** Pages whose client id somebody else has gone on under: they may be sent away. */
  readonly forked: Set<Page>;
}

/** Time goes by with every look at the clock, ms: receipts are never held back, so chance has no part in when they come. */
const tick = 250;

/** Longer than the server holds anything back to send it or to write it in company, ms: 25 at most, 10 when it is calm. */
export const companyMs = 12;

export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export function world(seed: number, store: MinutesStore): World {
  const random = randomFrom(seed);
  const pick = (most: number): number => Math.floor(random() * most);
  const meeting = meetingId(`p5-${seed}`);
  const state = played(course);
  const wrong: string[] = [];
  const tally = Object.fromEntries(tallied.map((name) => [name, 0])) as Tally;
  const fates = new Map<string, Fate>();
  const forked = new Set<Page>();
  /** Of pages that are gone: what they were told. */
  let toldBefore: Sent[] = [];
  let now = 1_700_000_000_000;
  let document = documentId(meeting, 1);
  let sealed: { release(): void } | null = null;

  const begin = (): Mortal =>
    mortal({
      ...{ store, meeting, state, committee: sample.committee, clock: () => (now += tick) },
      random: (bytes) => Uint8Array.from({ length: bytes }, () => pick(256)),
      snapshotSaved: () => (tally.snapshots += 1),
      report: (error) => void wrong.push(`服务器说出了意外：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
  let server = begin();

  const open = (account: string, more: Partial<Opening> = {}): Page =>
    openPage({ account, document, clientId: pick(2 ** 32), counts: pick(3) > 0, ...more });
  const pages = writers.map((account) => open(account));

  const logged = async (seq = Infinity): Promise<Y.Doc> => {
    const doc = new Y.Doc({ gc: false });
    for (const update of await store.updates(document, 0)) if (update.seq <= seq) Y.applyUpdate(doc, update.bytes);
    return doc;
  };

  /** All that message 100 has called on disk so far adds nothing to what the log holds. */
  const checkPromises = async (): Promise<void> => {
    const doc = await logged();
    let isNew = false;
    doc.on('update', () => (isNew = true));
    const told = [...toldBefore, ...pages.filter((page) => page.document === document).flatMap(({ acked }) => acked.splice(0))];
    toldBefore = [];
    for (const { update } of told) {
      Y.applyUpdate(doc, update);
      tally.acked += 1;
      if (isNew || doc.store.pendingStructs !== null || doc.store.pendingDs !== null) tally.lost += 1;
      isNew = false;
    }
    doc.destroy();
  };

  const cutAll = (): void => {
    for (const page of pages) {
      page.line()?.carry('down', pick(6));
      page.line()?.cut();
    }
    sealed = null;
  };

  const leave = (page: Page): void => {
    if (page.document === document) toldBefore.push(...page.acked);
    for (const word of page.unsafe) if (fates.get(word) === 'due') fates.set(word, 'maybe');
    page.close();
    page.doc.destroy();
  };

  const end = async (how: 'kill' | 'stop'): Promise<void> => {
    if (how === 'stop') await server.collab.close();
    else server.die();
    cutAll();
    await checkPromises();
    server = begin();
  };

  /** Sent away for good: by a generation that is over, or because another writes under the same id. Nobody else may be. */
  const sentAway = (page: Page): void => {
    const { code, reason } = page.refusal() ?? { code: 0, reason: '' };
    const isStale = page.document !== document;
    if (isStale && code === 4404) tally.stale += 1;
    else if (!(forked.has(page) && code === 4422)) wrong.push(`${page.account} 的页面被无故关闭：${code} ${reason}`);
  };

  return {
    ...{ meeting, pages, fates, tally, wrong, forked, pick, open, leave, end, logged },
    server: () => server,
    document: () => document,
    pass: (ms) => {
      now += ms;
    },
    advance: state.advance,
    tend: async () => {
      if (!server.isAlive()) {
        tally.crashes += 1;
        await end('kill');
      }
      for (const [place, page] of pages.entries()) {
        if (page.refusal() === null) continue;
        sentAway(page);
        leave(page);
        pages[place] = open(page.account);
      }
    },
    restore: async () => {
      await end(pick(2) === 0 ? 'kill' : 'stop');
      const seq = 1 + pick((await store.updates(document, 0)).length);
      const kept = await logged(seq);
      const letters = contentOf(kept).letters;
      for (const word of fates.keys()) fates.set(word, letters.includes(word) ? 'due' : 'never');
      const earlier: MinutesStore = {
        ...store,
        updates: async (of, after) => (await store.updates(of, after)).filter((one) => one.seq <= seq),
        load: async (of) => ({ ...(await store.load(of)), facts: factsIn(kept) }),
      };
      const [begun] = await beginGenerations(
        { minutes: earlier, eventLog: { read: () => Promise.resolve([]) }, committee: () => Promise.resolve(sample.committee) },
        { counts: {}, meetings: [{ meeting, seq: 1, head: '', issued: null }], minutes: [{ document, meeting, seq }] },
        now,
      );
      if (begun) document = begun.document;
      kept.destroy();
      tally.generations += 1;
    },
    seal: async () => {
      sealed = await server.collab.seal(meeting);
    },
    release: () => {
      sealed?.release();
      sealed = null;
    },
    isSealed: () => sealed !== null,
  };
}
