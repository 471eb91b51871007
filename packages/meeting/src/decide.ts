// Knows which chapter each command belongs to; not what the chapter decides.
import { staysOpen } from './after-the-end.ts';
import { decideAgenda } from './agenda.ts';
import { adopting, decideAmendments } from './amendments/index.ts';
import { decideAsides } from './asides.ts';
import type { Command } from './command.ts';
import { decideConvening } from './convening.ts';
import { decideCountersigners } from './countersigners.ts';
import type { Decision } from './decision.ts';
import { no } from './decision.ts';
import type { Stamped } from './envelope.ts';
import { concludeElections, decideElections, decidePreparing } from './elections/index.ts';
import { clock } from './ids.ts';
import type { Meeting } from './meeting.ts';
import { decideMinutes } from './minutes.ts';
import { decideOpenItems } from './open-items.ts';
import { maySend, presidingOnly } from './permissions.ts';
import { decidePulses } from './pulses/index.ts';
import { decideAnswers, decideFloor, decideLease, decideListControl, decideQueue, decideWritten } from './queue/index.ts';
import { mayRehearse } from './rehearsal.ts';
import { decideRecommendations } from './recommendations.ts';
import { attendeeOf, decideRoll } from './roll.ts';
import { decideScreens } from './screens.ts';
import { decideSpeechDigests } from './speech-digests.ts';
import { concludeMotions, type Concluding, decideSecret, decideProxy, decideReservation, decideVote } from './vote/index.ts';

/** Law 1. Total, synchronous, without clock, chance or I/O: events or a refusal. */
export function decide(meeting: Meeting, command: Stamped<Command>): Decision {
  if (command.type === 'ConveneMeeting') return decideConvening(meeting, command);
  if (meeting.phase === 'notConvened') return no({ type: 'MeetingNotConvened' });
  const role = attendeeOf(meeting.roll, command.by)?.role;
  if (role === undefined && command.by !== clock) return no({ type: 'NotOnRoll' });
  if (!maySend(role, command.by, command.type) && !mayRehearse(meeting.notice, role, command.type)) {
    return no({ type: 'NotPermitted', role: role ?? 'observer' });
  }
  const over = meeting.phase === 'cancelled' || meeting.phase === 'concluded';
  if (over && !staysOpen(meeting, command.type, role)) return no({ type: 'MeetingIsOver', phase: meeting.phase });
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
    case 'HandInSpeech':
    case 'EnterWrittenSpeech':
      return decideWritten(meeting, command);
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
    case 'SendAside':
    case 'WithdrawAside':
    case 'ReceiveAside':
    case 'AcknowledgeAside':
    case 'AnswerAside':
      return decideAsides(meeting, command);
    case 'CloseOpenItem':
      return decideOpenItems(meeting, command);
    case 'AddScreen':
    case 'RemoveScreen':
    case 'ShowOnScreen':
      return decideScreens(meeting, command);
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
    case 'GiveFloor':
    case 'Interpose':
    case 'PauseSpeech':
    case 'ResumeSpeech':
    case 'ExtendSpeech':
    case 'EndSpeech':
    case 'MarkOvertime':
      return decideFloor(meeting, command);
    case 'LoseSpeaker':
    case 'FindSpeaker':
      return decideLease(meeting, command);
    case 'OpenPulse':
    case 'TakePulse':
    case 'ClosePulse':
      return decidePulses(meeting, command);
    case 'OpenElection':
    case 'RepeatElection':
    case 'CastElection':
    case 'EnterElection':
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

/** Whatever is put to a secret vote hears of its end. */
const concludeBallots: Concluding = (meeting, voteId, ended) => [
  ...concludeMotions(meeting, voteId, ended),
  ...concludeElections(meeting, voteId, ended),
];
