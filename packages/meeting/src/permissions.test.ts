// Chapter P: roles × commands, every cell. The table is written out here a second time, on purpose.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, CommandType } from './command.ts';
import { decide } from './decide.ts';
import { clock, type PersonId } from './ids.ts';
import { initial, type Meeting } from './meeting.ts';
import { permissions, presidingOnly } from './permissions.ts';
import type { Role } from './roll.ts';
import { bumen1, commandOf, given, inSession, keynote, mishu, pangting, plan, stamped, zhang, zhuchi, zhuchi2 } from './testing/index.ts';

/** member, departmentRep, moderator, secretary, observer, clock; `p`: the moderator who presides. */
const table = `
  ConveneMeeting        - - - s - -
  CheckIn               m d o s - -
  CheckInFor            - - - s - -
  UndoCheckIn           - - - s - -
  MarkLeft              - - - s - -
  RequestLeave          m d - - - -
  WithdrawLeave         m d - - - -
  ApproveLeave          - - o s - -
  DeclineLeave          - - o s - -
  AddAttendee           - - - s - -
  RemoveAttendee        - - - s - -
  OpenMeeting           - - p - - -
  MoveToStage           - - p - - -
  SuspendMeeting        - - p - - -
  ResumeMeeting         - - p - - -
  ConcludeMeeting       - - p - - -
  PostponeMeeting       - - o s - -
  CancelMeeting         - - o s - -
  HandOverChair         - - o s - -
  ReviseStage           - - o s - -
  AddMaterial           - - - s - -
  WithdrawMaterial      - - - s - -
  RequestFloor          m d - - - -
  EnterRequest          - - o s - -
  WithdrawRequest       m d - - - -
  RemoveRequest         - - o s - -
  MoveRequest           - - o s - -
  RestoreOrder          - - o s - -
  SkipRequest           - - o s - -
  HandInSpeech          m d - - - -
  EnterWrittenSpeech    - - o s - -
  Interpose             - - p - - -
  PutBack               - - p - - -
  CutLimits             - - p - - -
  BarWithdrawal         - - p - - -
  AllowWithdrawal       - - p - - -
  CloseQueue            - - p - - -
  ReopenQueue           - - p - - -
  GiveFloor             - - p - - -
  PauseSpeech           - - p - - -
  ResumeSpeech          - - p - - -
  ExtendSpeech          - - p - - -
  EndSpeech             - - p - - -
  MarkOvertime          - - - - - c
  LoseSpeaker           - - - - - c
  FindSpeaker           - - - - - c
  AddressSpeech         - - o s - -
  AnswerSpeech          - d o s - -
  RateAnswer            m - - - - -
  TableRecommendation   - - - s - -
  ReviseRecommendation  - - - s - -
  ProposeAmendment      m - - - - -
  WithdrawAmendment     m - - - - -
  RebaseAmendment       m - - s - -
  MergeAmendments       - - - s - -
  DeclineAmendment      - - - s - -
  OpenVoting            - - p - - -
  CastVote              m - - - - -
  EnterVote             - - o s - -
  EnterCount            - - o s - -
  CloseVoting           - - p - - c
  VoidVoting            - - p - - -
  AnnounceResult        - - p - - -
  RepeatVoting          - - p - - -
  OpenAcclamation       - - p - - -
  RaiseObjection        m - - - - -
  CloseAcclamation      - - - - - c
  TableElection         - - - s - -
  ReviseElection        - - - s - -
  WithdrawElection      - - - s - -
  OpenElection          - - p - - -
  RepeatElection        - - p - - -
  CastElection          m - - - - -
  EnterElection         - - o s - -
  EnterElectionCount    - - o s - -
  CloseElection         - - p - - c
  VoidElection          - - p - - -
  ConfirmElectionCount  m - - - - -
  AnnounceElection      - - p - - -
  SendAside             - - o s - -
  WithdrawAside         - - o s - -
  ReceiveAside          m d - - - -
  AcknowledgeAside      m d - - - -
  AnswerAside           m d - - - -
  PermitWriter          - - o s - -
  DismissWriter         - - o s - -
  SubmitMinutes         - - - s - -
  PassMinutes           - - - s - -
  ReturnMinutes         - d o s - -
  CountersignMinutes    - d o - - -
  IssueMinutes          - - o - - -
  CorrectMinutes        - - o - - -
  AskSpeakers           - - - s - -
  ConfirmSpeechDigest   m d o s - -
  ContestSpeechDigest   m d o s - -
  ConfirmSpeechDigestFor - - - s - -
  ExcuseSpeaker         - - o s - -
  NameCountersigners    - - o s - -
  ExcuseCountersigner   - - o s - -
  CloseOpenItem         - - - s - -
  AddScreen             - - o s - -
  RemoveScreen          - - o s - -
  ShowOnScreen          - - o s - -
  ChangeVoteRule        - - p - - -
  NameScrutineers       - - o s - -
  ConfirmCount          m - - - - -
  DeclareReservation    m - - - - -
  WithdrawReservation   m - - - - -
  GrantProxy            m - - - - -
  RevokeProxy           m - - - - -
  OpenPulse             - - p - - -
  TakePulse             m - - - - -
  ClosePulse            - - p - - -
  CastSealedBallot      m - - - - -
  OfferScrutineerKey    m - - - - -
  HandInKey             m - - - - -
  VoidLostBallots       - - - - - c
  DestroyBallots        - - - - - c
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

const senders: readonly (readonly [Role | 'clock', PersonId])[] = [
  ['member', zhang],
  ['departmentRep', bumen1],
  ['moderator', zhuchi],
  ['secretary', mishu],
  ['observer', pangting],
  ['clock', clock],
];

const cells = table.flatMap(([type, ...marks]) =>
  senders.map(([sender, by], place) => ({ type: type as CommandType, sender, by, mark: marks[place] ?? '-' })),
);

const running = given(...inSession(keynote)).meeting;
const meetingFor = (type: CommandType): Meeting => (type === 'ConveneMeeting' ? initial : running);
const bodyOf = (type: CommandType): Command =>
  type === 'ConveneMeeting' ? { type, plan: plan() } : (fc.sample(commandOf(type), { numRuns: 1, seed: 1 })[0] as Command);
const ask = (type: CommandType, by: PersonId) => decide(meetingFor(type), stamped(by, bodyOf(type), 1e15));

test('the table names every command', () => {
  expect(table.map(([type]) => type).sort()).toEqual(Object.keys(permissions).sort());
});

describe('P1 roles × commands', () => {
  test.each(cells)('$type by $sender: $mark', ({ type, sender, by, mark }) => {
    expect(permissions[type].includes(sender)).toBe(mark !== '-');
    const decision = ask(type, by);
    const refusal = decision.ok ? undefined : decision.refusal.type;
    const unfit = type === 'ConveneMeeting' && sender === 'clock' ? 'NotOnRoll' : 'NotPermitted';
    if (mark === '-') expect(refusal).toBe(unfit);
    else expect(['NotPermitted', 'NotOnRoll', 'NotPresiding']).not.toContain(refusal);
  });
});

describe('P2 only who presides', () => {
  test.each(cells.filter(({ sender }) => sender === 'moderator'))('$type by the other moderator: $mark', ({ type, mark }) => {
    expect(presidingOnly.has(type)).toBe(mark === 'p');
    const decision = ask(type, zhuchi2);
    const refusal = decision.ok ? undefined : decision.refusal.type;
    if (mark === 'p') expect(refusal).toBe('NotPresiding');
    else expect(refusal).not.toBe('NotPresiding');
  });
});
