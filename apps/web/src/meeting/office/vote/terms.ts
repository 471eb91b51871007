// Knows the forms the office may choose from, as it chooses them; not what each form means for the count.
import { attendance, presentMembers, votersNow, type Closing, type PersonId, type SecretTerms, type VoteTerms } from '@xieshang/meeting';
import { countingWords as words } from '../../../words/zh/office-counting.ts';
import type { Held } from '../../shared/held.ts';
import { nameOf } from '../../shared/people.ts';
import { requiredApprovals } from '../../shared/threshold.ts';

export const offered = ['named', 'unnamed', 'handsByName', 'handsByCount', 'paper', 'secret'] as const;
export type Offered = (typeof offered)[number];

export function termsOf(form: Exclude<Offered, 'secret'>): Exclude<VoteTerms, { form: 'secret' }> {
  if (form === 'handsByName') return { form: 'showOfHands', counting: 'byName' };
  if (form === 'handsByCount') return { form: 'showOfHands', counting: 'byCount' };
  return { form };
}

/** Only keys can be closed by the clock. */
export const mayClock = (form: Offered): boolean => form === 'named' || form === 'unnamed' || form === 'secret';

/** What a command says of form and closing; a named vote closed by the moderator says nothing. */
export const spoken = (form: Offered, closing: Closing, secret: SecretTerms) => ({
  ...(form !== 'named' && { terms: form === 'secret' ? secret : termsOf(form) }),
  ...(closing === 'clock' && mayClock(form) && { closing }),
});

/** More names than these would not be read. */
const mostNames = 6;

export function namesText(meeting: Pick<Held, 'roll'>, persons: readonly PersonId[]): string {
  const names = persons.slice(0, mostNames).map((person) => nameOf(meeting.roll, person));
  return persons.length > mostNames ? `${names.join('、')}${words.andMore(persons.length)}` : names.join('、');
}

/** What should be known before a vote is opened now; none of it keeps it from being opened. */
export function warningsOf(meeting: Held, form: Offered, online: ReadonlySet<string> | null): readonly string[] {
  const { roll, rules } = meeting;
  const here = presentMembers(roll);
  const { present, needed: least } = attendance(roll, rules.quorum);
  const { eligible, mayVote } = votersNow(meeting, 'named');
  const required = requiredApprovals(rules.vote, { eligible, present: mayVote });
  const away = online ? here.filter((person) => !online.has(person)) : [];
  return [
    present < least ? words.quorumShort(present, least) : '',
    required !== null && required > mayVote ? words.cannotPass(mayVote, required) : '',
    mayClock(form) && away.length > 0 ? words.unconnected(away.length, namesText(meeting, away)) : '',
    form === 'handsByCount' || form === 'paper' ? words.needsTwo : '',
  ].filter(Boolean);
}
