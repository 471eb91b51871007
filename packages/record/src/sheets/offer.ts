// Knows which documents a meeting can give to whom at this moment, and what is missing for the others; not what they say.
import type { Role } from '@xieshang/meeting';
import { wishedOf } from './amendments.ts';
import { electionRounds, electionVoids, papersToChoose } from './elections.ts';
import type { Held } from './occasion.ts';
import { sheetKinds, type SheetKind } from './sheet.ts';
import { votesOf, voidsOf } from './votes.ts';

/** What has to happen first. */
export type Missing =
  | 'noRecommendations'
  | 'noAmendments'
  | 'noResults'
  | 'noElections'
  | 'noElectionResults'
  | 'noSpeeches'
  | 'notConcluded';

export interface Offer {
  readonly kind: SheetKind;
  /** Null: it can be had now. */
  readonly missing: Missing | null;
}

/** The notice is for everybody on the roll; what is made for the files is the office's. */
export const mayHave = (role: Role, kind: SheetKind): boolean => kind === 'notice' || role === 'moderator' || role === 'secretary';

export function missingFor(meeting: Held, kind: SheetKind): Missing | null {
  switch (kind) {
    case 'notice':
    case 'roll':
      return null;
    case 'amendments':
      return wishedOf(meeting).length === 0 ? 'noAmendments' : null;
    case 'ballot':
      return Object.keys(meeting.recommendations).length === 0 ? 'noRecommendations' : null;
    case 'votes':
      return votesOf(meeting).length + voidsOf(meeting).length === 0 ? 'noResults' : null;
    case 'slips':
      return papersToChoose(meeting).length === 0 ? 'noElections' : null;
    case 'elections':
      return electionRounds(meeting).length + electionVoids(meeting).length === 0 ? 'noElectionResults' : null;
    case 'speeches':
      return meeting.queue.speeches.length === 0 ? 'noSpeeches' : null;
    case 'report':
      if (meeting.phase !== 'concluded') return 'notConcluded';
      return votesOf(meeting).length === 0 ? 'noResults' : null;
  }
}

export const offersFor = (meeting: Held, role: Role): readonly Offer[] =>
  sheetKinds.filter((kind) => mayHave(role, kind)).map((kind) => ({ kind, missing: missingFor(meeting, kind) }));
