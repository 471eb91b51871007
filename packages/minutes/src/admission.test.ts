// Law 11: the gate accepts exactly what the editor's binding writes. P1, P5.
import { describe, expect, test } from 'vitest';
import { toggleMark } from '@tiptap/pm/commands';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bounds, faultOf } from './admission.ts';
import { blocksOf, element, fragmentOf, paragraph } from './blocks.ts';
import { schema } from './schema.ts';
import { openEditor } from './testing/index.ts';

/** A document with that block, and the fault found in it. */
function faultIn(block: Y.XmlElement | Y.XmlText, then: (block: Y.XmlElement | Y.XmlText) => void = () => undefined) {
  const doc = new Y.Doc();
  fragmentOf(doc).insert(0, [block]);
  then(block);
  const [first] = blocksOf(doc);
  return first && faultOf(first);
}

const text = (value: string, marks?: object): Y.XmlText => {
  const made = new Y.XmlText();
  made.insert(0, value, marks);
  return made;
};
const cell = (attributes: Record<string, string | number>): Y.XmlElement =>
  element('table', {}, [element('tableRow', {}, [element('tableCell', attributes, [paragraph()])])]);
const nested = (lists: number): Y.XmlElement =>
  element('bulletList', {}, [element('listItem', {}, [paragraph('a'), ...(lists > 1 ? [nested(lists - 1)] : [])])]);

describe('what the binding writes', () => {
  const everything = schema.nodeFromJSON({
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { level: 2, section: 'course' },
        content: [{ type: 'text', text: '情况😀', marks: [{ type: 'bold' }, { type: 'underline' }] }],
      },
      {
        type: 'heading',
        content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b', marks: [{ type: 'strike' }] }],
      },
      { type: 'paragraph' },
      { type: 'fact', attrs: { fact: 'vote.m9.1' } },
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph' }, { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }],
          },
        ],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', attrs: { colspan: 2, rowspan: 1, colwidth: [100, 0] }, content: [{ type: 'paragraph' }] },
              { type: 'tableCell', content: [{ type: 'paragraph' }] },
            ],
          },
        ],
      },
    ],
  });

  test('is admitted, every node, attribute and mark', () => {
    everything.check();
    const doc = new Y.Doc();
    prosemirrorToYXmlFragment(everything, fragmentOf(doc));
    expect(blocksOf(doc).map(faultOf)).toEqual(blocksOf(doc).map(() => null));
  });

  test('is admitted after marks went on and off again', () => {
    const doc = new Y.Doc();
    prosemirrorToYXmlFragment(everything, fragmentOf(doc));
    const editor = openEditor(doc);
    for (const mark of Object.values(schema.marks)) {
      editor.edit(toggleMark(mark), 1, 3);
      editor.edit(toggleMark(mark), 2, 9);
    }
    expect(blocksOf(doc).map(faultOf)).toEqual(blocksOf(doc).map(() => null));
  });
});

describe('what it never writes is refused', () => {
  test.each([
    ['a node nobody knows', element('script'), 'unknownNode'],
    ['one that only objects know', element('constructor'), 'unknownNode'],
    ['another document inside', element('doc', {}, [paragraph()]), 'unknownNode'],
    ['text among blocks', text('a'), 'wrongChild'],
    ['text in a list', element('bulletList', {}, [text('a')]), 'wrongChild'],
    ['a row at the top', element('tableRow'), 'wrongChild'],
    [
      'a fact in a cell',
      element('table', {}, [element('tableRow', {}, [element('tableCell', {}, [element('fact', { fact: 'roll' })])])]),
      'wrongChild',
    ],
    ['something in a fact', element('fact', { fact: 'roll' }, [paragraph('a')]), 'wrongChild'],
    ['a fact without its id', element('fact'), 'badValue'],
    ['a fact that is none', element('fact', { fact: 'javascript:alert(1)' }), 'badValue'],
    ['an attribute more', element('paragraph', { style: 'position:fixed' }), 'unknownAttribute'],
    ['an attribute of all objects', element('heading', { level: 1, toString: 'x' }), 'unknownAttribute'],
    ['an event handler', element('fact', { fact: 'roll', onclick: 'alert(1)' }), 'unknownAttribute'],
    ['level 5', element('heading', { level: 5 }), 'badValue'],
    ['a level in letters', element('heading', { level: '1' }), 'badValue'],
    ['a section nobody knows', element('heading', { level: 1, section: 'javascript:1' }), 'badValue'],
    ['a cell too wide', cell({ colspan: 21, rowspan: 1 }), 'badValue'],
    ['half a column', cell({ colspan: 1.5, rowspan: 1 }), 'badValue'],
    ['a width that is no list', cell({ colspan: 1, rowspan: 1, colwidth: 100 }), 'badValue'],
    ['a link', element('paragraph', {}, [text('a', { link: { href: 'javascript:alert(1)' } })]), 'unknownMark'],
    ['a mark with attributes', element('paragraph', {}, [text('a', { bold: { onclick: 'x' } })]), 'unknownMark'],
    ['a mark that is no object', element('paragraph', {}, [text('a', { bold: true })]), 'unknownMark'],
    ['a mark under a hashed name', element('paragraph', {}, [text('a', { 'bold--abcdefgh': {} })]), 'unknownMark'],
    ['a list too deep', nested(bounds.lists + 1), 'tooDeep'],
    [
      'a table too long',
      element(
        'table',
        {},
        Array.from({ length: bounds.rows + 1 }, () => element('tableRow')),
      ),
      'tooLarge',
    ],
    [
      'a row too wide',
      element('table', {}, [
        element(
          'tableRow',
          {},
          Array.from({ length: 4 }, () => element('tableCell', { colspan: 20 })),
        ),
      ]),
      'tooLarge',
    ],
  ])('%s', (_name, block, type) => {
    expect(faultIn(block)?.type).toBe(type);
  });

  test('a link put over letters that were admitted before', () => {
    const line = text('一二三');
    expect(faultIn(element('paragraph', {}, [line]))).toBeNull();
    line.format(1, 1, { link: { href: 'javascript:1' } });
    expect(faultOf(line.parent as Y.XmlElement)?.type).toBe('unknownMark');
  });

  test('an image or any other embedded thing, and attributes on text', () => {
    const line = text('a');
    expect(faultIn(element('paragraph', {}, [line]), () => line.insertEmbed(0, { image: 'x' }))?.type).toBe('badText');
    const styled = text('a');
    expect(faultIn(element('paragraph', {}, [styled]), () => styled.setAttribute('style', 'x'))?.type).toBe('unknownAttribute');
  });

  test('other shared types in place of blocks', () => {
    const block = element('bulletList');
    const fault = faultIn(block, () => block.insert(0, [new Y.XmlHook('listItem') as unknown as Y.XmlElement]));
    expect(fault?.type).toBe('unknownNode');
  });

  test('and what is refused says where', () => {
    const deep = element('bulletList', {}, [element('listItem', {}, [element('paragraph', {}, [text('a', { code: {} })])])]);
    expect(faultIn(deep)).toEqual({ type: 'unknownMark', where: 'bulletList/listItem/paragraph/text' });
  });
});

test('what merging can empty is no fault', () => {
  const emptied = [
    element('bulletList'),
    element('bulletList', {}, [element('listItem')]),
    element('table'),
    element('table', {}, [element('tableRow')]),
  ];
  expect(emptied.map((block) => faultIn(block))).toEqual(emptied.map(() => null));
});

test('lists as deep as the editor goes are admitted', () => {
  expect(faultIn(nested(6))).toBeNull();
});
