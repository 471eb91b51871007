// Knows the draft recommendations and the versions of their text; not how they are voted on.
import { textMayMove } from './amendments/standing.ts';
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import type { Stamped } from './envelope.ts';
import type { MotionId } from './ids.ts';
import type { Assembled } from './meeting.ts';
import { lookUp } from './record.ts';

/** A draft recommendation (建议稿); the motion put on it has the same id. */
export interface Recommendation {
  readonly motionId: MotionId;
  /** Place in the list, from 1. */
  readonly number: number;
  readonly text: string;
  /** From 1; raised by each revision. */
  readonly version: number;
  /** 主办 */
  readonly leadUnit: string;
  /** 会办 */
  readonly coUnits: readonly string[];
  /** 完成时限, `YYYY-MM-DD`. */
  readonly dueDate: string | null;
}

export type Recommendations = Readonly<Record<MotionId, Recommendation>>;

export type RecommendationsCommand =
  | { readonly type: 'TableRecommendation'; readonly recommendation: Recommendation }
  | { readonly type: 'ReviseRecommendation'; readonly motionId: MotionId; readonly text: string; readonly reason: string };

export type RecommendationsEvent =
  | { readonly type: 'RecommendationsTabled'; readonly payload: { readonly recommendations: readonly Recommendation[] } }
  | {
      readonly type: 'RecommendationRevised';
      readonly payload: {
        readonly motionId: MotionId;
        readonly text: string;
        readonly version: number;
        /** May be empty where the amendment that was adopted gave none. */
        readonly reason: string;
        /** X3, X6. The amendments the text was made of. */
        readonly amendmentIds?: readonly MotionId[];
      };
    };

/** D1, D2, X6. The text may change until it has been put to the vote. */
export function decideRecommendations(meeting: Assembled, command: Stamped<RecommendationsCommand>): Decision {
  switch (command.type) {
    case 'TableRecommendation': {
      const { motionId } = command.recommendation;
      if (lookUp(meeting.recommendations, motionId) || lookUp(meeting.amendments, motionId)) return no({ type: 'MotionIdTaken', motionId });
      return yes({ type: 'RecommendationsTabled', payload: { recommendations: [{ ...command.recommendation, version: 1 }] } });
    }
    case 'ReviseRecommendation': {
      const { motionId, text, reason } = command;
      const draft = lookUp(meeting.recommendations, motionId);
      if (!draft) return no({ type: 'UnknownMotion', motionId });
      const may = textMayMove(meeting, motionId);
      if (!may.ok) return may;
      if (draft.text === text) return yes();
      return yes({ type: 'RecommendationRevised', payload: { motionId, text, version: draft.version + 1, reason } });
    }
  }
}

export function evolveRecommendations(recommendations: Recommendations, event: RecommendationsEvent): Recommendations {
  switch (event.type) {
    case 'RecommendationsTabled':
      return { ...recommendations, ...Object.fromEntries(event.payload.recommendations.map((one) => [one.motionId, one])) };
    case 'RecommendationRevised': {
      const { motionId, text, version } = event.payload;
      const draft = lookUp(recommendations, motionId);
      return draft ? { ...recommendations, [motionId]: { ...draft, text, version } } : recommendations;
    }
  }
}
