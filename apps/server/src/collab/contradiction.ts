// Knows whether an update says the same as the document under the ids that both hold (Y13); not whose they are.
import * as Y from 'yjs';

/**
 * True when something else stands in the document where the update has one of its pieces: two replicas have written under one client id.
 * Taken for known, the second's words would be told to be on disk and would be nowhere. What either side has cleared away cannot be compared.
 */
export function contradicts(brought: Y.Item | Y.GC, { store }: Y.Doc): boolean {
  if (!(brought instanceof Y.Item)) return false;
  const { client, clock } = brought.id;
  const end = Math.min(clock + brought.length, Y.getState(store, client));
  const structs = end > clock ? (store.clients.get(client) ?? []) : [];
  if (structs.length === 0) return false;
  for (let place = Y.findIndexSS(structs, clock); place < structs.length; place += 1) {
    const held = structs[place];
    if (!held || held.id.clock >= end) return false;
    if (held instanceof Y.Item && !areSame(brought, held, Math.max(clock, held.id.clock), Math.min(end, held.id.clock + held.length)))
      return true;
  }
  return false;
}

/** Over the clocks that both cover, and in where that stands. */
function areSame(one: Y.Item, other: Y.Item, from: number, to: number): boolean {
  if (isCleared(one) || isCleared(other)) return true;
  return (
    Y.compareIDs(leftOf(one, from), leftOf(other, from)) &&
    Y.compareIDs(one.rightOrigin, other.rightOrigin) &&
    areInOne(one, other) &&
    saidIn(one, from, to) === saidIn(other, from, to)
  );
}

/** An update names the parent only where no neighbour tells it. */
function areInOne({ parent: said, parentSub }: Y.Item, { parent, parentSub: key }: Y.Item): boolean {
  if (said === null) return true;
  if (parentSub !== key || !(parent instanceof Y.AbstractType)) return false;
  const item = parent._item;
  return said instanceof Y.ID ? Y.compareIDs(said, item?.id ?? null) : typeof said === 'string' && item === null;
}

const isCleared = ({ content }: Y.Item): boolean => content instanceof Y.ContentDeleted;

/** What a piece of an item follows on: within the item, its piece before. */
const leftOf = ({ id, origin }: Y.Item, from: number): Y.ID | null => (from > id.clock ? Y.createID(id.client, from - 1) : origin);

/** Yjs writes U+FFFD for either half of a letter that somebody has split. */
const halves = /[\uD800-\uDFFF\uFFFD]/g;

/** As text, to be compared. */
function saidIn({ id, content }: Y.Item, from: number, to: number): string {
  if (content instanceof Y.ContentString) return `string ${content.str.slice(from - id.clock, to - id.clock).replace(halves, '\uFFFD')}`;
  if (content instanceof Y.ContentFormat) return `format ${content.key} ${JSON.stringify(content.value)}`;
  if (content instanceof Y.ContentAny) return `any ${JSON.stringify(content.arr.slice(from - id.clock, to - id.clock))}`;
  if (content instanceof Y.ContentType) return content.type instanceof Y.XmlElement ? `element ${content.type.nodeName}` : 'text';
  return content.constructor.name;
}
