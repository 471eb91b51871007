// Knows where a scrutineer's browser keeps the private keys it made; nowhere else are they kept, and nobody else is given them.
import type { MeetingId, PersonId } from '@xieshang/meeting';

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
  return (
    attempt(() => {
      const name = nameOf(person, meeting, publicKey);
      localStorage.setItem(name, privateKey);
      return localStorage.getItem(name) === privateKey;
    }) ?? false
  );
}

export const keptKey = (meeting: MeetingId, person: PersonId, publicKey: string): string | null =>
  attempt(() => localStorage.getItem(nameOf(person, meeting, publicKey)));

export const forgetKey = (meeting: MeetingId, person: PersonId, publicKey: string): void =>
  void attempt(() => localStorage.removeItem(nameOf(person, meeting, publicKey)));

/** Whether ballots of a secret vote may still be waiting for a key of that person that is here. */
export const holdsKeptKeys = (person: string): boolean => keysFrom(`${prefix}${person} `).length > 0;

/** At sign-out. */
export function forgetKeptKeys(person: string): void {
  for (const key of keysFrom(`${prefix}${person} `)) attempt(() => localStorage.removeItem(key));
}

const keysFrom = (start: string): readonly string[] =>
  attempt(() =>
    Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) => key.startsWith(start)),
  ) ?? [];

function attempt<Answer>(act: () => Answer): Answer | null {
  try {
    return act();
  } catch {
    return null;
  }
}
