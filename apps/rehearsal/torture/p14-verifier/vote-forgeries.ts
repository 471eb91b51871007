// Knows how somebody who holds the key changes a vote, or an election, drawn by chance among all forms of it; not what becomes of it.
import {
  ballotDeeds,
  bundled,
  electionDeeds,
  electionOpeningDeeds,
  everyForm,
  openingDeeds,
  placesFor,
  voteDeeds,
  voteForged,
} from '@xieshang/record/testing';
import type { NoteSigner } from '@xieshang/record/evidence';
import { chanceFrom } from '../p2-simulation/chance.ts';
import type { Forgery } from './forgeries.ts';

/** A sitting in which something is put in every form, one in which votes weigh, and one of elections. */
export const formBundles = (own: NoteSigner): readonly Uint8Array[] => everyForm.map((events) => bundled(events(), own));

/**
 * One that does not add up, in the log and in the files alike, signed anew up to the checkpoint: only who counts again finds it. Without
 * the head on the paper, which would tell at once.
 */
export function voteForgery(seed: number, bundles: readonly Uint8Array[], own: NoteSigner): Forgery {
  const chance = chanceFrom(seed);
  for (;;) {
    const bundle = chance.pick(bundles) ?? new Uint8Array();
    const deed = chance.pick([...voteDeeds, ...openingDeeds, ...ballotDeeds, ...electionDeeds, ...electionOpeningDeeds]);
    const place = deed && chance.pick(placesFor(bundle, deed));
    if (deed && place) return { name: `${deed.name} at line ${place[0] + 1}`, bytes: voteForged(bundle, deed, place, own) };
  }
}
