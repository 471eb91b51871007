// Knows what is compared of a meeting, and how it is read off the core's state; decides nothing.
import {
  lostMs,
  standingVote,
  type Amendment,
  type Floor,
  type Instead,
  type Meeting,
  type Motion,
  type OpenVote,
  type Presence,
  type Pulse,
  type Result,
} from '@xieshang/meeting';
import { ballotsOf } from './picture-ballots.ts';
import { electionsOf } from './picture-elections.ts';

export type Leaf = string | number | boolean | null;

/** A meeting in the plainest terms: everything a rule can turn on. Equal pictures are equal texts of JSON. */
export interface Picture {
  readonly phase: string;
  readonly chair: string;
  readonly startsAt: number;
  readonly people: readonly Leaf[][];
  readonly here: readonly Leaf[][];
  readonly gone: readonly string[];
  readonly leaves: readonly Leaf[][];
  readonly stages: readonly Leaf[][];
  readonly course: readonly string[];
  readonly materials: readonly string[];
  readonly list: string;
  readonly arranged: number;
  readonly control: readonly Leaf[];
  readonly waiting: readonly unknown[];
  readonly floor: readonly unknown[] | null;
  readonly said: readonly unknown[];
  readonly answers: readonly Leaf[][];
  readonly ratings: readonly string[];
  readonly texts: readonly Leaf[][];
  readonly amendments: readonly Leaf[][];
  readonly rule: unknown;
  readonly elections: readonly unknown[];
  readonly ballots: readonly unknown[];
  readonly motions: readonly unknown[];
  readonly scrutineers: readonly string[];
  readonly reservations: readonly string[];
  readonly proxies: readonly string[];
  readonly digests: readonly Leaf[][];
  readonly countersigners: readonly Leaf[][];
  readonly pulses: readonly (readonly Leaf[])[];
  readonly asides: readonly Leaf[][];
  readonly closed: readonly string[];
  readonly screens: readonly string[];
  /** Why the minutes last went back; empty once they are issued. */
  readonly returned: string;
  readonly minutes: readonly unknown[];
}

const byName = <Row extends readonly unknown[]>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));

export const sorted = { byName, names: (names: Iterable<string>): readonly string[] => [...new Set(names)].toSorted() };

/** The core's state in these terms; null before the convening. */
export function pictureOf(meeting: Meeting): Picture | null {
  if (meeting.phase === 'notConvened') return null;
  const { roll, agenda, queue, minutes, rules, recommendations, amendments, elections, motions } = meeting;
  const { speechDigests, countersigners, closedItems, pulses } = meeting;
  const { floor } = queue;
  return {
    phase: meeting.phase,
    chair: meeting.presiding,
    startsAt: meeting.notice.startsAt,
    people: roll.attendees.map(({ person, role }) => [person, role]),
    here: byName(
      Object.values(roll.present)
        .flatMap(Object.entries<Presence>)
        .map(([person, { where }]) => [person, where]),
    ),
    gone: sorted.names(Object.keys(roll.left)),
    leaves: byName(
      Object.entries(roll.leaves).map(([person, leave]) => [person, leave.phase, leave.phase === 'requested' ? leave.reasonDigest : '']),
    ),
    stages: agenda.stages.map(({ stageId, minutes: planned }) => [stageId, planned]),
    course: agenda.course.map(({ stageId }) => stageId),
    materials: agenda.materials.map(({ materialId }) => materialId),
    list: queue.list,
    arranged: queue.arranged,
    control: [queue.cutMs ?? null, queue.withdrawal === 'barred'],
    waiting: queue.waiting.map((one) => [
      ...[one.requestId, one.person, one.origin, one.kind, one.limitMs, sorted.names(one.addressedTo)],
      ...[one.held !== undefined, one.moved?.by ?? '', one.moved?.nth ?? 0, one.behind ?? null, one.again ?? null, one.matter ?? null],
    ]),
    floor: floor.phase === 'empty' ? null : takenOf(floor),
    said: queue.speeches.map((one) => [
      one.requestId,
      one.person,
      one.stageId,
      one.spokenMs,
      sorted.names(one.addressedTo),
      insteadOf(one.instead),
      one.kind,
      one.matter ?? null,
      one.over ?? null,
      one.text ?? null,
      lostMs(one),
    ]),
    ratings: sorted.names(
      Object.entries(queue.ratings).flatMap(([id, of]) => Object.entries(of).map(([person, rating]) => `${id} ${person} ${rating}`)),
    ),
    answers: queue.answers.map((one) => [one.answerId, one.requestId, one.department, one.kind, one.note, one.dueDate]),
    texts: byName(Object.values(recommendations).map(({ motionId, text, version }) => [motionId, text, version])),
    amendments: byName(
      Object.values(amendments).map((one) => [one.amendmentId, one.motionId, one.by, one.version, one.text, ...standingOf(one)]),
    ),
    rule: [rules.vote.base, rules.vote.threshold.kind, 'parts' in rules.vote.threshold ? rules.vote.threshold.parts : 0],
    elections: electionsOf(elections),
    ballots: ballotsOf(meeting.secretVotes),
    motions: byName(Object.entries(motions).map(([id, motion]) => [id, ...motionOf(motion)])),
    scrutineers: sorted.names(meeting.scrutineers),
    reservations: Object.entries(meeting.reservations)
      .flatMap(([id, all]) => all.map(({ person, round, note }) => `${id} ${person} ${round} ${note}`))
      .toSorted(),
    proxies: Object.entries(meeting.proxies)
      .map((one) => one.join(' '))
      .toSorted(),
    digests: byName(
      Object.entries(speechDigests).map(([id, { person, hash, version, dueAt, wish, standing }]) => {
        const byOther = standing.phase === 'confirmed' && standing.reason !== null;
        return [id, person, hash, version, dueAt, wish, standing.phase, byOther];
      }),
    ),
    countersigners: byName(Object.entries(countersigners).map(([person, { phase }]) => [person, phase])),
    pulses: pulses.map(pulseOf),
    asides: byName(
      meeting.asides.map((one) => [
        ...[`${one.from} ${one.asideId}`, one.from, one.to, one.digest, one.phase],
        one.phase === 'answered' ? one.answer : '',
      ]),
    ),
    closed: closedItems.map(({ from, item, reference }) => `${from} ${item} ${reference}`),
    screens: meeting.screens.map(({ name, showing: { kind, ...what } }) =>
      [name, kind, ...Object.values(what).flat().map(String)].join(' '),
    ),
    returned: minutes.phase === 'issued' ? '' : (minutes.returned?.reason ?? ''),
    minutes:
      minutes.phase === 'drafting'
        ? ['drafting', minutes.writers]
        : [
            minutes.phase,
            minutes.phase === 'issued' ? [] : minutes.writers,
            minutes.submitted.by,
            'countersigned' in minutes ? minutes.countersigned.map(({ by }) => by) : [],
            minutes.phase === 'issued' ? [minutes.number, minutes.hash, minutes.corrections.length] : [],
          ],
  };
}

const standingOf = ({ standing }: Amendment): readonly string[] =>
  standing.phase === 'voted' ? [standing.passed ? 'passed' : 'lost', ''] : [standing.phase, 'reason' in standing ? standing.reason : ''];
function pulseOf(pulse: Pulse): readonly Leaf[] {
  const about = `${pulse.motionId} ${pulse.turn}`;
  if (pulse.phase === 'open') {
    const taken = Object.values(pulse.stances).flatMap((group) => Object.entries(group).map(([person, stance]) => `${person}=${stance}`));
    return [about, null, ...taken.toSorted()];
  }
  const { all } = pulse.figures;
  switch (all.kind) {
    case 'three':
      return [about, `${all.support}/${all.reserve}/${all.against}`];
    case 'two':
      return [about, `${all.support}/${all.others}`];
    case 'none':
      return [about, String(all.takers)];
  }
}
function takenOf(floor: Exclude<Floor, { phase: 'empty' }>): readonly unknown[] {
  const { request, limitMs, spokenMs, overtimeAt, instead, beneath } = floor;
  return [
    ...[request.requestId, request.person, sorted.names(request.addressedTo), limitMs, spokenMs],
    ...[floor.phase === 'speaking' ? floor.since : null, overtimeAt !== null, insteadOf(instead)],
    ...[(floor.phase === 'paused' && floor.lost?.since) || null, lostMs(floor), floor.lease === 'waived'],
    beneath ? [takenOf(beneath.floor), beneath.then === 'goesOn'] : null,
  ];
}

const insteadOf = (instead: Instead | undefined): readonly string[] => (instead ? [instead.of, instead.reason ?? ''] : []);

function motionOf(motion: Motion): readonly unknown[] {
  const results = motion.phase === 'closed' || motion.phase === 'announced' ? [...motion.earlier, motion.result] : motion.earlier;
  const open = motion.phase === 'voting' || motion.phase === 'objection' ? [sorted.names(motion.voterRoll), motion.dueAt] : [];
  return [motion.phase, motion.round, open, motion.phase === 'voting' ? givenOf(motion) : [], results.map(resultOf)];
}

function givenOf(motion: OpenVote): readonly unknown[] {
  const votes = motion.voterRoll.map((voter) => [voter, standingVote(motion, voter) ?? '']).filter(([, choice]) => choice !== '');
  const counts = 'counts' in motion ? Object.entries(motion.counts) : [];
  return [
    motion.form === 'showOfHands' ? (motion.counting === 'byName' ? 'hands' : 'heads') : motion.form,
    byName(votes),
    counts.map(([officer, { approve, oppose, abstain, spoilt }]) => [officer, [approve, oppose, abstain, spoilt]]),
  ];
}

function resultOf(result: Result): readonly unknown[] {
  if (result.form === 'acclamation') return ['acclamation', result.roll, result.passed];
  const { approve, oppose, abstain, notPressed } = result.tally;
  const named = byName(result.votes.map(({ voter, choice }) => [voter, choice])).map(([voter, choice]) => `${voter}=${choice}`);
  const form = result.form !== 'showOfHands' ? result.form : named.length > 0 ? 'hands' : 'heads';
  const figures = [form, approve, oppose, abstain, notPressed, result.roll, result.base, result.passed, result.paper.text];
  const heads = String([result.quorum?.atOpening, result.quorum?.atClosing]);
  return [...figures, result.spoilt, heads, sorted.names(result.countedBy).join(), result.confirmedBy, ...named];
}
