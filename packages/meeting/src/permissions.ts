// Knows which role may send which command, declared once; not whether the moment is right.
import { clock, type PersonId } from './ids.ts';
import type { CommandType } from './command.ts';
import type { Role } from './roll.ts';

/** Who may send a command: roles of the roll, or `clock` for timers. */
type Sender = Role | 'clock';

const everyone = ['member', 'departmentRep', 'moderator', 'secretary'] as const;
const office = ['moderator', 'secretary'] as const;

/** P1. Every command and its senders; a command without a line does not compile. */
export const permissions: Readonly<Record<CommandType, readonly Sender[]>> = {
  ConveneMeeting: ['secretary'],

  CheckIn: everyone,
  CheckInFor: ['secretary'],
  UndoCheckIn: ['secretary'],
  MarkLeft: ['secretary'],
  RequestLeave: ['member', 'departmentRep'],
  WithdrawLeave: ['member', 'departmentRep'],
  ApproveLeave: office,
  DeclineLeave: office,
  AddAttendee: ['secretary'],
  RemoveAttendee: ['secretary'],

  OpenMeeting: ['moderator'],
  MoveToStage: ['moderator'],
  SuspendMeeting: ['moderator'],
  ResumeMeeting: ['moderator'],
  ConcludeMeeting: ['moderator'],
  PostponeMeeting: office,
  CancelMeeting: office,
  HandOverChair: office,
  ReviseStage: office,
  AddMaterial: ['secretary'],
  WithdrawMaterial: ['secretary'],

  RequestFloor: ['member', 'departmentRep'],
  WithdrawRequest: ['member', 'departmentRep'],
  EnterRequest: office,
  RemoveRequest: office,
  MoveRequest: office,
  RestoreOrder: office,
  CloseQueue: ['moderator'],
  ReopenQueue: ['moderator'],
  GiveFloor: ['moderator'],
  PauseSpeech: ['moderator'],
  ResumeSpeech: ['moderator'],
  ExtendSpeech: ['moderator'],
  EndSpeech: ['moderator'],
  MarkOvertime: ['clock'],
  AddressSpeech: office,
  AnswerSpeech: ['departmentRep', 'moderator', 'secretary'],
  RateAnswer: ['member'],

  TableRecommendation: ['secretary'],
  ReviseRecommendation: ['secretary'],

  ProposeAmendment: ['member'],
  WithdrawAmendment: ['member'],
  RebaseAmendment: ['member', 'secretary'],
  MergeAmendments: ['secretary'],
  DeclineAmendment: ['secretary'],

  OpenVoting: ['moderator'],
  CastVote: ['member'],
  EnterVote: office,
  EnterCount: office,
  CloseVoting: ['moderator', 'clock'],
  VoidVoting: ['moderator'],
  AnnounceResult: ['moderator'],
  RepeatVoting: ['moderator'],
  OpenAcclamation: ['moderator'],
  RaiseObjection: ['member'],
  CloseAcclamation: ['clock'],
  ChangeVoteRule: ['moderator'],
  NameScrutineers: office,
  ConfirmCount: ['member'],
  DeclareReservation: ['member'],
  WithdrawReservation: ['member'],
  GrantProxy: ['member'],
  RevokeProxy: ['member'],
  CastSealedBallot: ['member'],
  OfferScrutineerKey: ['member'],
  HandInKey: ['member'],
  VoidLostBallots: ['clock'],
  DestroyBallots: ['clock'],

  OpenPulse: ['moderator'],
  TakePulse: ['member'],
  ClosePulse: ['moderator'],
  TableElection: ['secretary'],
  ReviseElection: ['secretary'],
  WithdrawElection: ['secretary'],
  OpenElection: ['moderator'],
  RepeatElection: ['moderator'],
  CastElection: ['member'],
  EnterElectionCount: office,
  CloseElection: ['moderator', 'clock'],
  VoidElection: ['moderator'],
  ConfirmElectionCount: ['member'],
  AnnounceElection: ['moderator'],

  PermitWriter: office,
  DismissWriter: office,
  SubmitMinutes: ['secretary'],
  PassMinutes: ['secretary'],
  ReturnMinutes: ['departmentRep', ...office],
  CountersignMinutes: ['departmentRep', 'moderator'],
  IssueMinutes: ['moderator'],
  CorrectMinutes: ['moderator'],

  AskSpeakers: ['secretary'],
  ConfirmSpeechDigest: everyone,
  ContestSpeechDigest: everyone,
  ConfirmSpeechDigestFor: ['secretary'],
  ExcuseSpeaker: office,
  NameCountersigners: office,
  ExcuseCountersigner: office,
  CloseOpenItem: ['secretary'],
};

/** P2. What only the moderator who presides may send, and the clock where it may; the others can take the chair first. */
export const presidingOnly: ReadonlySet<CommandType> = new Set([
  'OpenMeeting',
  'MoveToStage',
  'SuspendMeeting',
  'ResumeMeeting',
  'ConcludeMeeting',
  'CloseQueue',
  'ReopenQueue',
  'GiveFloor',
  'PauseSpeech',
  'ResumeSpeech',
  'ExtendSpeech',
  'EndSpeech',
  'OpenVoting',
  'CloseVoting',
  'VoidVoting',
  'AnnounceResult',
  'RepeatVoting',
  'OpenAcclamation',
  'ChangeVoteRule',
  'OpenPulse',
  'ClosePulse',
  'OpenElection',
  'RepeatElection',
  'CloseElection',
  'VoidElection',
  'AnnounceElection',
]);

export const maySend = (sender: Role | undefined, by: PersonId, type: CommandType): boolean => {
  const senders = permissions[type];
  return by === clock ? senders.includes('clock') : sender !== undefined && senders.includes(sender);
};
