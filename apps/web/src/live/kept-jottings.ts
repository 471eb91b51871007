// Knows where a browser keeps a jotting until the server's disk has it; not what becomes of it.
import type { JottedAbout, JottingId, MeetingId, PersonId } from '@xieshang/meeting';
import { inBrowser } from './kept.ts';

export interface KeptJotting {
  readonly id: JottingId;
  /** Server time at which it was written, epoch ms. */
  readonly at: number;
  readonly text: string;
  readonly about: JottedAbout;
}

const prefix = 'xieshang.jotting.';
const keyOf = (meeting: MeetingId, person: PersonId, id = ''): string => `${prefix}${person} ${meeting} ${id}`;

const isJotting = (value: unknown): value is KeptJotting =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'text'].every((name) => typeof value[name as keyof typeof value] === 'string') &&
  'at' in value &&
  typeof value.at === 'number' &&
  'about' in value &&
  typeof value.about === 'object' &&
  value.about !== null;

/** Oldest first. */
export const keptJottings = (meeting: MeetingId, person: PersonId): readonly KeptJotting[] =>
  inBrowser
    .namesFrom(keyOf(meeting, person))
    .map(inBrowser.read)
    .filter(isJotting)
    .toSorted((one, other) => one.at - other.at);

export const keepJotting = (meeting: MeetingId, person: PersonId, jotting: KeptJotting): void =>
  void inBrowser.keep(keyOf(meeting, person, jotting.id), jotting);

/** It is on disk, or has been given up. */
export const forgetJotting = (meeting: MeetingId, person: PersonId, id: JottingId): void => inBrowser.forget(keyOf(meeting, person, id));

/** Whether something of that person's is on no server yet, whatever the meeting. */
export const holdsKeptJottings = (person: string): boolean => inBrowser.namesFrom(`${prefix}${person} `).length > 0;

/** At sign-out: whoever uses this browser next finds nothing of that person's. */
export const forgetKeptJottings = (person: string): void => inBrowser.forgetFrom(`${prefix}${person} `);
