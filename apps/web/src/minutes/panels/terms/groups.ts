// Knows which terms this meeting offers and in which order; not how they are put into the text.
import type { Attendee, Roll } from '@xieshang/meeting';
import type { Phrase } from '../../../http/shapes.ts';
import { initials } from '../../../meeting/office/find-people.ts';
import { phraseWords as words } from '../../../words/zh/minutes-phrases.ts';

export interface Term {
  readonly text: string;
  /** Of the committee's own ones: under which id it is kept. */
  readonly id: string | null;
  /** How often it was used: in this text, and one of the committee's own in all minutes. */
  readonly uses: number;
}

export interface TermGroup {
  readonly heading: string;
  readonly terms: readonly Term[];
}

const times = (text: string, words: string): number => (words === '' ? 0 : text.split(words).length - 1);

const distinct = (texts: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(texts.filter((text) => text !== undefined && text !== ''))] as readonly string[];

const named = (attendees: readonly Attendee[], ...roles: readonly Attendee['role'][]): readonly string[] =>
  distinct(attendees.filter(({ role }) => roles.includes(role)).map(({ name }) => name));

/** 规范用语 by their groups, the committee's own first; then the names, units and 界别 of this meeting. Most used first, others as they were. */
export function termGroups(own: readonly Phrase[], usual: readonly Phrase[], { attendees }: Roll, text: string): readonly TermGroup[] {
  const groups = new Map<string, Map<string, Term>>();
  const put = (heading: string, term: string, id: string | null, uses: number): void => {
    const terms = groups.get(heading) ?? new Map<string, Term>();
    groups.set(heading, terms);
    if (!terms.has(term)) terms.set(term, { text: term, id, uses: uses + times(text, term) });
  };
  for (const { kind, heading, blocks, id, uses } of own)
    if (kind === 'term') for (const block of blocks) put(heading, block.text, id, uses);
  for (const { kind, heading, blocks } of usual) if (kind === 'term') for (const block of blocks) put(heading, block.text, null, 0);
  const ofMeeting: readonly (readonly [string, readonly string[]])[] = [
    [words.members, named(attendees, 'member')],
    [words.departments, named(attendees, 'departmentRep')],
    [words.units, distinct(attendees.map(({ unit }) => unit))],
    [words.sectors, distinct(attendees.map(({ sector }) => sector))],
    [words.office, named(attendees, 'moderator', 'secretary')],
  ];
  for (const [heading, terms] of ofMeeting) for (const term of terms) put(heading, term, null, 0);
  return [...groups].map(([heading, terms]) => ({ heading, terms: [...terms.values()].toSorted((one, other) => other.uses - one.uses) }));
}

/** Those that hold what was typed, or whose pinyin initials do; all of them for nothing typed. */
export function findTerms(groups: readonly TermGroup[], typed: string): readonly TermGroup[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return groups;
  const holds = ({ text }: Term): boolean => text.toLowerCase().includes(wanted) || initials(text).includes(wanted);
  return groups.map(({ heading, terms }) => ({ heading, terms: terms.filter(holds) })).filter(({ terms }) => terms.length > 0);
}
