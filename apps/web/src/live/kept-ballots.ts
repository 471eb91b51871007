// Knows where a browser keeps ballots until the server has answered them, and choices not handed in yet; not what they are for.
import type { Command, MeetingId, PersonId } from '@xieshang/meeting';
import type { Outbox, Pending } from '@xieshang/room';
import { inBrowser } from './kept.ts';

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
    unanswered: (you) => inBrowser.namesFrom(shelf(you, meeting)).map(inBrowser.read).filter(isPending),
    keep: (you, one) => void inBrowser.keep(keyOf(you, one.body), one),
    forget: (you, one) => {
      const key = keyOf(you, one.body);
      const kept = inBrowser.read(key);
      if (isPending(kept) && kept.id === one.id) inBrowser.forget(key);
    },
  };
}

const choicesAt = (person: string, meeting: string): string => `${shelf(person, meeting)}chosen`;

/** Choices of open, named or unnamed votes that were made and not handed in, as `keepChoices` was given them. */
export const keptChoices = (meeting: MeetingId, person: PersonId): unknown => inBrowser.read(choicesAt(person, meeting));

export function keepChoices(meeting: MeetingId, person: PersonId, chosen: Readonly<Record<string, string>>): void {
  const name = choicesAt(person, meeting);
  if (Object.keys(chosen).length === 0) inBrowser.forget(name);
  else inBrowser.keep(name, chosen);
}

/** Whether this browser holds a ballot of that person that no server has answered. */
export const holdsKeptBallots = (person: string): boolean =>
  inBrowser.namesFrom(`${prefix}${person} `).some((name) => isPending(inBrowser.read(name)));

/** At sign-out: whoever uses this browser next finds nothing of that person's. */
export const forgetKeptBallots = (person: string): void => inBrowser.forgetFrom(`${prefix}${person} `);
