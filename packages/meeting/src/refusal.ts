// Knows every way a meeting says no; not the sentence shown for it (web/words has one for each).
import type { CandidateId, ElectionId, MotionId, PersonId, RequestId, ScreenName, StageId, VoteId } from './ids.ts';
import type { CountProblem, ElectionForm, ElectionProblem } from './elections/index.ts';
import type { Minutes } from './minutes.ts';
import type { Role } from './roll.ts';
import type { VoteForm } from './vote/terms.ts';

type Named<Type extends string, Params = Record<never, never>> = { readonly type: Type } & Readonly<Params>;

export type Refusal =
  // The meeting and its phases
  | Named<'MeetingNotConvened'>
  | Named<'MeetingAlreadyConvened'>
  | Named<'InvalidPlan', { problem: PlanProblem }>
  | Named<'MeetingNotInSession', { phase: string }>
  | Named<'MeetingAlreadyOpen'>
  | Named<'MeetingIsOver', { phase: 'concluded' | 'cancelled' }>
  | Named<'UnknownStage', { stageId: StageId }>
  | Named<'VotingIsOpen', { motionIds: readonly MotionId[] }>
  | Named<'MeetingIsRehearsal'>
  | Named<'UnknownMaterial'>
  | Named<'MaterialIdTaken'>
  // Who may
  | Named<'NotOnRoll'>
  | Named<'NotPermitted', { role: Role }>
  | Named<'NotPresiding', { presiding: PersonId }>
  | Named<'NotAModerator', { person: PersonId }>
  | Named<'IsPresiding', { person: PersonId }>
  // Roll
  | Named<'UnknownPerson', { person: PersonId }>
  | Named<'AlreadyOnRoll', { person: PersonId }>
  | Named<'NotCheckedIn', { person: PersonId }>
  | Named<'AlreadyCheckedIn', { person: PersonId }>
  | Named<'LeaveNotRequested', { person: PersonId }>
  // Floor
  | Named<'QueueIsClosed'>
  | Named<'NoFloorAtThisStage'>
  | Named<'AlreadyInQueue', { requestId: RequestId }>
  | Named<'RequestIdTaken', { requestId: RequestId }>
  | Named<'UnknownRequest', { requestId: RequestId }>
  | Named<'NotYourRequest', { requestId: RequestId }>
  | Named<'WithdrawalIsBarred'>
  | Named<'MatterRequired'>
  | Named<'OrderChanged', { by: PersonId }>
  | Named<'FloorIsTaken', { requestId: RequestId }>
  | Named<'FloorIsEmpty'>
  | Named<'SpeechIsPaused'>
  | Named<'SpeechIsRunning'>
  // Answers
  | Named<'UnknownSpeech', { requestId: RequestId }>
  | Named<'NotADepartment', { person: PersonId }>
  | Named<'NotAddressed', { requestId: RequestId }>
  | Named<'AnswerIdTaken'>
  | Named<'UnknownAnswer'>
  | Named<'AnswerSuperseded'>
  | Named<'NoteRequired'>
  | Named<'DueDateRequired'>
  // Recommendations
  | Named<'UnknownMotion', { motionId: MotionId }>
  | Named<'MotionIdTaken', { motionId: MotionId }>
  | Named<'TextIsFrozen', { motionId: MotionId }>
  // Amendments
  | Named<'UnknownAmendment', { amendmentId: MotionId }>
  | Named<'NotYourAmendment', { amendmentId: MotionId }>
  | Named<'AmendmentIsSettled', { amendmentId: MotionId }>
  | Named<'AmendmentUnderVote', { amendmentId: MotionId }>
  | Named<'AmendmentIsStale', { amendmentId: MotionId }>
  | Named<'AmendmentNotStale', { amendmentId: MotionId }>
  | Named<'AmendmentChangesNothing'>
  | Named<'TooManyAmendments', { motionId: MotionId; most: number }>
  | Named<'TextHasMovedOn', { motionId: MotionId; version: number }>
  | Named<'OneAmendmentAtATime', { motionId: MotionId }>
  | Named<'AmendmentsOpen', { motionId: MotionId; amendmentIds: readonly MotionId[] }>
  // Asides
  | Named<'UnknownAside'>
  | Named<'AsideIdTaken'>
  | Named<'AsideIsWithdrawn'>
  | Named<'AsideIsAnswered'>
  | Named<'MayNotBeTold', { person: PersonId }>
  // Votes
  | Named<'NobodyToVote'>
  | Named<'VotingIsClosed', { motionId: MotionId }>
  | Named<'MotionAlreadyPut', { motionId: MotionId }>
  | Named<'MotionNotVotedOn', { motionId: MotionId }>
  | Named<'NotOnVoterRoll', { motionId: MotionId }>
  | Named<'NoObjectionWindow', { motionId: MotionId }>
  // Forms of the vote
  | Named<'OtherForm', { motionId: MotionId; form: VoteForm }>
  | Named<'ClockCannotCount', { form: VoteForm }>
  | Named<'VotesAreWeighted', { form: VoteForm }>
  | Named<'MoreVotesThanVoters', { motionId: MotionId; roll: number }>
  | Named<'CountNotConfirmed', { motionId: MotionId }>
  | Named<'CountsDiffer', { motionId: MotionId }>
  | Named<'NotAScrutineer'>
  | Named<'ProxiesNotAllowed'>
  | Named<'MayNotHoldProxy', { person: PersonId }>
  | Named<'TooManyProxies', { person: PersonId; most: number }>
  | Named<'HoldsNoProxy', { person: PersonId }>
  | Named<'VotesByProxy', { person: PersonId }>
  // Pulses
  | Named<'UnknownPulse'>
  | Named<'PulseIsOpen'>
  | Named<'PulseIsClosed'>
  | Named<'PulseAlreadyTaken', { motionId: MotionId }>
  // Elections
  | Named<'UnknownElection', { electionId: ElectionId }>
  | Named<'ElectionIdTaken', { electionId: ElectionId }>
  | Named<'InvalidElection', { problem: ElectionProblem }>
  | Named<'ElectionAlreadyPut', { electionId: ElectionId }>
  | Named<'ElectionIsOpen', { electionIds: readonly ElectionId[] }>
  | Named<'ElectionIsClosed', { electionId: ElectionId }>
  | Named<'ElectionNotHeld', { electionId: ElectionId }>
  | Named<'OtherElectionForm', { electionId: ElectionId; form: ElectionForm }>
  | Named<'NotAnElector', { electionId: ElectionId }>
  | Named<'UnknownCandidate', { candidateId: CandidateId }>
  | Named<'TooManyMarks', { seats: number; marks: number }>
  | Named<'WriteInsNotAllowed'>
  | Named<'AlreadyCandidate', { person: PersonId }>
  | Named<'ScrutineerIsCandidate', { person: PersonId }>
  | Named<'NoSeatLeft', { electionId: ElectionId }>
  | Named<'ImpossibleCount', { problem: CountProblem }>
  | Named<'ElectionCountNotConfirmed', { electionId: ElectionId }>
  | Named<'ElectionCountsDiffer', { electionId: ElectionId }>
  | Named<'FormNotOffered', { form: VoteForm }>
  // Secret votes
  | Named<'SecrecyNeedsHttps'>
  | Named<'TooFewForSecrecy', { voters: number; least: number }>
  | Named<'VoteIdTaken'>
  | Named<'BallotKeyMissing'>
  | Named<'ScrutineerKeysMissing', { needed: number; persons: readonly PersonId[] }>
  | Named<'ScrutineerKeyTaken'>
  | Named<'BallotsNotOut', { voteId: VoteId }>
  | Named<'NoBallotIssued', { voteId: VoteId }>
  | Named<'AlreadyVoted', { voteId: VoteId }>
  | Named<'BallotOutdated', { voteId: VoteId; revision: number }>
  | Named<'BallotIsAnothers', { voteId: VoteId }>
  | Named<'BallotsNotCounted', { voteId: VoteId }>
  | Named<'NoKeyAwaited', { voteId: VoteId }>
  | Named<'NotAKeyHolder', { voteId: VoteId }>
  | Named<'WrongKey', { voteId: VoteId }>
  // Minutes
  | Named<'MeetingNotConcluded'>
  | Named<'MinutesNotAtThisStep', { phase: Minutes['phase'] }>
  | Named<'OwnSubmission'>
  | Named<'NotAMember', { person: PersonId }>
  | Named<'NotCountersigned'>
  | Named<'MinutesNotSealed'>
  | Named<'NumberTaken', { number: string; title: string }>
  | Named<'NotYourSpeech', { requestId: RequestId }>
  | Named<'SpeakerNotAsked', { requestId: RequestId }>
  | Named<'SpeechDigestChanged', { requestId: RequestId }>
  | Named<'DueTimeHasPassed'>
  | Named<'SpeakersOpen', { persons: readonly PersonId[] }>
  | Named<'NotNamed', { person: PersonId }>
  | Named<'MayNotCountersign', { person: PersonId }>
  | Named<'CountersignersOpen', { persons: readonly PersonId[] }>
  | Named<'ItemIsClosed'>
  // Screens
  | Named<'UnknownScreen', { screen: ScreenName }>
  | Named<'TooManyScreens', { most: number }>
  | Named<'MainScreenStays'>
  | Named<'TextNotPublic', { motionId: MotionId }>
  | Named<'ResultNotAnnounced', { motionId: MotionId }>
  | Named<'NothingToShow'>
  | Named<'BreakIsOver'>;

export type RefusalType = Refusal['type'];

/** What keeps a plan from being convened. */
export type PlanProblem =
  | 'noMembers'
  | 'noModerator'
  | 'presidingIsNoModerator'
  | 'personTwice'
  | 'reservedPerson'
  | 'noStages'
  | 'stageTwice'
  | 'speakerNotOnRoll'
  | 'speechAtUnknownStage'
  | 'requestTwice'
  | 'addressedToNoDepartment'
  | 'recommendationTwice'
  | 'leaveNotOnRoll'
  | 'impossibleThreshold'
  | 'impossibleWeight';
