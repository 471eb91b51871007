// Knows every request that can be put to a meeting; not the answer.
import type { AgendaCommand } from './agenda.ts';
import type { ConveneCommand } from './convening.ts';
import type { MinutesCommand } from './minutes.ts';
import type { AnswersCommand, FloorCommand, QueueCommand } from './queue/index.ts';
import type { RecommendationsCommand } from './recommendations.ts';
import type { RollCommand } from './roll.ts';
import type { VoteCommand } from './vote/index.ts';

export type Command =
  | ConveneCommand
  | RollCommand
  | AgendaCommand
  | QueueCommand
  | FloorCommand
  | AnswersCommand
  | RecommendationsCommand
  | VoteCommand
  | MinutesCommand;

export type CommandType = Command['type'];
