// Knows whose each unit of the document is, in as few words as that takes, for an editor that holds the units itself; not what they say.
import type { Annals } from './annals.ts';
import { deedsOf, type Piece } from './page.ts';

/** Units of one client that follow one another and belong to the same person. */
export interface AuthorSpan extends Pick<Piece, 'written' | 'moved'> {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export interface Authorship {
  /** The last change it knows of. */
  readonly seq: number;
  readonly spans: readonly AuthorSpan[];
}

/** What one person typed without a longer pause is one span, ms. */
const oneSittingMs = 60_000;

/** What stands now, by client and place. */
export function authorshipOf(annals: Annals): Authorship {
  const { lives, head } = annals;
  const spans: AuthorSpan[] = [];
  for (const client of lives.clients()) {
    const end = lives.reach(client, head);
    for (let clock = 0; clock < end; clock += 1) {
      if (lives.died({ client, clock }) > 0) continue;
      const deeds = deedsOf(annals, { client, clock });
      const last = spans.at(-1);
      const goesOn =
        last?.client === client &&
        last.to === clock &&
        last.written.by === deeds.written.by &&
        Math.abs(last.written.at - deeds.written.at) <= oneSittingMs &&
        (last.moved === null) === (deeds.moved === null) &&
        last.moved?.by === deeds.moved?.by;
      if (last && goesOn) spans.splice(-1, 1, { ...last, to: clock + 1 });
      else spans.push({ client, from: clock, to: clock + 1, ...deeds });
    }
  }
  return { seq: head, spans };
}
