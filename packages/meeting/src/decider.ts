// Knows which chapter each command and event belongs to; not what the chapter decides.
import { decideAgenda, evolveAgenda } from './agenda.ts';
import { adopting, decideAmendments, evolveAmendments, withOutcomes } from './amendments/index.ts';
import type { Command, CommandType } from './command.ts';
import { convened, decideConvening } from './convening.ts';
import { decideCountersigners, evolveCountersigners, type CountersignersCommand } from './countersigners.ts';
import type { Decision } from './decision.ts';
import { no } from './decision.ts';
import type { Stamped } from './envelope.ts';
import type { RecordedEvent } from './event.ts';
import { concludeElections, decideElections, decidePreparing, evolveElections } from './elections/index.ts';
import { clock } from './ids.ts';
import type { Assembled, Meeting } from './meeting.ts';
import { decideMinutes, evolveMinutes, recordIsOpen, type MinutesCommand } from './minutes.ts';
import { decideOpenItems, evolveOpenItems, type OpenItemsCommand } from './open-items.ts';
import { maySend, presidingOnly } from './permissions.ts';
import { decidePulses, evolvePulses } from './pulses/index.ts';
import { decideAnswers, decideFloor, decideListControl, decideQueue, decideWritten, enterPrepared, evolveQueue } from './queue/index.ts';
import { decideRecommendations, evolveRecommendations } from './recommendations.ts';
import { attendeeOf, decideRoll, evolveRoll, type Role } from './roll.ts';
import { decideSpeechDigests, evolveSpeechDigests, type SpeechDigestsCommand } from './speech-digests.ts';
import {
  concludeMotions,
  type Concluding,
  decideSecret,
  evolveScrutineerKeys,
  evolveSealing,
  evolveSecret,
  decideProxy,
  decideReservation,
  decideVote,
  evolveProxies,
  evolveReservations,
  evolveRounds,
  evolveVote,
} from './vote/index.ts';

/** Law 1. Total, synchronous, without clock, chance or I/O: events or a refusal. */
export function decide(meeting: Meeting, command: Stamped<Command>): Decision {
  if (command.type === 'ConveneMeeting') return decideConvening(meeting, command);
  if (meeting.phase === 'notConvened') return no({ type: 'MeetingNotConvened' });
  const role = attendeeOf(meeting.roll, command.by)?.role;
  if (role === undefined && command.by !== clock) return no({ type: 'NotOnRoll' });
  if (!maySend(role, command.by, command.type)) return no({ type: 'NotPermitted', role: role ?? 'observer' });
  const over = meeting.phase === 'cancelled' || (meeting.phase === 'concluded' && !staysOpen(meeting, command.type, role));
  if (over) return no({ type: 'MeetingIsOver', phase: meeting.phase });
  if (presidingOnly.has(command.type) && meeting.presiding !== command.by && command.by !== clock) {
    return no({ type: 'NotPresiding', presiding: meeting.presiding });
  }
  switch (command.type) {
    case 'CheckIn':
    case 'CheckInFor':
    case 'UndoCheckIn':
    case 'MarkLeft':
    case 'RequestLeave':
    case 'WithdrawLeave':
    case 'ApproveLeave':
    case 'DeclineLeave':
    case 'AddAttendee':
    case 'RemoveAttendee':
      return decideRoll(meeting, command);
    case 'OpenMeeting':
    case 'MoveToStage':
    case 'SuspendMeeting':
    case 'ResumeMeeting':
    case 'ConcludeMeeting':
    case 'PostponeMeeting':
    case 'CancelMeeting':
    case 'HandOverChair':
    case 'ReviseStage':
    case 'AddMaterial':
    case 'WithdrawMaterial':
      return decideAgenda(meeting, command);
    case 'TableRecommendation':
    case 'ReviseRecommendation':
      return decideRecommendations(meeting, command);
    case 'TableElection':
    case 'ReviseElection':
    case 'WithdrawElection':
      return decidePreparing(meeting, command);
    case 'ProposeAmendment':
    case 'WithdrawAmendment':
    case 'RebaseAmendment':
    case 'MergeAmendments':
    case 'DeclineAmendment':
      return decideAmendments(meeting, command);
    case 'AddressSpeech':
    case 'AnswerSpeech':
    case 'RateAnswer':
      return decideAnswers(meeting, command);
    case 'PermitWriter':
    case 'DismissWriter':
    case 'SubmitMinutes':
    case 'PassMinutes':
    case 'ReturnMinutes':
    case 'CountersignMinutes':
    case 'IssueMinutes':
    case 'CorrectMinutes':
      return decideMinutes(meeting, command);
    case 'AskSpeakers':
    case 'ConfirmSpeechDigest':
    case 'ContestSpeechDigest':
    case 'ConfirmSpeechDigestFor':
    case 'ExcuseSpeaker':
      return decideSpeechDigests(meeting, command);
    case 'NameCountersigners':
    case 'ExcuseCountersigner':
      return decideCountersigners(meeting, command);
    case 'CloseOpenItem':
      return decideOpenItems(meeting, command);
    case 'DeclareReservation':
    case 'WithdrawReservation':
      return decideReservation(meeting, command);
    case 'GrantProxy':
    case 'RevokeProxy':
      return decideProxy(meeting, command);
    case 'CastSealedBallot':
    case 'OfferScrutineerKey':
    case 'HandInKey':
    case 'VoidLostBallots':
    case 'DestroyBallots':
      return adopting(meeting, decideSecret(meeting, command, concludeBallots));
  }
  if (meeting.phase !== 'inSession') return no({ type: 'MeetingNotInSession', phase: meeting.phase });
  switch (command.type) {
    case 'RequestFloor':
    case 'EnterRequest':
    case 'WithdrawRequest':
    case 'RemoveRequest':
    case 'MoveRequest':
    case 'RestoreOrder':
    case 'CloseQueue':
    case 'ReopenQueue':
      return decideQueue(meeting, command);
    case 'SkipRequest':
    case 'PutBack':
    case 'CutLimits':
    case 'BarWithdrawal':
    case 'AllowWithdrawal':
      return decideListControl(meeting, command);
    case 'HandInSpeech':
    case 'EnterWrittenSpeech':
      return decideWritten(meeting, command);
    case 'GiveFloor':
    case 'Interpose':
    case 'PauseSpeech':
    case 'ResumeSpeech':
    case 'ExtendSpeech':
    case 'EndSpeech':
    case 'MarkOvertime':
      return decideFloor(meeting, command);
    case 'OpenPulse':
    case 'TakePulse':
    case 'ClosePulse':
      return decidePulses(meeting, command);
    case 'OpenElection':
    case 'RepeatElection':
    case 'CastElection':
    case 'EnterElectionCount':
    case 'CloseElection':
    case 'VoidElection':
    case 'ConfirmElectionCount':
    case 'AnnounceElection':
      return decideElections(meeting, command);
    default:
      return adopting(meeting, decideVote(meeting, command));
  }
}

/** G6, M6, V25. What may still be asked when the meeting is over: the minutes, reservations, and of the office, until they are passed, the record of who came and what was answered. */
function staysOpen(meeting: Assembled, type: CommandType, role: Role | undefined): boolean {
  switch (type) {
    case 'CheckInFor':
    case 'UndoCheckIn':
    case 'AddressSpeech':
    case 'AnswerSpeech':
      return (role === 'secretary' || role === 'moderator') && recordIsOpen(meeting);
    case 'DeclareReservation':
    case 'WithdrawReservation':
    case 'RateAnswer':
    case 'DestroyBallots':
      return true;
    default:
      return ofMinutes.has(type);
  }
}

const ofMinutes: ReadonlySet<CommandType> = new Set<
  MinutesCommand['type'] | SpeechDigestsCommand['type'] | CountersignersCommand['type'] | OpenItemsCommand['type']
>([
  'SubmitMinutes',
  'PassMinutes',
  'ReturnMinutes',
  'CountersignMinutes',
  'IssueMinutes',
  'CorrectMinutes',
  'AskSpeakers',
  'ConfirmSpeechDigest',
  'ContestSpeechDigest',
  'ConfirmSpeechDigestFor',
  'ExcuseSpeaker',
  'NameCountersigners',
  'ExcuseCountersigner',
  'CloseOpenItem',
]);

/** Whatever is put to a secret vote hears of its end. */
const concludeBallots: Concluding = (meeting, voteId, ended) => [
  ...concludeMotions(meeting, voteId, ended),
  ...concludeElections(meeting, voteId, ended),
];

/** Law 1. Total: an event that does not fit the state leaves it as it is. */
export function evolve(meeting: Meeting, event: RecordedEvent): Meeting {
  if (event.type === 'MeetingConvened') return meeting.phase === 'notConvened' ? convened(event.payload, event.by, event.at) : meeting;
  if (meeting.phase === 'notConvened') return meeting;
  switch (event.type) {
    case 'MeetingOpened': {
      const [first] = meeting.agenda.stages;
      return meeting.phase === 'convened' && first
        ? { ...meeting, phase: 'inSession', openedAt: event.at, stageId: first.stageId }
        : meeting;
    }
    case 'StageEntered': {
      if (meeting.phase !== 'inSession') return meeting;
      const { stageId } = event.payload;
      return {
        ...meeting,
        stageId,
        agenda: evolveAgenda(meeting.agenda, event),
        queue: enterPrepared(meeting.queue, meeting, stageId, event),
      };
    }
    case 'MeetingSuspended':
      return meeting.phase === 'inSession'
        ? { ...meeting, phase: 'suspended', since: event.at, reason: event.payload.reason ?? null }
        : meeting;
    case 'MeetingResumed': {
      if (meeting.phase !== 'suspended') return meeting;
      const { since: _since, reason: _reason, ...held } = meeting;
      return { ...held, phase: 'inSession' };
    }
    case 'MeetingConcluded': {
      if (meeting.phase !== 'inSession') return meeting;
      const { stageId: _stage, ...held } = meeting;
      return { ...held, phase: 'concluded', concludedAt: event.at, agenda: evolveAgenda(meeting.agenda, event) };
    }
    case 'MeetingPostponed':
      return { ...meeting, notice: { ...meeting.notice, startsAt: event.payload.startsAt } };
    case 'MeetingCancelled':
      return meeting.phase === 'convened' ? { ...meeting, phase: 'cancelled', reason: event.payload.reason } : meeting;
    case 'ChairHandedOver':
      return { ...meeting, presiding: event.payload.to };
    case 'StageRevised':
    case 'MaterialAdded':
    case 'MembersMaterialAdded':
    case 'MaterialWithdrawn':
      return { ...meeting, agenda: evolveAgenda(meeting.agenda, event) };
    case 'RecommendationsTabled':
    case 'RecommendationRevised':
      return { ...meeting, recommendations: evolveRecommendations(meeting.recommendations, event) };
    case 'AmendmentProposed':
    case 'AmendmentWithdrawn':
    case 'AmendmentRebased':
    case 'AmendmentsMerged':
    case 'AmendmentDeclined':
      return { ...meeting, amendments: evolveAmendments(meeting.amendments, event, meeting.recommendations) };
    case 'VoteRuleChanged':
      return { ...meeting, rules: { ...meeting.rules, vote: event.payload.rule } };
    case 'VotingOpened':
    case 'VoteCast':
    case 'VoteEntered':
    case 'CountEntered':
    case 'VotingClosed':
    case 'VotersUnreachable':
    case 'VotingVoided':
    case 'ResultAnnounced':
    case 'CountConfirmed':
    case 'AcclamationOpened':
    case 'ObjectionRaised':
    case 'AcclamationClosed':
      return {
        ...meeting,
        motions: evolveVote(meeting.motions, event),
        rounds: evolveRounds(meeting.rounds, event, meeting.motions),
        amendments: withOutcomes(meeting.amendments, event),
      };
    case 'ScrutineerKeyOffered':
    case 'BallotsIssued':
    case 'BallotsSealed':
    case 'KeyHandedIn':
    case 'BallotsCounted':
    case 'BallotsVoided':
    case 'BallotsDestroyed':
      return {
        ...meeting,
        secretVotes: evolveSecret(meeting.secretVotes, event),
        scrutineerKeys: evolveScrutineerKeys(meeting.scrutineerKeys, event),
        motions: evolveSealing(meeting.motions, event),
      };
    case 'ScrutineersNamed':
      return { ...meeting, scrutineers: event.payload.persons };
    case 'ReservationDeclared':
    case 'ReservationWithdrawn':
      return { ...meeting, reservations: evolveReservations(meeting.reservations, event) };
    case 'ProxyGranted':
    case 'ProxyRevoked':
      return { ...meeting, proxies: evolveProxies(meeting.proxies, event) };
    case 'PulseOpened':
    case 'PulseTaken':
    case 'PulseClosed':
      return { ...meeting, pulses: evolvePulses(meeting.pulses, event) };
    case 'ElectionTabled':
    case 'ElectionRevised':
    case 'ElectionWithdrawn':
    case 'ElectionOpened':
    case 'ElectionCast':
    case 'ElectionCountEntered':
    case 'ElectionClosed':
    case 'ElectorsUnreachable':
    case 'ElectionVoided':
    case 'ElectionCountConfirmed':
    case 'ElectionAnnounced':
      return { ...meeting, elections: evolveElections(meeting.elections, event) };
    case 'WriterPermitted':
    case 'WriterDismissed':
    case 'MinutesSubmitted':
    case 'MinutesPassed':
    case 'MinutesIssued':
    case 'MinutesCorrected':
      return { ...meeting, minutes: evolveMinutes(meeting.minutes, event) };
    case 'MinutesReturned':
    case 'MinutesCountersigned':
      return {
        ...meeting,
        minutes: evolveMinutes(meeting.minutes, event),
        countersigners: evolveCountersigners(meeting.countersigners, event),
      };
    case 'CountersignerNamed':
    case 'CountersignerExcused':
      return { ...meeting, countersigners: evolveCountersigners(meeting.countersigners, event) };
    case 'SpeakerAsked':
    case 'SpeechDigestConfirmed':
    case 'SpeechDigestContested':
    case 'SpeakerExcused':
      return { ...meeting, speechDigests: evolveSpeechDigests(meeting.speechDigests, event) };
    case 'OpenItemClosed':
      return { ...meeting, closedItems: evolveOpenItems(meeting.closedItems, event) };
    case 'CheckedIn':
    case 'CheckInUndone':
    case 'LeftEarly':
    case 'LeaveRequested':
    case 'LeaveWithdrawn':
    case 'LeaveApproved':
    case 'LeaveDeclined':
    case 'LeaveRevoked':
    case 'AttendeeAdded':
    case 'AttendeeRemoved':
      return { ...meeting, roll: evolveRoll(meeting.roll, event) };
    default:
      return { ...meeting, queue: evolveQueue(meeting.queue, event) };
  }
}
