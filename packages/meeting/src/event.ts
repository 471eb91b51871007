// Knows every fact a meeting can hold; not what follows from it.
import type { AmendmentsEvent } from './amendments/index.ts';
import type { AgendaEvent } from './agenda.ts';
import type { AsidesEvent } from './asides.ts';
import type { ConveneEvent } from './convening.ts';
import type { CountersignersEvent } from './countersigners.ts';
import type { ElectionEvent } from './elections/index.ts';
import type { Envelope } from './envelope.ts';
import type { MinutesEvent } from './minutes.ts';
import type { OpenItemsEvent } from './open-items.ts';
import type { PulsesEvent } from './pulses/index.ts';
import type { QueueEvent } from './queue/index.ts';
import type { RecommendationsEvent } from './recommendations.ts';
import type { RollEvent } from './roll.ts';
import type { ScreensEvent } from './screens.ts';
import type { SpeechDigestsEvent } from './speech-digests.ts';
import type { SecretEvent } from './vote/secret/types.ts';
import type { VoteEvent } from './vote/index.ts';

export type MeetingEvent =
  | ConveneEvent
  | RollEvent
  | AgendaEvent
  | QueueEvent
  | RecommendationsEvent
  | AmendmentsEvent
  | VoteEvent
  | PulsesEvent
  | ElectionEvent
  | SecretEvent
  | MinutesEvent
  | SpeechDigestsEvent
  | CountersignersEvent
  | OpenItemsEvent
  | ScreensEvent
  | AsidesEvent;
export type EventType = MeetingEvent['type'];

/** A fact with who and when, as it stands in the log. */
export type RecordedEvent = MeetingEvent & Pick<Envelope, 'by' | 'at'>;
