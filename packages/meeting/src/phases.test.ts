// Chapters P and G: every command × who asks × the phase of the meeting, every cell. Written out here a second time, on purpose.
import { expect, test } from 'vitest';
import { permissions } from './permissions.ts';
import { expectedIn, phaseCells, saidIn } from './testing/index.ts';

/** Who may, and the answer in each phase: see `phaseCells`. */
const table = `
  CheckIn                 mdos  + + + o o
  CheckInFor              s     + + + + o
  UndoCheckIn             s     + + + + o
  MarkLeft                s     + + + o o
  RequestLeave            md    + + + o o
  WithdrawLeave           md    + + + o o
  ApproveLeave            os    + + + o o
  DeclineLeave            os    + + + o o
  AddAttendee             s     + + + o o
  RemoveAttendee          s     + + + o o

  OpenMeeting             p     + + + o o
  MoveToStage             p     s + s o o
  SuspendMeeting          p     s + s o o
  ResumeMeeting           p     s + + o o
  ConcludeMeeting         p     s + s o o
  PostponeMeeting         os    + + + o o
  CancelMeeting           os    + + + o o
  HandOverChair           os    + + + o o
  ReviseStage             os    + + + o o
  AddMaterial             s     + + + o o
  WithdrawMaterial        s     + + + o o

  RequestFloor            md    s + s o o
  WithdrawRequest         md    s + s o o
  EnterRequest            os    s + s o o
  RemoveRequest           os    s + s o o
  MoveRequest             os    s + s o o
  RestoreOrder            os    s + s o o
  SkipRequest             os    s + s o o
  HandInSpeech            md    s + + o o
  EnterWrittenSpeech      os    s + + o o
  Interpose               p     s + s o o
  PutBack                 p     s + s o o
  CutLimits               p     s + s o o
  BarWithdrawal           p     s + s o o
  AllowWithdrawal         p     s + s o o
  CloseQueue              p     s + s o o
  ReopenQueue             p     s + s o o
  GiveFloor               p     s + s o o
  PauseSpeech             p     s + s o o
  ResumeSpeech            p     s + s o o
  ExtendSpeech            p     s + s o o
  EndSpeech               p     s + s o o
  MarkOvertime            c     s + s o o
  LoseSpeaker             c     s + s o o
  FindSpeaker             c     s + s o o
  AddressSpeech           os    + + + + o
  AnswerSpeech            dos   + + + M o
  RateAnswer              m     + + + + o

  TableRecommendation     s     + + + o o
  ReviseRecommendation    s     + + + o o
  ProposeAmendment        m     + + + o o
  WithdrawAmendment       m     + + + o o
  RebaseAmendment         ms    + + + o o
  MergeAmendments         s     + + + o o
  DeclineAmendment        s     + + + o o

  OpenVoting              p     s + s o o
  RepeatVoting            p     s + s o o
  CloseVoting             pc    s + s o o
  VoidVoting              p     s + s o o
  AnnounceResult          p     s + s o o
  OpenAcclamation         p     s + s o o
  ChangeVoteRule          p     s + s o o
  CastVote                m     s + s o o
  RaiseObjection          m     s + s o o
  ConfirmCount            m     s + s o o
  CloseAcclamation        c     s + s o o
  EnterVote               os    s + s o o
  EnterCount              os    s + s o o
  NameScrutineers         os    s + s o o
  DeclareReservation      m     + + + + o
  WithdrawReservation     m     + + + + o
  GrantProxy              m     + + + o o
  RevokeProxy             m     + + + o o
  CastSealedBallot        m     + + + o o
  OfferScrutineerKey      m     + + + o o
  HandInKey               m     + + + o o
  VoidLostBallots         c     + + + o o
  DestroyBallots          c     + + + + o

  OpenPulse               p     s + s o o
  TakePulse               m     s + s o o
  ClosePulse              p     s + s o o

  TableElection           s     + + + o o
  ReviseElection          s     + + + o o
  WithdrawElection        s     + + + o o
  OpenElection            p     s + s o o
  RepeatElection          p     s + s o o
  CastElection            m     s + s o o
  EnterElection           os    s + s o o
  EnterElectionCount      os    s + s o o
  CloseElection           pc    s + s o o
  VoidElection            p     s + s o o
  ConfirmElectionCount    m     s + s o o
  AnnounceElection        p     s + s o o

  SendAside               os    + + + o o
  WithdrawAside           os    + + + + o
  ReceiveAside            md    + + + + o
  AcknowledgeAside        md    + + + + o
  AnswerAside             md    + + + + o

  PermitWriter            os    + + + o o
  DismissWriter           os    + + + o o
  SubmitMinutes           s     + + + + o
  PassMinutes             s     + + + + o
  ReturnMinutes           dos   + + + + o
  CountersignMinutes      do    + + + + o
  IssueMinutes            o     + + + + o
  CorrectMinutes          o     + + + + o
  AskSpeakers             s     + + + + o
  ConfirmSpeechDigest     mdos  + + + + o
  ContestSpeechDigest     mdos  + + + + o
  ConfirmSpeechDigestFor  s     + + + + o
  ExcuseSpeaker           os    + + + + o
  NameCountersigners      os    + + + + o
  ExcuseCountersigner     os    + + + + o
  CloseOpenItem           s     + + + + o

  AddScreen               os    + + + o o
  RemoveScreen            os    + + + o o
  ShowOnScreen            os    + + + o o
`;
const cells = phaseCells(table);

test('the table names every command but the one that convenes', () => {
  const named = new Set<string>(cells.map(({ type }) => type));
  expect([...named].sort()).toEqual(
    Object.keys(permissions)
      .filter((type) => type !== 'ConveneMeeting')
      .sort(),
  );
});

test.each(cells)('$type by $who, $phase', (cell) => expect(saidIn(cell)).toBe(expectedIn(cell)));
