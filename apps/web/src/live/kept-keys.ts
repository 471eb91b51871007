// Knows where a scrutineer's browser keeps the private keys it made; nowhere else are they kept, and nobody else is given them.
import type { MeetingId, PersonId } from '@xieshang/meeting';
import { inBrowser } from './kept.ts';

/** X25519, lower-case hex. */
export interface KeptKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** No part of a name holds a blank. */
const prefix = 'xieshang.scrutineer-key.';
const nameOf = (person: string, meeting: string, publicKey: string): string => `${prefix}${person} ${meeting} ${publicKey}`;

/** False: this browser keeps nothing, so that the key would be lost with the page. */
export function keepKey(meeting: MeetingId, person: PersonId, { publicKey, privateKey }: KeptKey): boolean {
  const name = nameOf(person, meeting, publicKey);
  return inBrowser.keepText(name, privateKey) && inBrowser.text(name) === privateKey;
}

export const keptKey = (meeting: MeetingId, person: PersonId, publicKey: string): string | null =>
  inBrowser.text(nameOf(person, meeting, publicKey));

export const forgetKey = (meeting: MeetingId, person: PersonId, publicKey: string): void =>
  inBrowser.forget(nameOf(person, meeting, publicKey));

/** Whether ballots of a secret vote may still be waiting for a key of that person that is here. */
export const holdsKeptKeys = (person: string): boolean => inBrowser.namesFrom(`${prefix}${person} `).length > 0;

/** At sign-out. */
export const forgetKeptKeys = (person: string): void => inBrowser.forgetFrom(`${prefix}${person} `);
