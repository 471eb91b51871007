// 找回文字: finds what stood in the document once and stands there no more, by whoever it was taken away. Knows no page.
import * as Y from 'yjs';
import type { Annals } from './annals.ts';
import { addPiece, deedsOf, type Deed, type Piece } from './page.ts';

/** Words that went together. */
export interface FoundText {
  /** Names it as long as the document lasts. */
  readonly id: string;
  /** A line for each paragraph. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly taken: Deed;
  /** The heading it stood under; empty for none. */
  readonly under: string;
  /** The very same words stand in the document now, as they do after a move, or once they were put back. */
  readonly stands: boolean;
}

/** What one person deletes in one sitting, side by side, is found as one, ms. */
const oneSittingMs = 120_000;

interface Growing {
  readonly id: string;
  pieces: Piece[];
  text: string;
  taken: Deed;
  readonly under: string;
}

/** Law 10. Every character that was ever written and does not stand now, in the order of the document. */
export function foundAgain(annals: Annals): readonly FoundText[] {
  const { lives, fragment, change } = annals;
  const texts: Growing[] = [];
  const growing: { now: Growing | null } = { now: null };
  let under = '';
  let standing = '';
  let newLine = false;

  /** A part of a dead whole that came when the whole was dead already was swallowed by whoever took the whole. */
  const takenAt = (item: Y.Item, unit: { readonly client: number; readonly clock: number }): number => {
    const died = lives.died(unit);
    if (died !== lives.born(unit)) return died;
    const whole = item.parent instanceof Y.AbstractType ? item.parent._item : null;
    return whole && lives.died(whole.id) > 0 ? takenAt(whole, whole.id) : died;
  };

  const take = (item: Y.Item, text: string, unit: { readonly client: number; readonly clock: number }): void => {
    const taker = change(takenAt(item, unit));
    const taken: Deed = { by: taker?.author ?? null, at: taker?.at ?? 0 };
    const piece: Piece = { text, ...deedsOf(annals, unit) };
    const open = growing.now;
    const joins = open !== null && open.taken.by === taken.by && Math.abs(open.taken.at - taken.at) <= oneSittingMs;
    if (open && joins) {
      if (newLine && !open.text.endsWith('\n')) {
        addPiece(open.pieces, { ...piece, text: '\n' });
        open.text += '\n';
      }
      addPiece(open.pieces, piece);
      open.text += text;
      if (taken.at > open.taken.at) open.taken = taken;
    } else {
      growing.now = { id: `${unit.client}.${unit.clock}`, pieces: [piece], text, taken, under };
      texts.push(growing.now);
    }
    newLine = false;
  };

  const walk = (parent: Pick<Y.XmlFragment, '_start'>): string => {
    let alive = '';
    for (let item = parent._start; item; item = item.right) {
      const { content, id } = item;
      if (content instanceof Y.ContentString) {
        for (let place = 0; place < content.str.length; place += 1) {
          const unit = { client: id.client, clock: id.clock + place };
          const letter = content.str.charAt(place);
          if (lives.died(unit) > 0) take(item, letter, unit);
          else {
            alive += letter;
            growing.now = null;
          }
        }
      } else if (content instanceof Y.ContentType) {
        const { type } = content;
        if (type instanceof Y.XmlText) alive += walk(type);
        else if (type instanceof Y.XmlElement) {
          if (type.nodeName === 'hardBreak') {
            if (lives.died(id) > 0) take(item, '\n', id);
            else alive += '\n';
            continue;
          }
          newLine = true;
          const inside = walk(type);
          if (lives.died(id) === 0) {
            // A paragraph that stands keeps apart what went before it and after it.
            growing.now = null;
            standing += `${inside}\n`;
            if (type.nodeName === 'heading') under = inside;
          }
          newLine = true;
        }
      }
    }
    return alive;
  };
  walk(fragment);
  return texts.map(({ id, text, pieces, taken, under: heading }) => ({
    ...{ id, text, pieces, taken, under: heading },
    stands: text.trim().length > 1 && standing.includes(text.trim()),
  }));
}
