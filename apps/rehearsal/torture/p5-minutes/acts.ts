// What happens to minutes, one act at a time: people write, lines break, the server dies, strangers try. Judges nothing.
import { commands, keeping } from '@xieshang/minutes/testing';
import { updateFrame } from '@xieshang/server/testing';
import * as Y from 'yjs';
import { pause } from '../../src/course.ts';
import { cable } from './cable.ts';
import type { Page } from './page.ts';
import { person, stranger } from './people.ts';
import { companyMs, turn, type World } from './world.ts';

type Act = (world: World) => void | Promise<void>;

const anyone = ({ pages, pick }: World): Page => pages[pick(pages.length)] as Page;
const often = ['type', 'type', 'type', 'split', 'bold', 'delete', 'join', 'deleteRow', 'deleteColumn', 'addRowAfter', 'mergeRow'];
const names = [...Object.keys(commands), ...often];

/** What nobody changes, so that it must stand there once in the end: facts, the headings of sections, marked words. */
const isKept: Parameters<typeof keeping>[0] = (block) =>
  block.type.name === 'fact' || typeof block.attrs['section'] === 'string' || block.textContent.includes('〔');

const edit: Act = (world) => {
  const { pick, tally } = world;
  const command = commands[names[pick(names.length)] ?? ''];
  const spot = { at: pick(10_000), length: pick(2) === 0 ? 0 : pick(30) };
  const page = anyone(world);
  if (!command) return;
  try {
    if (page.editor.edit(keeping(isKept, spot, command))) tally.edits += 1;
  } catch (error) {
    // Commands for tables throw over selections that no screen makes, and have done nothing. What throws in the binding is another matter.
    if (!(error instanceof Error) || /y-tiptap|yjs/.test(error.stack ?? '')) throw error;
  }
};

const undo: Act = (world) => {
  const { undo: history } = anyone(world);
  if (world.pick(3) === 0 ? history.redo() : history.undo()) world.tally.undone += 1;
};

const element = (name: string, children: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, [...children]);
  return made;
};
export const paragraph = (words: string): Y.XmlElement => element('paragraph', [new Y.XmlText(words)]);

const cell = (words: string): Y.XmlElement => {
  const made = element('tableCell', [paragraph(words)]) as unknown as Y.XmlElement<Record<string, number>>;
  made.setAttribute('colspan', 1);
  made.setAttribute('rowspan', 1);
  return made as unknown as Y.XmlElement;
};

/** Small, so that people meet often in what merging can break. */
const common = (): readonly Y.XmlElement[] => [
  element(
    'bulletList',
    ['甲', '乙'].map((words) => element('listItem', [paragraph(words)])),
  ),
  element('table', [element('tableRow', ['一', '二'].map(cell)), element('tableRow', ['三', '四'].map(cell))]),
];

/** Goes on in one's own paragraph, or begins it anywhere. */
export function writeWord({ fates, tally, pick, document }: World, page: Page): string {
  const word = `〔${page.account}-${fates.size}〕`;
  fates.set(word, page.document === document() ? 'due' : 'never');
  tally.words += 1;
  page.write(
    (doc) => {
      const body = doc.getXmlFragment('minutes');
      const own = body.toArray().find((block) => block instanceof Y.XmlElement && block.toJSON().includes(`>〔${page.account}-`));
      const text = own instanceof Y.XmlElement ? own.get(0) : undefined;
      if (text instanceof Y.XmlText) text.insert(text.length, word);
      else body.insert(pick(body.length + 1), [paragraph(word)]);
    },
    [word],
  );
  return word;
}

const carry: Act = (world) => {
  const { pick } = world;
  anyone(world)
    .line()
    ?.carry(pick(2) === 0 ? 'up' : 'down', 1 + pick(8));
};

const wait: Act = async ({ pick }) => {
  for (let turns = pick(4); turns > 0; turns -= 1) await turn();
  if (pick(6) === 0) await pause(companyMs);
};

const cut: Act = (world) => {
  const page = anyone(world);
  for (const way of ['up', 'down'] as const) page.line()?.carry(way, world.pick(3));
  page.line()?.cut();
  world.tally.cuts += 1;
};

const connect: Act = (world) => {
  for (let tries = 3; tries > 0; tries -= 1) {
    const page = anyone(world);
    if (!page.line()) page.connect(world.server());
  }
};

/** Some hear nothing of the others, and are not heard. */
const partition: Act = ({ pages, pick }) => {
  for (const page of pages) page.line()?.hold(pick(2) === 0);
};
const heal: Act = ({ pages }) => {
  for (const page of pages) page.line()?.hold(false);
};

const closePage: Act = (world) => {
  const place = world.pick(world.pages.length);
  const page = world.pages[place];
  if (!page) return;
  world.leave(page);
  world.pages[place] = world.open(page.account);
};

const kill: Act = async (world) => {
  world.tally.kills += 1;
  await world.end('kill');
};
const stop: Act = async (world) => {
  world.tally.restarts += 1;
  await world.end('stop');
};

const seal: Act = async (world) => (world.isSealed() ? world.release() : world.seal());

/** Lets everything arrive on those lines until they are over, or nothing more comes. */
async function exchange(...pages: readonly Page[]): Promise<void> {
  for (let turns = 0; turns < 9 && pages.some((page) => page.line()); turns += 1) {
    for (const page of pages) page.line()?.carry('up', 100);
    await (turns === 5 ? pause(companyMs) : turn());
    for (const page of pages) page.line()?.carry('down', 100);
  }
}

/**
 * Somebody writes under a client id under which the log holds something else at the same place, or whose owner is another. Nothing of it
 * may come in, and it may not be told that it did.
 */
const forge: Act = async (world) => {
  const { pages, pick, server, fates } = world;
  const victim = pages.find((page) => page.line() !== null && page.document === world.document() && page.refusal() === null);
  if (!victim || world.isSealed()) return;
  const before = Y.encodeStateAsUpdate(victim.doc);
  victim.line()?.hold(false);
  writeWord(world, victim);
  const clientId = victim.doc.clientID;
  await exchange(victim);
  const onDisk = await world.logged();
  const isKnown = server().isAlive() && Y.getState(onDisk.store, clientId) === Y.getState(victim.doc.store, clientId);
  const isOwned = isKnown && victim.doc.clientID === clientId && victim.unsafe.size === 0;
  if (!isOwned) return;
  const kind = pick(3);
  const states = [before, Y.encodeStateAsUpdate(onDisk), undefined] as const;
  const state = states[kind];
  const account = kind === 0 ? victim.account : stranger;
  const forger = world.open(account, { clientId, ...(state ? { state } : {}) });
  const word = `〔forged-${fates.size}〕`;
  fates.set(word, 'never');
  const held = Y.encodeStateVector(forger.doc);
  forger.write((doc) => doc.getXmlFragment('minutes').insert(0, [paragraph(word)]));
  const { wasRefused, wasTold } = await smuggle(world, forger, Y.encodeStateAsUpdate(forger.doc, held));
  forger.close();
  if (!server().isAlive()) return;
  if (!wasRefused || wasTold) world.wrong.push(`第 ${kind} 种冒用的编号没有被拒绝`);
  world.tally.twins += 1;
};

/** Sends an update without having heard anything: whoever listens first learns that the id is taken. */
async function smuggle({ server }: World, { account, document }: Page, update: Uint8Array) {
  let wasRefused = false;
  let wasTold = false;
  const line = cable(server(), person(account), document, {
    hear: (frame) => (wasTold ||= frame[0] === 100),
    ended: (closing) => (wasRefused = closing?.code === 4422),
  });
  line.say(updateFrame(update));
  for (let turns = 0; turns < 12 && !line.isOver(); turns += 1) {
    line.carry('up', 1);
    await turn();
    line.carry('down', 100);
  }
  line.cut();
  return { wasRefused, wasTold };
}

/** Everybody has read the text before anything happens to it. */
export async function assemble({ pages, server }: World): Promise<void> {
  for (const page of pages) page.connect(server());
  await exchange(...pages);
  const [first] = pages;
  first?.write((doc) => doc.getXmlFragment('minutes').insert(1, [...common()]));
  await exchange(...pages);
}

/** Letter by letter, as one types. */
export async function longTyping(world: World, count: number): Promise<void> {
  const [page] = world.pages;
  if (!page) return;
  const text = new Y.XmlText();
  page.write((doc) => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [text]);
    doc.getXmlFragment('minutes').insert(1, [block]);
  });
  for (let letters = count + world.pick(count); letters > 0; letters -= 1) {
    page.write(() => text.insert(world.pick(text.length + 1), '字'));
    world.pass(40);
    if (letters % 50 === 0) await exchange(page);
  }
}

/** How often each is done, of all. */
const weighted: readonly (readonly [weight: number, act: Act])[] = [
  [400, edit],
  [80, (world) => void writeWord(world, anyone(world))],
  [30, undo],
  [200, carry],
  [60, wait],
  [15, cut],
  [90, connect],
  [8, partition],
  [16, heal],
  [6, closePage],
  [6, kill],
  [8, ({ pick, server }) => server().dieAtNextWrite(pick(2) === 0 ? 'before' : 'after')],
  [4, stop],
  [25, ({ advance }) => advance()],
  [8, seal],
  [8, forge],
  [2, (world) => world.restore()],
];
const whole = weighted.reduce((sum, [weight]) => sum + weight, 0);

export async function anyAct(world: World): Promise<void> {
  let left = world.pick(whole);
  const [, act] = weighted.find(([weight]) => (left -= weight) < 0) ?? [0, wait];
  await act(world);
  world.pass(20 + world.pick(400));
  await world.tend();
}
