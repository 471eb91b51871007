// What minutes begin with, and where facts go that come later. Law 9, Y1.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { initial } from '@xieshang/meeting';
import { blocksOf, factBlock, factIn, factsIn, fragmentOf, paragraph, sectionBegunBy } from './blocks.ts';
import { faultOf } from './admission.ts';
import { readDocument, textOf } from './document-json.ts';
import { factId } from './fact-id.ts';
import { factsOf } from './facts.ts';
import { insertFacts } from './insert-facts.ts';
import { repair } from './repair.ts';
import { schema } from './schema.ts';
import { writeSkeleton } from './skeleton.ts';
import { committee, course, gathered, heldAfter } from './testing/sample.ts';

const begun = (steps = gathered): Y.Doc => {
  const doc = new Y.Doc();
  writeSkeleton(doc, heldAfter(...steps), committee);
  return doc;
};
/** Each block as its fact, its section or its text. */
const outline = (doc: Y.Doc): readonly string[] =>
  blocksOf(doc).map(
    (block) => factIn(block) ?? (sectionBegunBy(block) ? `# ${sectionBegunBy(block)}` : block.toJSON().replace(/<[^>]+>/g, '')),
  );

describe('the skeleton', () => {
  test('opens with the 导语, has the four parts and ends with the names', () => {
    const opening =
      '2022年5月26日下午，市政协召开第3次双月专题协商座谈会，围绕“实施产业链精准招商、助推新型工业化强市建设”协商议政。市政协副主席甲主持会议。';
    expect(outline(begun())).toEqual([
      opening,
      'roll',
      '现将会议情况纪要如下：',
      '# course',
      '',
      '# recommendations',
      '',
      '# responses',
      '',
      '# requirements',
      '',
      'names',
    ]);
    expect(textOf(readDocument(begun()))).toContain('协商情况\n形成的主要建议\n部门回应情况\n有关要求');
  });

  test('holds the facts there are, is sound, and is one update', () => {
    const doc = new Y.Doc();
    let updates = 0;
    doc.on('update', () => updates++);
    const meeting = heldAfter(...course);
    writeSkeleton(doc, meeting, committee);
    expect(updates).toBe(1);
    expect(factsIn(doc).toSorted()).toEqual(
      factsOf(meeting)
        .map(({ fact }) => fact)
        .toSorted(),
    );
    expect(blocksOf(doc).map(faultOf).filter(Boolean)).toEqual([]);
    expect(repair(doc, factsIn(doc))).toBe(false);
    schema.nodeFromJSON(readDocument(doc)).check();
  });

  test('is written once: never into what stands, nor before the convening', () => {
    const doc = begun();
    const before = fragmentOf(doc).toJSON();
    writeSkeleton(doc, heldAfter(...course), committee);
    expect(fragmentOf(doc).toJSON()).toBe(before);
    const none = new Y.Doc();
    writeSkeleton(none, initial, committee);
    expect(blocksOf(none)).toEqual([]);
  });
});

describe('facts that come later', () => {
  test('go to their sections in the order they come, and to the same places as if they had been there', () => {
    const doc = begun();
    for (const place of factsOf(heldAfter(...course))) insertFacts(doc, [place]);
    expect(outline(doc)).toEqual(outline(begun(course)));
  });

  test('are put in once', () => {
    const doc = begun(course);
    let updates = 0;
    doc.on('update', () => updates++);
    const places = factsOf(heldAfter(...course));
    insertFacts(doc, [...places, ...places]);
    expect(updates).toBe(0);
  });

  test('stand behind the prose of a section, and behind the fact before them', () => {
    const doc = begun();
    const heading = blocksOf(doc).findIndex((block) => sectionBegunBy(block) === 'recommendations');
    fragmentOf(doc).insert(heading + 1, [paragraph('会议建议：')]);
    insertFacts(doc, [{ fact: factId('vote.m1.1'), section: 'recommendations' }]);
    fragmentOf(doc).insert(heading + 4, [paragraph('又：')]);
    insertFacts(doc, [{ fact: factId('vote.m2.1'), section: 'recommendations' }]);
    expect(outline(doc).slice(heading, heading + 6)).toEqual(['# recommendations', '会议建议：', '', 'vote.m1.1', 'vote.m2.1', '又：']);
  });

  test('a section whose heading is gone takes them before the next, the last before the names', () => {
    const doc = begun();
    for (const section of ['course', 'requirements']) {
      const place = blocksOf(doc).findIndex((block) => sectionBegunBy(block) === section);
      fragmentOf(doc).delete(place, 1);
    }
    insertFacts(doc, [
      { fact: factId('speech.a'), section: 'course' },
      { fact: factId('speech.b'), section: 'course' },
      { fact: factId('speech.c'), section: 'requirements' },
    ]);
    const told = outline(doc);
    expect(told.slice(told.indexOf('# recommendations') - 2, told.indexOf('# recommendations'))).toEqual(['speech.a', 'speech.b']);
    expect(told.slice(-2)).toEqual(['speech.c', 'names']);
  });

  test('a document of nothing but a fact takes them too', () => {
    const doc = new Y.Doc();
    fragmentOf(doc).insert(0, [factBlock(factId('names'))]);
    insertFacts(doc, factsOf(heldAfter(...course)));
    expect(factsIn(doc).at(0)).toBe('roll');
    expect(factsIn(doc).at(-1)).toBe('names');
  });
});
