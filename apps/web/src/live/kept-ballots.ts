// Knows where a browser keeps ballots until the server has answered them, and choices not handed in yet; not what they are for.
import type { Command, MeetingId, PersonId } from '@xieshang/meeting';
import type { Outbox, Pending } from '@xieshang/room';

/**
 * What is kept outlives the tab and the browser; it is there only until the server has answered, and is given to nobody but the person who
 * filled it in. No part of a name holds a blank. A secret ballot is kept as it travels: sealed.
 */
const prefix = 'xieshang.ballot.';
const shelf = (person: string, meeting: string): string => `${prefix}${person} ${meeting} `;

/** The place of a ballot: the newest for the same thing takes the place of the one before. Null for what is no ballot. */
function placeOf(body: Command): string | null {
  switch (body.type) {
    case 'CastVote':
      return body.for === undefined ? `vote.${body.motionId}` : `vote.${body.motionId}.${body.for}`;
    case 'CastElection':
      return `election.${body.electionId}`;
    case 'CastSealedBallot':
      return `sealed.${body.voteId}`;
    default:
      return null;
  }
}

const isPending = (value: unknown): value is Pending =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'body' in value && isBallot(value.body);

const isBallot = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'type' in body && placeOf(body as Command) !== null;

export function keptBallots(meeting: MeetingId): Outbox {
  const keyOf = (you: PersonId, body: Command): string => `${shelf(you, meeting)}${placeOf(body) ?? ''}`;
  return {
    holds: (body) => placeOf(body) !== null,
    unanswered: (you) => keysFrom(shelf(you, meeting)).map(read).filter(isPending),
    keep: (you, one) => write(keyOf(you, one.body), one),
    forget: (you, one) => {
      const key = keyOf(you, one.body);
      const kept = read(key);
      if (isPending(kept) && kept.id === one.id) write(key, null);
    },
  };
}

const choicesAt = (person: string, meeting: string): string => `${shelf(person, meeting)}chosen`;

/** Choices of open, named or unnamed votes that were made and not handed in, as `keepChoices` was given them. */
export const keptChoices = (meeting: MeetingId, person: PersonId): unknown => read(choicesAt(person, meeting));

export const keepChoices = (meeting: MeetingId, person: PersonId, chosen: Readonly<Record<string, string>>): void =>
  write(choicesAt(person, meeting), Object.keys(chosen).length === 0 ? null : chosen);

/** Whether this browser holds a ballot of that person that no server has answered. */
export const holdsKeptBallots = (person: string): boolean => keysFrom(`${prefix}${person} `).some((key) => isPending(read(key)));

/** At sign-out: whoever uses this browser next finds nothing of that person's. */
export function forgetKeptBallots(person: string): void {
  for (const key of keysFrom(`${prefix}${person} `)) write(key, null);
}

function read(key: string): unknown {
  return attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null')) ?? null;
}

/** Null is nothing. */
function write(key: string, value: unknown): void {
  attempt(() => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(value))));
}

const keysFrom = (start: string): readonly string[] =>
  attempt(() =>
    Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) => key.startsWith(start)),
  ) ?? [];

function attempt<Answer>(act: () => Answer): Answer | null {
  try {
    return act();
  } catch {
    return null; // A browser may be told to keep nothing: then a ballot lasts as long as its page.
  }
}
