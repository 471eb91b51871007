// Law 11 under random editing: what two editors of this schema write is admitted, and what they merge into is mended.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { faultOf } from './admission.ts';
import { blocksOf, element, factBlock, factsIn, fragmentOf, paragraph } from './blocks.ts';
import { readDocument, textOf } from './document-json.ts';
import { factId } from './fact-id.ts';
import { repair } from './repair.ts';
import { schema } from './schema.ts';
import { commands, exchange, openEditor, replicaOf } from './testing/index.ts';

interface Edit {
  readonly who: 0 | 1;
  readonly command: string;
  /** Where, as a share of the document in thousandths, and how far. */
  readonly place: number;
  readonly length: number;
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  who: fc.constantFrom(0, 1),
  command: fc.constantFrom(...Object.keys(commands)),
  place: fc.nat(1000),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(30) }),
});

/** Rounds in which two edit apart; whether each looks at the merged document before the server has mended it. */
const anyRounds = fc.array(fc.tuple(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), fc.boolean()), { minLength: 1, maxLength: 4 });

const [roll, names] = [factId('roll'), factId('names')];
const facts = [roll, names];
const item = (...children: readonly Y.XmlElement[]): Y.XmlElement => element('listItem', {}, children);
const cell = (text: string): Y.XmlElement => element('tableCell', { colspan: 1, rowspan: 1 }, [paragraph(text)]);

/** Small, so that two editors meet often. */
const template = new Y.Doc({ gc: false });
fragmentOf(template).insert(0, [
  paragraph('会议听取通报。'),
  factBlock(roll),
  element('bulletList', {}, [
    item(paragraph('甲'), paragraph('乙'), element('orderedList', {}, [item(paragraph('丙'))])),
    item(paragraph('丁')),
  ]),
  element('table', {}, [element('tableRow', {}, ['一', '二'].map(cell)), element('tableRow', {}, ['三', '四'].map(cell))]),
  factBlock(names),
]);

/** A command that throws, as those for tables do over selections that a screen would not make, changes nothing there either. */
function apply(replica: Y.Doc, { command, place, length }: Edit): void {
  const editor = openEditor(replica);
  const from = Math.round((editor.read().content.size * place) / 1000);
  const run = commands[command];
  try {
    if (run) editor.edit(run, from, from + length);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
  }
}

const faultsIn = (doc: Y.Doc) => blocksOf(doc).flatMap((block) => faultOf(block) ?? []);
const letters = (doc: Y.Doc): string => textOf(readDocument(doc)).replaceAll('\n', '');

test('what merges is free of faults, is mended without losing a letter, and then fits the schema', () => {
  fc.assert(
    fc.property(anyRounds, (rounds) => {
      const server = replicaOf(template);
      const editors = [replicaOf(template, 1), replicaOf(template, 2)] as const;
      for (const [edits, looksFirst] of rounds) {
        for (const edit of edits) apply(editors[edit.who], edit);
        for (const replica of editors) {
          expect(faultsIn(replica)).toEqual([]);
          Y.applyUpdate(server, Y.encodeStateAsUpdate(replica));
        }
        if (looksFirst) {
          exchange(editors[0], editors[1]);
          for (const replica of editors) openEditor(replica).read();
          for (const replica of editors) Y.applyUpdate(server, Y.encodeStateAsUpdate(replica));
        }
        expect(faultsIn(server)).toEqual([]);
        const before = letters(server);
        repair(server, facts);
        expect(letters(server)).toBe(before);
        expect(repair(server, facts)).toBe(false);
        const json = readDocument(server);
        schema.nodeFromJSON(json).check();
        expect(factsIn(server).toSorted()).toEqual(facts.toSorted());
        for (const replica of editors) {
          exchange(replica, server);
          expect(openEditor(replica).read().toJSON()).toEqual(schema.nodeFromJSON(json).toJSON());
        }
        expect(readDocument(server)).toEqual(json);
      }
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('a look at what has merged deletes no letter before the server has mended it (P1)', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 2, maxLength: 12 }), (edits) => {
      const editors = [replicaOf(template, 1), replicaOf(template, 2)] as const;
      for (const edit of edits) apply(editors[edit.who], edit);
      exchange(editors[0], editors[1]);
      const before = letters(editors[0]);
      openEditor(editors[0]).read();
      expect(letters(editors[0])).toBe(before);
    }),
    { numRuns: 120 },
  );
}, 60_000);
