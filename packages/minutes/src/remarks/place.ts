// Knows how a place in the text is spelled so that it stays the same place while others write; not what is remarked there.
import * as Y from 'yjs';
import { fragmentName } from '../document-id.ts';

const spelling = /^(?:([it])(\d{1,16})\.(\d{1,16})|r)([+-])$/;

/**
 * A Yjs relative position as text: `i<client>.<clock>` beside that character or node, `t<client>.<clock>` at an edge of what is in that
 * block, `r` at an edge of the whole text; `+` goes with what follows, `-` with what stands before.
 */
export function spellPlace({ item, type, assoc }: Y.RelativePosition): string {
  const side = assoc < 0 ? '-' : '+';
  const id = item ?? type;
  return id === null ? `r${side}` : `${item ? 'i' : 't'}${id.client}.${id.clock}${side}`;
}

/** Null for anything that `spellPlace` does not write. */
export function readPlace(spelled: string): Y.RelativePosition | null {
  const [, kind, client, clock, side] = spelling.exec(spelled) ?? [];
  if (side === undefined) return null;
  const id = kind === undefined ? null : Y.createID(Number(client), Number(clock));
  if (id && !(Number.isSafeInteger(id.client) && Number.isSafeInteger(id.clock))) return null;
  const [item, type] = kind === 'i' ? [id, null] : [null, id];
  return new Y.RelativePosition(type, id ? null : fragmentName, item, side === '-' ? -1 : 0);
}
