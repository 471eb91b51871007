// Finds in a document the text of own changes that never reached the disk, paragraph by paragraph. Changes nothing.
import * as Y from 'yjs';

/** client → [from, to) clocks. */
type Ranges = Map<number, (readonly [number, number])[]>;

function add(ranges: Ranges, client: number, from: number, to: number): void {
  const list = ranges.get(client);
  if (list) list.push([from, to]);
  else ranges.set(client, [[from, to]]);
}

const has = (ranges: Ranges, client: number, clock: number): boolean =>
  ranges.get(client)?.some(([from, to]) => clock >= from && clock < to) ?? false;

function rangesOf(updates: readonly Uint8Array[]): { readonly inserted: Ranges; readonly deleted: Ranges } {
  const inserted: Ranges = new Map();
  const deleted: Ranges = new Map();
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs) add(inserted, id.client, id.clock, id.clock + length);
    for (const [client, items] of ds.clients) for (const { clock, len } of items) add(deleted, client, clock, clock + len);
  }
  return { inserted, deleted };
}

const lineBreaks = new Set(['hardBreak']);

/**
 * The own text in `updates`, one string a paragraph, in the order of the document.
 * What the person erased again is left out; what somebody else deleted meanwhile is not.
 */
export function ownText(fragment: Y.XmlFragment, updates: readonly Uint8Array[]): readonly string[] {
  const { inserted, deleted } = rangesOf(updates);
  const paragraphs: string[] = [];
  let line = '';
  const endLine = (): void => {
    if (line.trim() !== '') paragraphs.push(line.trim());
    line = '';
  };
  const walk = (type: Pick<Y.XmlFragment, '_start'>): void => {
    let gap = false;
    for (let item = type._start; item; item = item.right) {
      const { content, id } = item;
      if (content instanceof Y.ContentString) {
        for (let at = 0; at < content.str.length; at += 1) {
          const clock = id.clock + at;
          const own = has(inserted, id.client, clock) && !has(deleted, id.client, clock);
          if (own) {
            if (gap && line !== '') line += ' … ';
            gap = false;
            line += content.str[at];
          } else if (!item.deleted) gap = true;
        }
      } else if (content instanceof Y.ContentType) {
        if (content.type instanceof Y.XmlText) walk(content.type);
        else if (content.type instanceof Y.XmlElement && lineBreaks.has(content.type.nodeName)) line += line === '' ? '' : '\n';
        else {
          endLine();
          walk(content.type);
          endLine();
        }
      }
    }
  };
  walk(fragment);
  endLine();
  return paragraphs;
}

/** The own text in `updates` that somebody else's transaction has just deleted, as one piece. */
export function swallowedText(transaction: Y.Transaction, updates: readonly Uint8Array[]): string {
  if (updates.length === 0) return '';
  const { inserted, deleted } = rangesOf(updates);
  let text = '';
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    const { str } = struct.content;
    for (let at = 0; at < str.length; at += 1) {
      const clock = struct.id.clock + at;
      if (has(inserted, struct.id.client, clock) && !has(deleted, struct.id.client, clock)) text += str[at];
    }
  });
  return text.trim();
}

/** The text in updates that no document can show any more: the pieces as they were typed. */
export function looseText(updates: readonly Uint8Array[]): readonly string[] {
  const { deleted } = rangesOf(updates);
  const paragraphs: string[] = [];
  for (const update of updates) {
    let line = '';
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const { str } = struct.content;
      for (let at = 0; at < str.length; at += 1) if (!has(deleted, struct.id.client, struct.id.clock + at)) line += str[at];
    }
    if (line !== '') paragraphs.push(line);
  }
  return paragraphs;
}
