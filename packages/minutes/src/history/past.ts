// Knows how the document of a past moment is read, sound and as the editor's schema has it; changes nothing.
import { factsIn } from '../blocks.ts';
import { readDocument, type DocumentJson } from '../document-json.ts';
import { repair } from '../repair.ts';
import type { Annals } from './annals.ts';

/** Of a copy that is nobody's. Between a change and its mending the document was not sound for a moment: the copy is mended likewise. */
export function pastDocument(annals: Annals, seq: number): DocumentJson {
  const copy = annals.documentAt(seq);
  try {
    repair(copy, [...new Set(factsIn(copy))]);
    return readDocument(copy);
  } finally {
    copy.destroy();
  }
}
