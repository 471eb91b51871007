// What minutes may consist of. Law 9, P1, P5.
import { describe, expect, test } from 'vitest';
import { documentId, readDocumentId, schemaVersion } from './document-id.ts';
import { readFactId } from './fact-id.ts';
import { meetingId } from '@xieshang/meeting';
import { schema } from './schema.ts';

const check = (block: object): void => schema.nodeFromJSON({ type: 'doc', content: [block] }).check();
const paragraph = { type: 'paragraph' };

describe('the schema', () => {
  test('is made without a DOM and has the nodes and marks of version 2', () => {
    expect(typeof document).toBe('undefined');
    expect(schemaVersion).toBe(2);
    expect(Object.keys(schema.nodes).toSorted()).toEqual(
      [
        ...['bulletList', 'doc', 'fact', 'hardBreak', 'heading', 'image', 'listItem', 'orderedList'],
        ...['paragraph', 'table', 'tableCell', 'tableHeader', 'tableRow', 'text'],
      ].toSorted(),
    );
    expect(Object.keys(schema.marks).toSorted()).toEqual(['bold', 'italic', 'strike', 'underline']);
  });

  test('gives no attribute to a list or a mark, and checks every other (P5)', () => {
    for (const { name, spec } of Object.values(schema.nodes)) {
      for (const [key, { validate }] of Object.entries(spec.attrs ?? {}))
        expect([name, key, typeof validate]).toEqual([name, key, 'function']);
    }
    expect(schema.nodes['orderedList']?.spec.attrs).toBeUndefined();
    for (const { spec } of Object.values(schema.marks)) expect(spec.attrs).toBeUndefined();
  });

  test('a fact is an atom that can stand at the top only and is made from no HTML', () => {
    const fact = { type: 'fact', attrs: { fact: 'roll' } };
    check(fact);
    expect(schema.nodes['fact']?.isAtom).toBe(true);
    expect(schema.nodes['fact']?.spec.parseDOM).toEqual([]);
    expect(() => check({ type: 'fact', attrs: { fact: 'javascript:1' } })).toThrow();
    expect(() => check({ type: 'bulletList', content: [{ type: 'listItem', content: [fact] }] })).toThrow();
  });

  test('an image is an atom that can stand at the top only and holds an id and words, never an address', () => {
    const image = (attrs: object) => ({ type: 'image', attrs });
    check(image({ image: 'i-1', alt: '现场' }));
    expect(schema.nodes['image']?.isAtom).toBe(true);
    expect(Object.keys(schema.nodes['image']?.spec.attrs ?? {})).toEqual(['image', 'alt']);
    for (const id of ['', 'data:image/png;base64,AAAA', 'https://example.cn/a.png', '//example.cn/a', '../a', 'a b', 7, null]) {
      expect(() => check(image({ image: id, alt: '' }))).toThrow();
    }
    for (const alt of ['x'.repeat(201), '一\n二', '\ud800', null, 7]) expect(() => check(image({ image: 'i-1', alt }))).toThrow();
    expect(() => check({ type: 'bulletList', content: [{ type: 'listItem', content: [image({ image: 'i-1', alt: '' })] }] })).toThrow();
  });

  test('values out of range are refused', () => {
    for (const attrs of [{ level: 5 }, { level: '1' }, { section: 'elsewhere' }]) expect(() => check({ type: 'heading', attrs })).toThrow();
    const table = (attrs: object) => ({
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content: [paragraph] }] }],
    });
    check(table({ colspan: 20, rowspan: 2, colwidth: null }));
    for (const attrs of [{ colspan: 21 }, { colspan: 0 }, { rowspan: 1.5 }, { colwidth: ['1'] }, { colwidth: '100' }]) {
      expect(() => check(table(attrs))).toThrow();
    }
  });
});

describe('ids', () => {
  test('of a document carry the schema and the generation', () => {
    expect(documentId(meetingId('demo'), 1)).toBe('demo.minutes.2.1');
    expect(readDocumentId('a.minutes.b.minutes.2.3')).toEqual({ meeting: 'a.minutes.b', schema: 2, generation: 3 });
    for (const id of ['', 'demo', 'demo.minutes.1', '.minutes.1.1', 'demo.minutes.0.1', 'demo.minutes.1.01', '../x/.minutes.1.1']) {
      expect(readDocumentId(id)).toBeNull();
    }
  });

  test('of a fact are read back, dots and all', () => {
    expect(readFactId('stage.a.b.2')).toEqual({ kind: 'stage', stageId: 'a.b', visit: 2 });
    expect(readFactId('vote.m9.1')).toEqual({ kind: 'vote', motionId: 'm9', round: 1 });
    expect(readFactId('answers.q-3')).toEqual({ kind: 'answers', requestId: 'q-3' });
    for (const id of ['', 'vote.m9', 'vote.m9.0', 'stage..1', 'speech.', 'speech.a b', 'Roll', `speech.${'x'.repeat(300)}`]) {
      expect(readFactId(id)).toBeNull();
    }
  });
});
