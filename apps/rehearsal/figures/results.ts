// Knows what is kept of a measurement, so that a part measured anew does not lose the others; measures nothing.
import type { Figure } from '../bench/figure.ts';

export interface Machine {
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** A line of a fault programme or a rehearsal, as it was printed. */
export type PrintedLine = Readonly<Record<string, unknown>>;

export type MeasuredFigure = Figure & { readonly met: boolean };

export interface Part {
  /** Epoch ms. */
  readonly at: number;
  /** Of the product that was measured. */
  readonly commit: string;
  readonly command: string;
  /** How busy the machine was just before, as its one-minute load. */
  readonly loadBefore: number;
  readonly seconds: number;
  /** `ended`: the exit code when the command did not do what it was asked. */
  readonly ended: number;
  readonly figures: readonly MeasuredFigure[];
  readonly lines: readonly PrintedLine[];
}

export const partNames = ['room', 'coedit', 'doors', 'browser', 'torture', 'rehearsal'] as const;
export type PartName = (typeof partNames)[number];

export interface Results {
  readonly machine: Machine;
  readonly parts: Readonly<Partial<Record<PartName, Part>>>;
}
