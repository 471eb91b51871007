// Knows every request that can be put to a meeting; not the answer.
import type { AmendmentsCommand } from './amendments/index.ts';
import type { AgendaCommand } from './agenda.ts';
import type { AsidesCommand } from './asides.ts';
import type { ConveneCommand } from './convening.ts';
import type { CountersignersCommand } from './countersigners.ts';
import type { ElectionCommand } from './elections/index.ts';
import type { MinutesCommand } from './minutes.ts';
import type { OpenItemsCommand } from './open-items.ts';
import type { PulsesCommand } from './pulses/index.ts';
import type { AnswersCommand, FloorCommand, LeaseCommand, ListControlCommand, QueueCommand, WrittenCommand } from './queue/index.ts';
import type { RecommendationsCommand } from './recommendations.ts';
import type { RollCommand } from './roll.ts';
import type { ScreensCommand } from './screens.ts';
import type { SpeechDigestsCommand } from './speech-digests.ts';
import type { SecretCommand } from './vote/secret/types.ts';
import type { VoteCommand } from './vote/index.ts';

export type Command =
  | ConveneCommand
  | RollCommand
  | AgendaCommand
  | QueueCommand
  | ListControlCommand
  | WrittenCommand
  | FloorCommand
  | LeaseCommand
  | AnswersCommand
  | RecommendationsCommand
  | AmendmentsCommand
  | VoteCommand
  | PulsesCommand
  | ElectionCommand
  | SecretCommand
  | MinutesCommand
  | SpeechDigestsCommand
  | CountersignersCommand
  | OpenItemsCommand
  | ScreensCommand
  | AsidesCommand;

export type CommandType = Command['type'];
