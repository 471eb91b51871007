// Knows what an amendment (修改意见) is, how it is asked for and what can become of it; not who may do what when.
import type { Instant } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';

/** A member's wish that a clause read otherwise; put to the vote, the motion on it has the same id. */
export interface Amendment {
  readonly amendmentId: MotionId;
  /** The clause. */
  readonly motionId: MotionId;
  readonly by: PersonId;
  readonly at: Instant;
  /** The version of the clause it starts from, and how the clause read then. */
  readonly version: number;
  readonly original: string;
  /** The whole clause as wished. */
  readonly text: string;
  /** Empty where none was given. */
  readonly reason: string;
  /** Who last carried it over to a later version; null: it stands as it was proposed. */
  readonly rebasedBy: PersonId | null;
  readonly standing: AmendmentStanding;
}

export type AmendmentStanding =
  | { readonly phase: 'open' }
  | { readonly phase: 'withdrawn'; readonly at: Instant }
  /** Taken into the clause, which has stood at `version` since. */
  | { readonly phase: 'merged'; readonly version: number; readonly reason: string; readonly by: PersonId; readonly at: Instant }
  | { readonly phase: 'declined'; readonly reason: string; readonly by: PersonId; readonly at: Instant }
  | { readonly phase: 'voted'; readonly passed: boolean; readonly at: Instant };

export type Amendments = Readonly<Record<MotionId, Amendment>>;

export type AmendmentsCommand =
  | {
      readonly type: 'ProposeAmendment';
      readonly amendmentId: MotionId;
      readonly motionId: MotionId;
      readonly version: number;
      readonly text: string;
      readonly reason?: string | undefined;
    }
  | { readonly type: 'WithdrawAmendment'; readonly amendmentId: MotionId }
  | { readonly type: 'RebaseAmendment'; readonly amendmentId: MotionId; readonly version: number; readonly text: string }
  | {
      readonly type: 'MergeAmendments';
      readonly motionId: MotionId;
      readonly amendmentIds: readonly MotionId[];
      /** Of the clause the merged text was made from: nobody's revision in between is undone unread. */
      readonly version: number;
      readonly text: string;
      readonly reason: string;
    }
  | { readonly type: 'DeclineAmendment'; readonly amendmentId: MotionId; readonly reason: string };

interface OfAmendment {
  readonly amendmentId: MotionId;
  readonly motionId: MotionId;
}

export type AmendmentsEvent =
  | { readonly type: 'AmendmentProposed'; readonly payload: OfAmendment & Pick<Amendment, 'by' | 'version' | 'text' | 'reason'> }
  | { readonly type: 'AmendmentWithdrawn'; readonly payload: OfAmendment }
  | { readonly type: 'AmendmentRebased'; readonly payload: OfAmendment & Pick<Amendment, 'version' | 'text'> }
  | {
      readonly type: 'AmendmentsMerged';
      readonly payload: {
        readonly motionId: MotionId;
        readonly amendmentIds: readonly MotionId[];
        readonly version: number;
        readonly reason: string;
      };
    }
  | { readonly type: 'AmendmentDeclined'; readonly payload: OfAmendment & { readonly reason: string } };
