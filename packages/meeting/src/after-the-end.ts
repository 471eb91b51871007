// Knows which commands are still heard when the meeting is over; not what comes of them.
import type { CommandType } from './command.ts';
import type { CountersignersCommand } from './countersigners.ts';
import type { Assembled, Meeting } from './meeting.ts';
import { recordIsOpen, type MinutesCommand } from './minutes.ts';
import type { OpenItemsCommand } from './open-items.ts';
import { isRehearsal } from './rehearsal.ts';
import type { Role } from './roll.ts';
import type { SpeechDigestsCommand } from './speech-digests.ts';

/** G6, M6, V25, L5. What may still be asked when the meeting is over: the minutes, reservations, what was said to one alone, and of the office, until they are passed, the record of who came and what was answered. */
export function staysOpen(meeting: Assembled & Meeting, type: CommandType, role: Role | undefined): boolean {
  // V48, L8. A meeting is cancelled before anything is put to a vote; a rehearsal at any time.
  if (meeting.phase === 'cancelled') return isRehearsal(meeting.notice) && type === 'DestroyBallots';
  switch (type) {
    case 'CheckInFor':
    case 'UndoCheckIn':
    case 'AddressSpeech':
    case 'AnswerSpeech':
      return (role === 'secretary' || role === 'moderator') && recordIsOpen(meeting);
    case 'CancelMeeting':
      return isRehearsal(meeting.notice);
    case 'DeclareReservation':
    case 'WithdrawReservation':
    case 'RateAnswer':
    case 'WithdrawAside':
    case 'ReceiveAside':
    case 'AcknowledgeAside':
    case 'AnswerAside':
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
