// Knows what a pulse (表态) on a draft recommendation is at each step; not who may take part.
import type { ByPerson } from '../by-person.ts';
import type { Instant } from '../envelope.ts';
import type { MotionId, PersonId, PulseId } from '../ids.ts';

export const stances = ['support', 'reserve', 'against'] as const;
/** 支持 · 有保留 · 不支持; binds nobody. */
export type Stance = (typeof stances)[number];

export const pulseTurns = ['before', 'after'] as const;
/** Before the discussion of the recommendation, or after it. */
export type PulseTurn = (typeof pulseTurns)[number];

/**
 * What may be told of some people's stances. `three`: every figure is of five or more. `two`: 支持 against the other two together.
 * `none`: only how many there were.
 */
export type Cells =
  | { readonly kind: 'three'; readonly support: number; readonly reserve: number; readonly against: number }
  | { readonly kind: 'two'; readonly support: number; readonly others: number }
  | { readonly kind: 'none'; readonly takers: number };

/** S4. What is told of a pulse, to everybody alike. */
export interface PulseFigures {
  readonly takers: number;
  readonly all: Cells;
  /** 界别 by the order of the roll, each with figures of its own; the last may stand for all that are not named (`sector: null`). */
  readonly sectors: readonly { readonly sector: string | null; readonly cells: Cells }[];
}

interface Asked {
  readonly pulseId: PulseId;
  readonly motionId: MotionId;
  readonly turn: PulseTurn;
  /** Of the recommendation, and of its text as it stood then. */
  readonly number: number;
  readonly version: number;
  readonly openedAt: Instant;
}

export type Pulse =
  | (Asked & { readonly phase: 'open'; readonly stances: ByPerson<Stance> })
  | (Asked & { readonly phase: 'closed'; readonly figures: PulseFigures; readonly closedAt: Instant });

/** In the order they were opened. */
export type Pulses = readonly Pulse[];

export type PulsesCommand =
  | { readonly type: 'OpenPulse'; readonly pulseId: PulseId; readonly motionId: MotionId; readonly turn: PulseTurn }
  | { readonly type: 'TakePulse'; readonly pulseId: PulseId; readonly stance: Stance }
  | { readonly type: 'ClosePulse'; readonly pulseId: PulseId };

export type PulsesEvent =
  | { readonly type: 'PulseOpened'; readonly payload: Omit<Asked, 'openedAt'> }
  | { readonly type: 'PulseTaken'; readonly payload: { readonly pulseId: PulseId; readonly person: PersonId; readonly stance: Stance } }
  | { readonly type: 'PulseClosed'; readonly payload: { readonly pulseId: PulseId; readonly figures: PulseFigures } };
