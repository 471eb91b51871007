// The amendments' one door: how members propose that a clause read otherwise, and what becomes of it.
export * from './types.ts';
export { decideAmendments, mostOpenAmendments } from './decide.ts';
export { evolveAmendments, withOutcomes } from './evolve.ts';
export { adopting } from './adopting.ts';
export { amendmentsOf, isStale, isUnderVote, undecidedAmendments } from './standing.ts';
