// Knows whose each stretch of the text in the editor is, by the units of the document behind it; draws nothing and asks nobody.
import type { Node } from '@tiptap/pm/model';
import type { AuthorSpan, Authorship, Piece } from '@xieshang/minutes/history';
import * as Y from 'yjs';

export type Deeds = Pick<Piece, 'written' | 'moved'>;

/** Newer than what the server has told of: typed on this page (`own`), or by somebody else. */
export type Untold = 'own' | 'unknown';
export type Whose = (client: number, clock: number) => Deeds | Untold;

/** A stretch of the editor's text, in its positions. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly deeds: Deeds | Untold;
}

/** Looks units up in what the server told; `ownClient` is this page's. */
export function whoseUnits({ spans }: Authorship, ownClient: number): Whose {
  const byClient = new Map<number, AuthorSpan[]>();
  for (const span of spans) byClient.set(span.client, [...(byClient.get(span.client) ?? []), span]);
  return (client, clock) => {
    const own = byClient.get(client) ?? [];
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.to ?? 0) <= clock) low = middle + 1;
      else high = middle;
    }
    const span = own[low];
    if (span && span.from <= clock) return span;
    return client === ownClient ? 'own' : 'unknown';
  };
}

const alike = (one: Deeds | Untold, other: Deeds | Untold): boolean =>
  one === other ||
  (typeof one !== 'string' &&
    typeof other !== 'string' &&
    one.written.by === other.written.by &&
    one.written.at === other.written.at &&
    one.moved?.by === other.moved?.by);

/**
 * The stretches of the blocks of the view's document, in order. A block in which the view and the document differ, as they do while a
 * word is composed in it, has none.
 */
export function stretchesOf(doc: Node, fragment: Y.XmlFragment, whose: Whose): readonly Stretch[] {
  const stretches: Stretch[] = [];

  const inText = (node: Node, element: Y.XmlElement, start: number): void => {
    const own: Stretch[] = [];
    let at = start;
    const add = (client: number, clock: number): void => {
      const deeds = whose(client, clock);
      const last = own.at(-1);
      if (last && alike(last.deeds, deeds)) own.splice(-1, 1, { ...last, to: at + 1 });
      else own.push({ from: at, to: at + 1, deeds });
      at += 1;
    };
    for (const child of element.toArray()) {
      if (child instanceof Y.XmlText) {
        for (let item = child._start; item; item = item.right) {
          if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
          for (let place = 0; place < item.length; place += 1) add(item.id.client, item.id.clock + place);
        }
      } else if (child._item) add(child._item.id.client, child._item.id.clock);
    }
    if (at - start === node.content.size) stretches.push(...own);
  };

  const inBlocks = (node: Node, parent: Y.XmlFragment, start: number): void => {
    const elements = parent.toArray().filter((child) => child instanceof Y.XmlElement);
    if (elements.length !== node.childCount) return;
    node.forEach((child, offset, index) => {
      const element = elements[index];
      if (!element || element.nodeName !== child.type.name || child.isAtom) return;
      if (child.isTextblock) inText(child, element, start + offset + 1);
      else inBlocks(child, element, start + offset + 1);
    });
  };
  inBlocks(doc, fragment, 0);
  return stretches;
}

/** The stretch in which a place of the text lies: what stands before it, at the beginning of a block what stands behind. */
export const stretchAt = (stretches: readonly Stretch[], place: number): Stretch | null =>
  stretches.find(({ from, to }) => from < place && place <= to) ?? stretches.find(({ from }) => from === place) ?? null;
