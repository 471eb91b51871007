// Knows what can be asked of the past of a document, and what is answered; not how the answer is found.
import type { DocumentJson } from '@xieshang/minutes';
import type { Authorship, AutomaticVersion, Difference, Frame, LoggedChange, Moment, Page, FoundText } from '@xieshang/minutes/history';
import type { Reported } from '../asked-thread.ts';
import type { MinutesClient } from '../ports.ts';

export interface Timeline {
  readonly versions: readonly AutomaticVersion[];
  readonly frames: readonly Frame[];
}

/** `seq` counts the changes of all documents of a meeting's minutes, one after the other, from 1. */
export type Question =
  | { readonly kind: 'timeline'; readonly moments: readonly Moment[]; readonly now: number }
  | { readonly kind: 'page'; readonly seq: number }
  | { readonly kind: 'document'; readonly seq: number }
  | { readonly kind: 'difference'; readonly from: number; readonly to: number }
  | { readonly kind: 'found' }
  | { readonly kind: 'authorship' };

interface Answers {
  readonly timeline: Timeline;
  readonly page: Page;
  readonly document: DocumentJson;
  readonly difference: Difference;
  readonly found: readonly FoundText[];
  readonly authorship: Authorship;
}

export type AnswerTo<Asked extends Question> = Answers[Asked['kind']];

/** To the thread; answered in their order. */
export type Errand =
  | { readonly kind: 'head'; readonly minutes: string }
  | {
      readonly kind: 'extend';
      readonly minutes: string;
      readonly changes: readonly LoggedChange[];
      readonly clients: readonly MinutesClient[];
    }
  | { readonly kind: 'ask'; readonly minutes: string; readonly question: Question };

/** From it. */
export type Report = Reported<unknown>;
