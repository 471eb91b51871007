// Knows the shape of a meeting at each phase; not how it gets from one to the next.
import type { Amendments } from './amendments/index.ts';
import type { Agenda } from './agenda.ts';
import type { Asides } from './asides.ts';
import type { Countersigners } from './countersigners.ts';
import type { Elections } from './elections/index.ts';
import type { Instant } from './envelope.ts';
import type { MeetingId, PersonId, StageId } from './ids.ts';
import type { Minutes } from './minutes.ts';
import type { ClosedItem } from './open-items.ts';
import type { Pulses } from './pulses/index.ts';
import type { Queue } from './queue/index.ts';
import type { Recommendations } from './recommendations.ts';
import type { Roll } from './roll.ts';
import type { Rules } from './rules.ts';
import type { Screens } from './screens.ts';
import type { SpeechDigests } from './speech-digests.ts';
import type { Motions, Proxies, Reservations, Rounds, ScrutineerKeys, SecretVotes } from './vote/index.ts';

/** What the notice of the meeting says. */
export interface Notice {
  readonly meeting: MeetingId;
  /** A rehearsal is marked 演练 wherever it is shown and stands in no statistics. */
  readonly kind: 'consultation' | 'rehearsal';
  readonly title: string;
  readonly topic: string;
  readonly place: string;
  readonly startsAt: Instant;
  /** L7. Of a rehearsal: the meeting it was made from. */
  readonly rehearses?: MeetingId | undefined;
}

/** What every meeting has from its convening on. */
export interface Assembled {
  readonly notice: Notice;
  readonly rules: Rules;
  readonly roll: Roll;
  readonly presiding: PersonId;
  readonly agenda: Agenda;
  readonly queue: Queue;
  readonly recommendations: Recommendations;
  readonly amendments: Amendments;
  readonly motions: Motions;
  readonly rounds: Rounds;
  /** 监票人, named before a vote. */
  readonly scrutineers: readonly PersonId[];
  readonly reservations: Reservations;
  /** As granted; which of them count is frozen when a vote opens. */
  readonly proxies: Proxies;
  readonly pulses: Pulses;
  readonly elections: Elections;
  /** Ballots of secret votes, issued and counted, whatever was put to them. */
  readonly secretVotes: SecretVotes;
  readonly scrutineerKeys: ScrutineerKeys;
  readonly minutes: Minutes;
  readonly speechDigests: SpeechDigests;
  readonly countersigners: Countersigners;
  /** In the order they were closed. */
  readonly closedItems: readonly ClosedItem[];
  readonly screens: Screens;
  readonly asides: Asides;
}

export type NotConvened = { readonly phase: 'notConvened' };
export type Convened = Assembled & { readonly phase: 'convened' };
export type InSession = Assembled & { readonly phase: 'inSession'; readonly openedAt: Instant; readonly stageId: StageId };
export type Suspended = Assembled & {
  readonly phase: 'suspended';
  readonly openedAt: Instant;
  readonly stageId: StageId;
  readonly since: Instant;
  /** What was said about the break, or null. */
  readonly reason: string | null;
};
export type Concluded = Assembled & { readonly phase: 'concluded'; readonly openedAt: Instant; readonly concludedAt: Instant };
export type Cancelled = Assembled & { readonly phase: 'cancelled'; readonly reason: string };

export type Meeting = NotConvened | Convened | InSession | Suspended | Concluded | Cancelled;

export const initial: Meeting = { phase: 'notConvened' };
