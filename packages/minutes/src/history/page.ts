// Knows how the document read after any change, line by line, and whose each piece of it is; not how it is drawn.
import * as Y from 'yjs';
import { factId, type FactId } from '../fact-id.ts';
import { stoodAt, type Annals } from './annals.ts';
import type { UnitId } from './lives.ts';

/** Who did something to words, and when (epoch ms). `by` null: the server itself. */
export interface Deed {
  readonly by: string | null;
  readonly at: number;
}

export interface Piece {
  readonly text: string;
  readonly written: Deed;
  /** Somebody else moved it to where it stands or put it back, unchanged. */
  readonly moved: Deed | null;
}

export type LineStyle = 'paragraph' | 'heading' | 'item' | 'cell';

export type Line =
  | { readonly kind: 'fact'; readonly fact: FactId }
  /** `caption` may be empty. */
  | { readonly kind: 'image'; readonly image: string; readonly caption: string }
  | {
      readonly kind: 'text';
      readonly style: LineStyle;
      /** Of a heading its level, of an item its depth; 0 otherwise. */
      readonly level: number;
      /** `\n` in a text is a break of the line. */
      readonly pieces: readonly Piece[];
    };

export interface Page extends Deed {
  readonly seq: number;
  readonly lines: readonly Line[];
}

/** What one person typed without a longer pause is one piece, ms. */
const oneSittingMs = 60_000;

/** Whose a unit is. */
export function deedsOf(annals: Pick<Annals, 'lives' | 'change' | 'bringer'>, id: UnitId): Pick<Piece, 'written' | 'moved'> {
  const origin = annals.lives.origin(id);
  const deedOf = (unit: UnitId): Deed => ({ by: annals.bringer(unit), at: annals.change(annals.lives.born(unit))?.at ?? 0 });
  const written = deedOf(origin);
  const moved = origin === id ? null : deedOf(id);
  return { written, moved: moved?.by === written.by ? null : moved };
}

/** Joins what the same person wrote in one sitting. */
export function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const alike =
    last &&
    last.written.by === piece.written.by &&
    (last.moved?.by ?? null) === (piece.moved?.by ?? null) &&
    (last.moved === null) === (piece.moved === null) &&
    Math.abs(last.written.at - piece.written.at) <= oneSittingMs;
  if (alike) pieces.splice(-1, 1, { ...piece, text: last.text + piece.text });
  else pieces.push(piece);
}

/** Throws for a change that is not in the annals. */
export function pageAt(annals: Annals, seq: number): Page {
  const { lives, fragment } = annals;
  const change = annals.change(seq);
  if (!change) throw new RangeError('there is no such change');
  const stands = (item: Y.Item): boolean => stoodAt(lives, item.id, seq);
  const lines: Line[] = [];

  const piecesIn = (type: Y.XmlElement): readonly Piece[] => {
    const pieces: Piece[] = [];
    const walk = (parent: Pick<Y.XmlFragment, '_start'>): void => {
      for (let item = parent._start; item; item = item.right) {
        const { content, id } = item;
        if (content instanceof Y.ContentString) {
          for (let place = 0; place < content.str.length; place += 1) {
            const unit = { client: id.client, clock: id.clock + place };
            if (stoodAt(lives, unit, seq)) addPiece(pieces, { text: content.str.charAt(place), ...deedsOf(annals, unit) });
          }
        } else if (content instanceof Y.ContentType && stands(item)) {
          if (content.type instanceof Y.XmlText) walk(content.type);
          else if (content.type instanceof Y.XmlElement) addPiece(pieces, { text: '\n', ...deedsOf(annals, id) });
        }
      }
    };
    walk(type);
    return pieces;
  };

  const walk = (parent: Pick<Y.XmlFragment, '_start'>, style: LineStyle, depth: number): void => {
    for (let item = parent._start; item; item = item.right) {
      if (!(item.content instanceof Y.ContentType) || !stands(item)) continue;
      const { type } = item.content;
      if (!(type instanceof Y.XmlElement)) continue;
      switch (type.nodeName) {
        case 'fact':
          lines.push({ kind: 'fact', fact: factId(String(attributeAt(type, 'fact', stands))) });
          break;
        case 'image': {
          const caption = attributeAt(type, 'alt', stands);
          lines.push({
            kind: 'image',
            image: String(attributeAt(type, 'image', stands)),
            caption: typeof caption === 'string' ? caption : '',
          });
          break;
        }
        case 'heading':
          lines.push({ kind: 'text', style: 'heading', level: Number(attributeAt(type, 'level', stands) ?? 1), pieces: piecesIn(type) });
          break;
        case 'paragraph':
          lines.push({ kind: 'text', style, level: depth, pieces: piecesIn(type) });
          break;
        case 'bulletList':
        case 'orderedList':
          walk(type, 'item', depth + 1);
          break;
        case 'table':
          walk(type, 'cell', 0);
          break;
        default:
          walk(type, style, depth);
      }
    }
  };
  walk(fragment, 'paragraph', 0);
  return { seq, by: change.author, at: change.at, lines };
}

/** The value an attribute had: the newest of those that stood. */
export function attributeAt(element: Y.XmlElement, name: string, stood: (item: Y.Item) => boolean): unknown {
  let item: Y.Item | null = element._map.get(name) ?? null;
  while (item && !stood(item)) item = item.left;
  return item?.content.getContent().at(-1);
}

/** What people wrote in a line. */
export const textOfLine = (line: Line): string => (line.kind === 'text' ? line.pieces.map(({ text }) => text).join('') : '');
