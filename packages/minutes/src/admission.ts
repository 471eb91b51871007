// Knows whether a block is one that an editor of this schema writes (law 11); not who wrote it nor what becomes of it.
import type { ContentMatch, NodeType } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { attributesOf } from './blocks.ts';
import { schema } from './schema.ts';

/** `where` leads from the block to the spot, by names of nodes. */
export interface Fault {
  readonly type: 'unknownNode' | 'unknownAttribute' | 'badValue' | 'unknownMark' | 'wrongChild' | 'badText' | 'tooDeep' | 'tooLarge';
  readonly where: string;
}

/** Wider than the editor goes, because two sound edits may merge into more than either. */
export const bounds = { lists: 12, rows: 500, columns: 64 } as const;

const allowedIn = new Map(Object.values(schema.nodes).map((type) => [type.name, childrenAllowed(type)]));
const isTextblock = (name: string): boolean => schema.nodes[name]?.isTextblock === true;

/** The names of all nodes that may stand somewhere in a node of that type. */
function childrenAllowed(type: NodeType): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<ContentMatch>();
  const walk = (match: ContentMatch): void => {
    if (seen.has(match)) return;
    seen.add(match);
    for (let place = 0; place < match.edgeCount; place++) {
      const edge = match.edge(place);
      names.add(edge.type.name);
      walk(edge.next);
    }
  };
  walk(type.contentMatch);
  return names;
}

/**
 * Law 11. What is wrong with a top-level block, or null. Refuses all that the editor's binding does not write: other clients would delete it
 * (P1) or hand it to their screens (P5). Lists, rows and cells that merging has emptied are no fault; `repair` mends them.
 */
export const faultOf = (block: Y.XmlElement | Y.XmlText): Fault | null => faultOfChild(block, 'doc', '', 0);

function faultOfChild(child: unknown, parent: string, path: string, lists: number): Fault | null {
  if (child instanceof Y.XmlText) {
    const where = `${path}text`;
    return isTextblock(parent) ? faultOfText(child, where) : { type: 'wrongChild', where };
  }
  if (!(child instanceof Y.XmlElement)) return { type: 'unknownNode', where: `${path}?` };
  const name = child.nodeName;
  const where = `${path}${name.slice(0, 40)}`;
  const allowed = allowedIn.get(name);
  if (!allowed || name === 'doc' || name === 'text') return { type: 'unknownNode', where };
  if (!allowedIn.get(parent)?.has(name)) return { type: 'wrongChild', where };
  const depth = name === 'bulletList' || name === 'orderedList' ? lists + 1 : lists;
  if (depth > bounds.lists) return { type: 'tooDeep', where };
  return faultOfAttributes(child, where) ?? faultOfSize(child, where) ?? faultOfContent(child, where, depth);
}

function faultOfAttributes(element: Y.XmlElement, where: string): Fault | null {
  const specs = schema.nodes[element.nodeName]?.spec.attrs ?? {};
  const values = attributesOf(element);
  for (const [key, value] of Object.entries(values)) {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    if (!spec) return { type: 'unknownAttribute', where: `${where}.${key.slice(0, 40)}` };
    if (!accepts(spec.validate, value)) return { type: 'badValue', where: `${where}.${key}` };
  }
  const missing = Object.entries(specs).find(([key, spec]) => spec.default === undefined && !Object.hasOwn(values, key));
  return missing ? { type: 'badValue', where: `${where}.${missing[0]}` } : null;
}

/** An attribute whose values nobody checks is one that nobody may send. */
function accepts(validate: string | ((value: unknown) => void) | undefined, value: unknown): boolean {
  if (typeof validate !== 'function') return false;
  try {
    validate(value);
    return true;
  } catch {
    return false;
  }
}

/** A table is bounded, since mending one adds a cell for every gap. */
function faultOfSize(element: Y.XmlElement, where: string): Fault | null {
  if (element.nodeName === 'table' && element.length > bounds.rows) return { type: 'tooLarge', where };
  if (element.nodeName !== 'tableRow') return null;
  const columns = element
    .toArray()
    .reduce((sum, cell) => sum + (cell instanceof Y.XmlElement ? Number(attributesOf(cell)['colspan'] ?? 1) : 1), 0);
  return columns <= bounds.columns ? null : { type: 'tooLarge', where };
}

function faultOfContent(element: Y.XmlElement, where: string, lists: number): Fault | null {
  for (let item = element._start; item; item = item.right) {
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentType)) return { type: 'wrongChild', where };
    const fault = faultOfChild(item.content.type, element.nodeName, `${where}/`, lists);
    if (fault) return fault;
  }
  return null;
}

function faultOfText(text: Y.XmlText, where: string): Fault | null {
  for (const attribute of text._map.values()) if (!attribute.deleted) return { type: 'unknownAttribute', where };
  for (let item = text._start; item; item = item.right) {
    const fault = faultOfPiece(item, where);
    if (fault) return fault;
  }
  return null;
}

/**
 * What is wrong with one piece of a text, or null: a sound text into which only sound pieces come, and from which some go, is sound.
 * Piece by piece: a mark over no letters yet would fall on the first that somebody else types there.
 */
export function faultOfPiece({ deleted, parentSub, content }: Y.Item, where = 'text'): Fault | null {
  if (deleted) return null;
  if (parentSub !== null) return { type: 'unknownAttribute', where };
  if (content instanceof Y.ContentFormat) return isMark(content.key, content.value) ? null : { type: 'unknownMark', where };
  return content instanceof Y.ContentString && content.str.isWellFormed() ? null : { type: 'badText', where };
}

/** No mark of this schema has attributes; `null` ends one. */
function isMark(name: string, value: unknown): boolean {
  if (!Object.hasOwn(schema.marks, name)) return false;
  return value === null || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);
}
