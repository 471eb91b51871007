// Knows how facts change what stands of the amendments; not whether they might have happened.
import type { Instant } from '../envelope.ts';
import type { MotionId, PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import type { Recommendations } from '../recommendations.ts';
import type { VoteEvent } from '../vote/index.ts';
import type { Amendment, Amendments, AmendmentsEvent, AmendmentStanding } from './types.ts';

type Stamp = { readonly by: PersonId; readonly at: Instant };

/** `recommendations` as they stood before the fact: an amendment keeps the text it starts from. */
export function evolveAmendments(amendments: Amendments, event: AmendmentsEvent & Stamp, recommendations: Recommendations): Amendments {
  const { by, at } = event;
  switch (event.type) {
    case 'AmendmentProposed': {
      const original = lookUp(recommendations, event.payload.motionId)?.text ?? '';
      const amendment: Amendment = { ...event.payload, original, at, rebasedBy: null, standing: { phase: 'open' } };
      return { ...amendments, [amendment.amendmentId]: amendment };
    }
    case 'AmendmentRebased': {
      const { amendmentId, motionId, version, text } = event.payload;
      const original = lookUp(recommendations, motionId)?.text ?? '';
      return changed(amendments, [amendmentId], (one) => ({ ...one, version, text, original, rebasedBy: by }));
    }
    case 'AmendmentWithdrawn':
      return settled(amendments, [event.payload.amendmentId], { phase: 'withdrawn', at });
    case 'AmendmentDeclined':
      return settled(amendments, [event.payload.amendmentId], { phase: 'declined', reason: event.payload.reason, by, at });
    case 'AmendmentsMerged': {
      const { amendmentIds, version, reason } = event.payload;
      return settled(amendments, amendmentIds, { phase: 'merged', version, reason, by, at });
    }
  }
}

/** X6. What a vote decided. */
export const withOutcomes = (amendments: Amendments, event: VoteEvent & Stamp): Amendments =>
  outcomesOf(event).reduce((all, { motionId, passed }) => settled(all, [motionId], { phase: 'voted', passed, at: event.at }), amendments);

/** What a fact of the vote says of each motion it decides. */
export function outcomesOf(event: VoteEvent): readonly { readonly motionId: MotionId; readonly passed: boolean }[] {
  if (event.type === 'VotingClosed') return event.payload.motions;
  return event.type === 'AcclamationClosed' ? event.payload.motionIds.map((motionId) => ({ motionId, passed: true })) : [];
}

const settled = (amendments: Amendments, ids: readonly MotionId[], standing: AmendmentStanding): Amendments =>
  changed(amendments, ids, (one) => ({ ...one, standing }));

function changed(amendments: Amendments, ids: readonly MotionId[], change: (one: Amendment) => Amendment): Amendments {
  const entries = ids.flatMap((id): [MotionId, Amendment][] => {
    const one = lookUp(amendments, id);
    return one ? [[id, change(one)]] : [];
  });
  return entries.length === 0 ? amendments : { ...amendments, ...Object.fromEntries(entries) };
}
