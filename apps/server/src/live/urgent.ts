// Knows which commands are taken first when the server is behind: what a meeting cannot wait for. Not when it is behind.
import type { CommandType } from '@xieshang/meeting';

/** Votes and check-ins of everybody, and what the one who presides does: few, and everybody waits for them. */
const urgent: ReadonlySet<CommandType> = new Set<CommandType>([
  'CheckIn',
  'CheckInFor',
  'CastVote',
  'CastElection',
  'CastSealedBallot',
  'HandInKey',
  'RaiseObjection',
  'OpenMeeting',
  'MoveToStage',
  'SuspendMeeting',
  'ResumeMeeting',
  'ConcludeMeeting',
  'GiveFloor',
  'PauseSpeech',
  'ResumeSpeech',
  'ExtendSpeech',
  'EndSpeech',
  'OpenVoting',
  'CloseVoting',
  'AnnounceResult',
  'OpenAcclamation',
  'OpenElection',
  'CloseElection',
  'AnnounceElection',
]);

export const isUrgent = (type: CommandType): boolean => urgent.has(type);
