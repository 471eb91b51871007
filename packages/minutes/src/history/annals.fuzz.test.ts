// The past of minutes under random editing: it reads as it was, every character is its writer's, and none is lost (law 10).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blocksOf, element, factBlock, factsIn, fragmentOf, paragraph } from '../blocks.ts';
import { faultOf } from '../admission.ts';
import { readDocument, textOf } from '../document-json.ts';
import { factId, type FactId } from '../fact-id.ts';
import { repair } from '../repair.ts';
import { schema } from '../schema.ts';
import type { Section } from '../section.ts';
import { commands, keeping, logOf, openEditor, replicaOf, typing, type Log } from '../testing/index.ts';
import { differenceOf } from './difference.ts';
import { foundAgain } from './found.ts';
import { pageAt, textOfLine, type Page } from './page.ts';
import { pastDocument } from './past.ts';
import { restoring } from './restoring.ts';

const [roll, names] = [factId('roll'), factId('names')];
const item = (...children: readonly Y.XmlElement[]): Y.XmlElement => element('listItem', {}, children);
const cell = (text: string): Y.XmlElement => element('tableCell', { colspan: 1, rowspan: 1 }, [paragraph(text)]);

const template = new Y.Doc({ gc: false });
fragmentOf(template).insert(0, [
  paragraph('会议听取通报。'),
  factBlock(roll),
  element('heading', { level: 1, section: 'course' }, [new Y.XmlText('协商情况')]),
  paragraph('各方发言。'),
  element('bulletList', {}, [item(paragraph('甲'), paragraph('乙')), item(paragraph('丁'))]),
  element('table', {}, [element('tableRow', {}, ['一', '二'].map(cell)), element('tableRow', {}, ['三', '四'].map(cell))]),
  factBlock(names),
]);

const people = ['mishu1', 'mishu2'] as const;
/** Letters of which each is typed once, by one person. */
const alphabets = [0x4e00, 0x6e00] as const;
const ofTemplate = new Set(textOf(readDocument(template)).replaceAll('\n', ''));

interface Act {
  readonly who: 0 | 1;
  readonly command: string;
  readonly at: number;
  readonly length: number;
}

const structural = Object.keys(commands).filter((name) => !name.startsWith('type'));
const anyAct: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom(0, 1),
  command: fc.oneof({ weight: 2, arbitrary: fc.constant('write') }, { weight: 3, arbitrary: fc.constantFrom(...structural) }),
  at: fc.nat(1000),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(30) }),
});
const anyActs = fc.array(anyAct, { minLength: 1, maxLength: 24 });

/** Writes letters that nobody else writes; each of them stands for who typed it. */
function penOf() {
  const typed = new Map<string, string>();
  const next = [0, 0];
  return {
    typed,
    command: (who: 0 | 1, name: string) => {
      if (name !== 'write') return commands[name] ?? (() => false);
      const from = next[who] ?? 0;
      next[who] = from + 3;
      const fresh = [0, 1, 2].map((n) => String.fromCharCode(alphabets[who] + from + n)).filter((letter) => !ofTemplate.has(letter));
      for (const letter of fresh) typed.set(letter, people[who]);
      return typing(fresh.join(''));
    },
  };
}

const isFact = ({ type }: { readonly type: { readonly name: string } }): boolean => type.name === 'fact';

/** Both see all that was done before they do anything. */
function together(acts: readonly Act[]) {
  const log = logOf(template);
  const pen = penOf();
  const writers = people.map((person, place) => log.writer(person, place + 1));
  const texts = [linesOf(log.server)];
  for (const { who, command, at, length } of acts) {
    const run = pen.command(who, command);
    const before = log.changes.length;
    try {
      writers[who]?.edit(keeping(isFact, { at, length }, run), 0);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    mend(log);
    for (let seq = before; seq < log.changes.length; seq += 1) texts[seq] = linesOf(log.server);
  }
  return { log, pen, texts };
}

/** Each in a room of their own, and then all at the server. */
function apart(acts: readonly Act[]) {
  const log = logOf(template);
  const pen = penOf();
  const writers = people.map((person, place) => log.writer(person, place + 1));
  for (const { who, command, at, length } of acts) {
    try {
      writers[who]?.offline(keeping(isFact, { at, length }, pen.command(who, command)), 0);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
  }
  for (const writer of writers) writer.send();
  mend(log);
  return { log, pen };
}

const mend = (log: Log): void => {
  expect(blocksOf(log.server).flatMap((block) => faultOf(block) ?? [])).toEqual([]);
  log.mend((doc) => void repair(doc, [roll, names]));
};

const linesOf = (doc: Y.Doc): string => textOf(readDocument(doc));
const linesOfPage = (page: Page): string =>
  page.lines
    .filter((line) => textOfLine(line) !== '')
    .map(textOfLine)
    .join('\n');
const letters = (text: string): readonly string[] => [...text.replaceAll('\n', '')];

test('a page of the past reads as the document did then (random)', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const { log, texts } = together(acts);
      const annals = log.annals();
      const last = log.changes.length;
      expect(linesOfPage(pageAt(annals, last))).toBe(texts[last - 1]);
      for (const seq of [1, Math.ceil(last / 2), last]) {
        const page = linesOfPage(pageAt(annals, seq));
        expect(letters(textOf(pastDocument(annals, seq)))).toEqual(letters(page));
        const copy = annals.documentAt(seq);
        expect(letters(linesOf(copy))).toEqual(letters(page));
        copy.destroy();
      }
    }),
    { numRuns: 80 },
  );
}, 60_000);

/** Y13. */
function expectEachWritersOwn(acts: readonly Act[]): void {
  const { log, pen } = together(acts);
  const annals = log.annals();
  for (const line of pageAt(annals, annals.head).lines) {
    if (line.kind !== 'text') continue;
    for (const { text, written } of line.pieces) {
      for (const letter of letters(text)) expect([letter, written.by]).toEqual([letter, pen.typed.get(letter) ?? null]);
    }
  }
}

test('every character is who typed it, however it was split, joined, listed and tabled since (random)', () => {
  fc.assert(fc.property(anyActs, expectEachWritersOwn), { numRuns: 150 });
}, 60_000);

/** Found by seed -1263701098. */
test('in a table whose cells were joined, words typed over two paragraphs leave both rests to their writers', () => {
  expectEachWritersOwn([
    { who: 0, command: 'mergeRow', at: 336, length: 0 },
    { who: 0, command: 'write', at: 617, length: 6 },
  ]);
});

test('law 10 every character that was typed stands in the document or is found again (random)', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const { log, pen } = apart(acts);
      const annals = log.annals();
      const standing = letters(linesOfPage(pageAt(annals, annals.head)));
      const found = foundAgain(annals).flatMap(({ text }) => letters(text));
      const all = new Set([...standing, ...found]);
      const held = new Set(letters(linesOf(log.server)));
      expect(new Set(standing)).toEqual(held);
      // What an editor typed over or took away again before anybody saw it left its page, too.
      for (const letter of pen.typed.keys()) if (wasSent(log, letter)) expect([letter, all.has(letter)]).toEqual([letter, true]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** Whether a letter is anywhere in what the server took in. */
const wasSent = ({ changes }: Log, letter: string): boolean =>
  changes.some(({ bytes }) =>
    Y.decodeUpdate(bytes).structs.some(
      (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.content.str.includes(letter),
    ),
  );

test('a difference leads from one page to the other (random)', () => {
  fc.assert(
    fc.property(anyActs, fc.nat(), fc.nat(), (acts, one, other) => {
      const { log } = together(acts);
      const annals = log.annals();
      const [before, after] = [one, other].map((given) => pageAt(annals, (given % annals.head) + 1));
      if (!before || !after) return;
      const { lines, added, removed } = differenceOf(before, after);
      const read = (without: 'removed' | 'added'): readonly string[] =>
        lines.flatMap((line) => {
          if (line.change === without) return [];
          if (line.kind !== 'text') return [`#${line.kind === 'fact' ? line.fact : line.image}`];
          return [line.parts.flatMap((part) => (part.change === without ? [] : part.pieces.map(({ text }) => text))).join('')];
        });
      const plain = (page: Page): readonly string[] =>
        page.lines.map((line) => (line.kind === 'fact' ? `#${line.fact}` : textOfLine(line)));
      expect(read('added')).toEqual(plain(before));
      expect(read('removed')).toEqual(plain(after));
      expect(added - removed).toBe([...plain(after).join('')].length - [...plain(before).join('')].length);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('law 9 restoring brings the prose back, loses no fact and doubles none (random)', () => {
  const sections: Readonly<Record<string, Section>> = { roll: 'opening', names: 'closing' };
  const places = [roll, names].map((fact) => ({ fact, section: sections[fact] ?? 'course' }));
  fc.assert(
    fc.property(anyActs, fc.nat(), (acts, chosen) => {
      const { log } = together(acts);
      const annals = log.annals();
      const past = pastDocument(annals, (chosen % annals.head) + 1);
      const replica = replicaOf(log.server, 7);
      const editor = openEditor(replica);
      for (const { from, to, content } of restoring(editor.read(), past, places)) {
        editor.edit((state, dispatch) => {
          dispatch?.(state.tr.replaceWith(from, to, content));
          return true;
        });
      }
      expect(blocksOf(replica).flatMap((block) => faultOf(block) ?? [])).toEqual([]);
      expect(factsIn(replica)).toEqual(factsIn(log.server));
      const prose = (json: ReturnType<typeof readDocument>) => json.content.filter(({ type }) => type !== 'fact');
      expect(schema.nodeFromJSON({ type: 'doc', content: prose(readDocument(replica)) }).toJSON()).toEqual(
        schema.nodeFromJSON({ type: 'doc', content: prose(past) }).toJSON(),
      );
      expect(repair(replica, factsIn(log.server) as FactId[])).toBe(false);
    }),
    { numRuns: 120 },
  );
}, 60_000);
