// Knows one line of the table of contributions (发言一览): who spoke, how long, over what and what came of it; not how it is drawn.
import {
  actedFor,
  attendeeOf,
  begun,
  latestAnswers,
  sectorName,
  spokenMs,
  type AnswerKind,
  type DigestStanding,
  type Instant,
  type Meeting,
  type OrderMatter,
  type Pause,
  type PersonId,
  type RequestId,
  type Speech,
  type SpeechKind,
  type StageId,
} from '@xieshang/meeting';

/** Of somebody who may have been struck off the roll since. */
const gone = '原参会人员';

type Held = Exclude<Meeting, { readonly phase: 'notConvened' }>;

/** Somebody as the table names them. */
export interface Named {
  readonly person: PersonId;
  readonly name: string;
}

/** `interrupted`: for another contribution (F10); `lost`: the speaker's line was away (F12); `stood`: paused by hand or adjourned. */
export interface Stop {
  readonly from: Instant;
  readonly to: Instant;
  readonly why: 'interrupted' | 'lost' | 'stood';
}

export interface GivenAnswer extends Named {
  readonly kind: AnswerKind;
  readonly note: string;
  /** `YYYY-MM-DD` */
  readonly dueDate: string | null;
  /** Who of the office entered it (A3). */
  readonly enteredBy: string | null;
}

export interface Contribution extends Named {
  readonly requestId: RequestId;
  /** From 1, in the order in which they began. */
  readonly number: number;
  /** Without 界; null of who is no member, or has none. */
  readonly sector: string | null;
  /** Unit and post. */
  readonly post: string;
  readonly stageId: StageId;
  readonly stage: string;
  readonly kind: SpeechKind;
  readonly matter: OrderMatter | null;
  readonly topic: string;
  /** Of a written speech. */
  readonly text: string | null;
  readonly standing: 'speaking' | 'paused' | 'over';
  readonly begin: Instant;
  /** Null while it goes on. */
  readonly end: Instant | null;
  /** ms; none of what was handed in (Q20). With `stoppedMs` exactly the time from `begin` to `end`, or to now. */
  readonly netMs: number;
  readonly stoppedMs: number;
  readonly stops: readonly Stop[];
  readonly limitMs: number;
  readonly overMs: number;
  readonly addressedTo: readonly Named[];
  readonly answers: readonly GivenAnswer[];
  /** Asked and without an answer. */
  readonly owed: readonly Named[];
  /** F9. Whom the order suggested instead. */
  readonly instead: { readonly name: string; readonly reason: string } | null;
  /** Who of the office put it on the list or handed it in. */
  readonly enteredBy: string | null;
  /** F10. What it interrupted, and what it belongs to, by number and speaker. */
  readonly over: Linked | null;
  readonly inReplyTo: Linked | null;
  /** Where the reader may see it (W7). */
  readonly digest: { readonly text: string; readonly standing: DigestStanding['phase'] } | null;
}

export interface Linked {
  readonly number: number;
  readonly name: string;
}

/** What was said or is being said, in one form. */
interface Said extends Omit<Speech, 'to'> {
  readonly to: Instant | null;
  readonly standing: Contribution['standing'];
}

function running({ queue, agenda }: Held, now: Instant): readonly Said[] {
  const stageId = agenda.course.at(-1)?.stageId;
  if (stageId === undefined) return [];
  return begun(queue.floor).map((one): Said => {
    const { request, beneath, instead } = one;
    const until = Math.max(now, one.phase === 'paused' ? one.pausedAt : one.since);
    const stands =
      one.phase === 'paused' && until > one.pausedAt ? [{ from: one.pausedAt, to: until, ...(one.lost && { lost: one.lost }) }] : [];
    return {
      ...request,
      ...actedFor(request),
      stageId,
      from: one.from,
      to: null,
      standing: one.phase,
      spokenMs: spokenMs(one, now),
      limitMs: one.limitMs,
      pauses: [...(one.pauses ?? []), ...stands],
      ...(instead && { instead }),
      ...(beneath && { over: beneath.floor.request.requestId }),
    };
  });
}

/** All of them as this reader sees the meeting, first begun first, with what is being said at `now`; null: without that. */
export function contributionsOf(meeting: Held, now: Instant | null): readonly Contribution[] {
  const { queue } = meeting;
  const over = queue.speeches.map((speech): Said => ({ ...speech, standing: 'over' }));
  const said = [...over, ...(now === null ? [] : running(meeting, now))].toSorted((one, other) => one.from - other.from);
  const numbers = new Map(said.map(({ requestId, person }, place) => [requestId, { number: place + 1, person }]));
  const interruptions = Map.groupBy(said, (one) => one.over);
  return said.map((one, place) => contribution(meeting, one, place + 1, { numbers, within: interruptions.get(one.requestId) ?? [] }));
}

interface Around {
  readonly numbers: ReadonlyMap<RequestId, { readonly number: number; readonly person: PersonId }>;
  /** What interrupted it. */
  readonly within: readonly Said[];
}

function contribution(meeting: Held, said: Said, number: number, { numbers, within }: Around): Contribution {
  const { roll, agenda, queue, speechDigests } = meeting;
  const { requestId, person, kind, stageId, from, to, limitMs, addressedTo, instead } = said;
  const attendee = attendeeOf(roll, person);
  const name = (one: PersonId): string => attendeeOf(roll, one)?.name ?? gone;
  const department = (one: PersonId): Named => ({ person: one, name: attendeeOf(roll, one)?.unit ?? name(one) });
  const linked = (id: RequestId | null | undefined): Linked | null => {
    const other = id ? numbers.get(id) : undefined;
    return other ? { number: other.number, name: name(other.person) } : null;
  };
  const answers = latestAnswers(queue, requestId);
  const stops = (said.pauses ?? []).map((pause): Stop => ({ from: pause.from, to: pause.to, why: whyOf(pause, within) }));
  const digest = Object.hasOwn(speechDigests, requestId) ? speechDigests[requestId] : undefined;
  return {
    ...{ requestId, number, person, name: name(person), stageId, kind, topic: said.topic, standing: said.standing, limitMs },
    sector: (attendee && sectorName(attendee)) ?? null,
    post: [attendee?.unit, attendee?.title].filter(Boolean).join(' '),
    stage: agenda.stages.find((one) => one.stageId === stageId)?.name ?? '',
    matter: said.matter ?? null,
    text: said.text ?? null,
    begin: from,
    end: to,
    netMs: said.spokenMs,
    stoppedMs: stops.reduce((sum, stop) => sum + stop.to - stop.from, 0),
    stops,
    overMs: Math.max(said.spokenMs - limitMs, 0),
    addressedTo: addressedTo.map(department),
    answers: answers.map(({ department: one, by, ...answer }) => ({
      ...{ kind: answer.kind, note: answer.note.trim(), dueDate: answer.dueDate },
      ...department(one),
      enteredBy: by === one ? null : name(by),
    })),
    owed: addressedTo.filter((one) => !answers.some((answer) => answer.department === one)).map(department),
    instead: instead ? { name: name(instead.of), reason: instead.reason ?? '' } : null,
    enteredBy: said.enteredBy === undefined ? null : name(said.enteredBy),
    over: linked(said.over),
    inReplyTo: linked(said.inReplyTo),
    digest: digest ? { text: digest.text.trim(), standing: digest.standing.phase } : null,
  };
}

/** F10. The clock stood from the first word of the interruption on; one that was paused before stands on its own account. */
function whyOf({ from, lost }: Pause, within: readonly Said[]): Stop['why'] {
  if (lost) return 'lost';
  return within.some((one) => one.from === from) ? 'interrupted' : 'stood';
}
