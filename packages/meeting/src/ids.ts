// Knows the names of things in a meeting; not how they are made (the browser makes ids of new things).

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A person's id is the account. `clock` is reserved for timers. */
export type PersonId = Branded<'person'>;
export type MeetingId = Branded<'meeting'>;
export type StageId = Branded<'stage'>;
export type RequestId = Branded<'request'>;
export type AnswerId = Branded<'answer'>;
export type MotionId = Branded<'motion'>;
/** Of one secret vote; made by the browser. */
export type VoteId = Branded<'vote'>;
export type ElectionId = Branded<'election'>;
export type CandidateId = Branded<'candidate'>;
export type MaterialId = Branded<'material'>;
export type PulseId = Branded<'pulse'>;
/** What a screen in the house is called; its address says so. */
export type ScreenName = Branded<'screen'>;
export type AsideId = Branded<'aside'>;
export type CommandId = Branded<'command'>;

export const personId = (text: string): PersonId => text as PersonId;
export const meetingId = (text: string): MeetingId => text as MeetingId;
export const stageId = (text: string): StageId => text as StageId;
export const requestId = (text: string): RequestId => text as RequestId;
export const answerId = (text: string): AnswerId => text as AnswerId;
export const motionId = (text: string): MotionId => text as MotionId;
export const voteId = (text: string): VoteId => text as VoteId;
export const electionId = (text: string): ElectionId => text as ElectionId;
export const candidateId = (text: string): CandidateId => text as CandidateId;
export const materialId = (text: string): MaterialId => text as MaterialId;
export const pulseId = (text: string): PulseId => text as PulseId;
export const screenName = (text: string): ScreenName => text as ScreenName;
export const asideId = (text: string): AsideId => text as AsideId;
export const commandId = (text: string): CommandId => text as CommandId;

/** The author of timers (law 1). No account may have this name. */
export const clock: PersonId = personId('clock');
