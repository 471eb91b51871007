// One simple idea of how a meeting goes, written from docs/rules.md by itself. Shares nothing with the core but the shape of what is asked.
import type { Command, CommandType } from '@xieshang/meeting';
import type { Picture } from '../picture.ts';
import { amendmentRules } from './amendments.ts';
import { answerRules } from './answers.ts';
import { asideRules } from './asides.ts';
import { preparingRules } from './election-papers.ts';
import { holdingRules } from './election-rounds.ts';
import { floorRules, leaseRules } from './floor.ts';
import { proxyRules, reservationRules } from './forms.ts';
import { convene, type Hall, type Rule, type Rules, type Verdict } from './hall.ts';
import { pictureIn } from './hall-picture.ts';
import { listControlRules, queueRules, writtenRules } from './list.ts';
import { pulseRules } from './pulses.ts';
import { agendaRules, draftRules, rollRules } from './roll.ts';
import { clearScreens, screenRules } from './screens.ts';
import { secretRules } from './secret.ts';
import { closingRules, digestRules, namingRules } from './signing.ts';
import { minutesRules, voteRules } from './votes.ts';

/** P1, P2. Who may ask what: initials of roles, `p` the moderator who presides, `t` time. */
const table = `
  s    ConveneMeeting CheckInFor UndoCheckIn MarkLeft AddAttendee RemoveAttendee AddMaterial WithdrawMaterial TableRecommendation
  s    ReviseRecommendation MergeAmendments DeclineAmendment SubmitMinutes PassMinutes AskSpeakers ConfirmSpeechDigestFor CloseOpenItem
  m    ConfirmCount DeclareReservation WithdrawReservation GrantProxy RevokeProxy
  m    CastVote RaiseObjection ProposeAmendment WithdrawAmendment TakePulse RateAnswer
  m    CastElection ConfirmElectionCount
  s    TableElection ReviseElection WithdrawElection
  cs   EnterElection EnterElectionCount
  p    OpenElection RepeatElection VoidElection AnnounceElection
  pt   CloseElection
  ms   RebaseAmendment
  cs   SendAside WithdrawAside
  md   ReceiveAside AcknowledgeAside AnswerAside
  md   RequestLeave WithdrawLeave RequestFloor WithdrawRequest HandInSpeech
  mdcs CheckIn ConfirmSpeechDigest ContestSpeechDigest
  dcs  AnswerSpeech ReturnMinutes
  dc   CountersignMinutes
  cs   ApproveLeave DeclineLeave PostponeMeeting CancelMeeting HandOverChair ReviseStage EnterRequest RemoveRequest MoveRequest RestoreOrder SkipRequest EnterWrittenSpeech
  cs   AddressSpeech PermitWriter DismissWriter ExcuseSpeaker NameCountersigners ExcuseCountersigner
  cs   EnterVote EnterCount NameScrutineers
  cs   AddScreen RemoveScreen ShowOnScreen
  c    IssueMinutes CorrectMinutes
  p    OpenMeeting MoveToStage SuspendMeeting ResumeMeeting ConcludeMeeting CloseQueue ReopenQueue PutBack CutLimits BarWithdrawal AllowWithdrawal GiveFloor Interpose PauseSpeech ResumeSpeech
  p    ExtendSpeech EndSpeech OpenVoting VoidVoting AnnounceResult RepeatVoting OpenAcclamation ChangeVoteRule OpenPulse ClosePulse
  pt   CloseVoting
  m    CastSealedBallot OfferScrutineerKey HandInKey
  t    MarkOvertime LoseSpeaker FindSpeaker CloseAcclamation VoidLostBallots DestroyBallots`;
const askers = new Map(
  table.split('\n').flatMap((row) => {
    const [who = '', ...commands] = row.trim().split(/\s+/);
    return commands.map((command): [string, string] => [command, who]);
  }),
);
const initials = { member: 'm', departmentRep: 'd', moderator: 'c', secretary: 's', observer: 'o' };

const onlyInSession: ReadonlySet<string> = new Set([
  ...Object.keys({
    ...queueRules,
    ...listControlRules,
    ...floorRules,
    ...leaseRules,
    ...voteRules,
    ...pulseRules,
    ...holdingRules,
  }),
]);
/** G6, M6, M11–M19. */
const afterwards: ReadonlySet<string> = new Set([
  ...'SubmitMinutes PassMinutes ReturnMinutes CountersignMinutes IssueMinutes CorrectMinutes RateAnswer'.split(' '),
  'DestroyBallots',
  ...'WithdrawAside ReceiveAside AcknowledgeAside AnswerAside'.split(' '),
  ...Object.keys({ ...digestRules, ...namingRules, ...closingRules, ...reservationRules }),
]);
const amends: ReadonlySet<string> = new Set('CheckInFor UndoCheckIn AddressSpeech AnswerSpeech'.split(' '));

export interface Practice {
  put(command: Command, by: string, at: number): Verdict;
  /** Whether somebody may ask this by what he is, whatever the moment; before the convening nobody is anything yet. */
  entitled(type: CommandType, by: string): boolean;
  picture(): Picture | null;
  readonly hall: () => Hall | null;
}

/** `seal`: the hash that comes with an issue of minutes; empty for a server that can seal nothing, ballots neither. */
export function practice(seal: string): Practice {
  let hall: Hall | null = null;
  type Later = Exclude<CommandType, 'ConveneMeeting'>;
  const rules: Rules<Later> = {
    ...{ ...rollRules, ...agendaRules, ...draftRules, ...amendmentRules, ...preparingRules, ...holdingRules, ...queueRules },
    ...{ ...writtenRules, ...listControlRules, ...floorRules, ...leaseRules, ...answerRules, ...voteRules, ...minutesRules(seal) },
    ...{ ...pulseRules, ...reservationRules, ...proxyRules, ...secretRules },
    ...{ ...digestRules, ...namingRules, ...closingRules, ...screenRules, ...asideRules },
  };

  const may = (type: CommandType, role: keyof typeof initials | undefined, by: string): boolean => {
    const who = askers.get(type) ?? '';
    if (by === 'clock') return who.includes('t');
    if (role === undefined) return false;
    return who.includes(initials[role]) || (who.includes('p') && role === 'moderator');
  };

  const isOver = ({ phase, minutes, people }: Hall, type: CommandType, by: string): boolean => {
    if (phase !== 'concluded') return phase === 'cancelled';
    const fromOffice = people.get(by) === 'secretary' || people.get(by) === 'moderator';
    const mayAmend = amends.has(type) && fromOffice && (minutes.step === 'drafting' || minutes.step === 'checking');
    return !afterwards.has(type) && !mayAmend;
  };

  const put: Practice['put'] = (command, by, at) => {
    if (command.type === 'ConveneMeeting') {
      if (hall) return 'MeetingAlreadyConvened';
      const role = command.plan.attendees.find(({ person }) => person === by)?.role;
      if (!may(command.type, role, by)) return role ? 'NotPermitted' : 'NotOnRoll';
      hall = convene(command.plan, seal !== '');
      return 'done';
    }
    if (!hall) return 'MeetingNotConvened';
    const role = hall.people.get(by);
    if (role === undefined && by !== 'clock') return 'NotOnRoll';
    if (!may(command.type, role, by)) return 'NotPermitted';
    if (isOver(hall, command.type, by)) return 'MeetingIsOver';
    if (by !== 'clock' && askers.get(command.type)?.includes('p') && hall.chair !== by) return 'NotPresiding';
    if (onlyInSession.has(command.type) && hall.phase !== 'inSession') return 'MeetingNotInSession';
    return applied(hall, command, by, at);
  };

  /** That a rule is given its own command is what the type of the table says; the compiler cannot follow it through a look-up. */
  const applied = (where: Hall, command: Exclude<Command, { type: 'ConveneMeeting' }>, by: string, at: number): Verdict => {
    const verdict = (rules[command.type] as Rule<Later>)(where, command, by, at);
    if (verdict === 'done') clearScreens(where, command.type);
    return verdict;
  };

  return {
    put,
    entitled: (type, by) => {
      if (!hall) return true;
      return may(type, hall.people.get(by), by) && (by === 'clock' || !askers.get(type)?.includes('p') || hall.chair === by);
    },
    picture: () => hall && pictureIn(hall),
    hall: () => hall,
  };
}
