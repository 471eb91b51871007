// Knows what a meeting consists of in the simple idea of it that the core is compared with; not how it changes.
import type { Command, CommandType, Plan, RefusalType, SpeechKind, VoteRule } from '@xieshang/meeting';
import type { Box } from './boxes.ts';
import type { Amendment } from './amendments.ts';
import type { Choosing } from './elections.ts';

/** `done`: something happened; `silent`: it was so already. */
export type Verdict = 'done' | 'silent' | RefusalType;

type Text = string;
type Role = 'member' | 'departmentRep' | 'moderator' | 'secretary' | 'observer';

export interface Wish {
  id: Text;
  person: Text;
  origin: 'prepared' | 'asked' | 'passedOver';
  kind: SpeechKind;
  limit: number;
  to: readonly Text[];
  reply: Text | null;
  asked: number;
  held: boolean;
  moved: { by: Text; nth: number } | null;
  behind: readonly Text[] | null;
  again: Text | null;
  matter: Text | null;
}

export interface Vote {
  phase: 'voting' | 'objection' | 'sealed' | 'objected' | 'closed' | 'announced' | 'voided';
  form: 'named' | 'unnamed' | 'hands' | 'heads' | 'paper' | 'secret' | 'acclamation';
  /** Of a secret vote. */
  box: Text | null;
  /** Time ends it. */
  clock: boolean;
  round: number;
  text: Text;
  rule: VoteRule;
  eligible: number;
  members: number;
  /** In the hall when it opened. */
  heads: number;
  voters: readonly Text[];
  /** Who votes for whom: principal and holder. */
  proxies: ReadonlyMap<Text, Text>;
  due: number;
  cast: Map<Text, 'approve' | 'oppose' | 'abstain'>;
  entered: Map<Text, 'approve' | 'oppose' | 'abstain'>;
  /** By officer: the four numbers. */
  counts: Map<Text, readonly number[]>;
  /** Of the last result. */
  confirmed: Text[];
  results: readonly unknown[];
}

/** A speech that has begun; `under`: the one it interrupted, and whether that ran. */
export type Taken = Wish & {
  spoken: number;
  since: number | null;
  /** The last moment anything was done to its clock. */
  upTo: number;
  over: boolean;
  instead: [Text, Text] | [];
  /** When the line was lost it stands for, and since when it stands. */
  lost: { line: number; stands: number } | null;
  /** Stood for a lost line, all in all. */
  lostMs: number;
  /** The chair has let it run without a line. */
  letRun: boolean;
  under: { taken: Taken; ran: boolean } | null;
};

/** Everything there is, to be changed in place. */
export interface Hall {
  plan: Plan;
  phase: 'convened' | 'inSession' | 'suspended' | 'concluded' | 'cancelled';
  chair: Text;
  startsAt: number;
  stage: Text;
  listOpen: boolean;
  arranged: number;
  cut: number | null;
  barred: boolean;
  rule: VoteRule;
  floor: Taken | null;
  waiting: Wish[];
  minutes: {
    step: 'drafting' | 'checking' | 'countersigning' | 'issued';
    by: Text;
    signers: Text[];
    issue: [Text, Text] | [];
    corrections: number;
    returned: Text;
  };
  readonly people: Map<Text, Role>;
  /** Of members, without 界. */
  readonly sectors: Map<Text, Text>;
  readonly here: Map<Text, 'hall' | 'online'>;
  readonly gone: Set<Text>;
  readonly leaves: Map<Text, ['requested' | 'approved' | 'declined', Text]>;
  readonly planned: Map<Text, number>;
  readonly course: Text[];
  readonly materials: Set<Text>;
  readonly said: (Wish & {
    stage: Text;
    spoken: number;
    instead: [Text, Text] | [];
    above: Text | null;
    text: Text | null;
    lostMs: number;
  })[];
  /** By answer and member. */
  readonly ratings: Map<Text, Text>;
  readonly answers: [id: Text, speech: Text, department: Text, kind: Text, note: Text, due: Text | null][];
  readonly texts: Map<Text, { text: Text; version: number }>;
  readonly amendments: Map<Text, Amendment>;
  readonly votes: Map<Text, Vote>;
  readonly scrutineers: Set<Text>;
  /** Whose key for the next secret vote. */
  readonly keys: Map<Text, Text>;
  readonly usedKeys: Set<Text>;
  /** Whether the server can make keys. */
  readonly keyed: boolean;
  /** Of secret votes, by their ids. */
  readonly boxes: Map<Text, Box>;
  /** Motion and person, with round and words. */
  readonly reservations: Map<Text, Text>;
  readonly proxies: Map<Text, Text>;
  readonly elections: Map<Text, Choosing>;
  readonly writers: Set<Text>;
  /** By speech. `byOther`: a secretary confirmed. */
  readonly asked: Map<
    Text,
    {
      speaker: Text;
      hash: Text;
      version: number;
      due: number | null;
      wish: Text | null;
      answer: 'waiting' | 'confirmed' | 'contested' | 'excused';
      byOther: boolean;
    }
  >;
  readonly named: Map<Text, 'named' | 'signed' | 'excused' | 'released'>;
  /** `told`: what everybody hears of it once it has ended. */
  readonly pulses: Map<Text, { about: Text; stances: Map<Text, Text>; told: Text | null }>;
  /** Meeting and item, with the reference. */
  readonly closed: Map<Text, Text>;
  /** What is on each, in a line; the main one first. */
  readonly screens: Map<Text, Text>;
  /** Who, whom, the words, how far it came, the words of the answer. */
  readonly asides: Map<Text, [from: Text, to: Text, words: Text, step: Text, answer: Text]>;
}

export type Rule<Type extends CommandType> = (hall: Hall, command: Extract<Command, { type: Type }>, by: Text, at: number) => Verdict;
export type Rules<Types extends CommandType> = { readonly [Type in Types]: Rule<Type> };

/** C3. `keyed`: the server can make keys for secret votes. */
export const convene = (plan: Plan, keyed: boolean): Hall => ({
  plan,
  phase: 'convened',
  chair: plan.presiding,
  startsAt: plan.notice.startsAt,
  stage: '',
  listOpen: true,
  arranged: 0,
  cut: null,
  barred: false,
  rule: plan.rules.vote,
  floor: null,
  waiting: [],
  minutes: { step: 'drafting', by: '', signers: [], issue: [], corrections: 0, returned: '' },
  people: new Map(plan.attendees.map(({ person, role }) => [person, role])),
  sectors: new Map(
    plan.attendees.flatMap(({ person, role, sector }) => (role === 'member' && sector ? [[person, sector.replace('界', '')]] : [])),
  ),
  here: new Map(),
  gone: new Set(),
  leaves: new Map(plan.onLeave.map((person) => [person, ['approved', '']])),
  planned: new Map(plan.stages.map(({ stageId, minutes }) => [stageId, minutes])),
  course: [],
  materials: new Set(plan.materials.map(({ materialId }) => materialId)),
  said: [],
  answers: [],
  ratings: new Map(),
  texts: new Map(plan.recommendations.map(({ motionId, text }) => [motionId, { text, version: 1 }])),
  amendments: new Map(),
  votes: new Map(),
  scrutineers: new Set(),
  keys: new Map(),
  usedKeys: new Set(),
  keyed,
  boxes: new Map(),
  reservations: new Map(),
  proxies: new Map(),
  elections: new Map(),
  writers: new Set(),
  asked: new Map(),
  pulses: new Map(),
  named: new Map(),
  closed: new Map(),
  screens: new Map([['main', 'meeting']]),
  asides: new Map(),
});

export const isHere = ({ here, gone }: Hall, person: Text): boolean => here.has(person) && !gone.has(person);

/** V16, V24: heads in the hall, those who are voted for not among them. */
export const headsHere = (hall: Hall): number => members(hall).filter((one) => isHere(hall, one)).length;
export const isDepartment = ({ people }: Hall, person: Text): boolean => people.get(person) === 'departmentRep';
export const members = ({ people }: Hall): readonly Text[] => [...people.keys()].filter((person) => people.get(person) === 'member');
export const isUnderVote = (vote: Vote | undefined): boolean => ['voting', 'objection', 'sealed'].includes(vote?.phase ?? '');
export const votingIsOpen = ({ votes }: Hall): boolean => [...votes.values()].some(isUnderVote);
