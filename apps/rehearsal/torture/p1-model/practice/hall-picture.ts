// Knows what is compared of a meeting, and how it is read off the simple idea of it; decides nothing.
import { sorted, type Picture } from '../picture.ts';
import { boxesIn } from './boxes.ts';
import { electionsIn } from './elections.ts';
import type { Hall, Taken, Vote, Wish } from './hall.ts';

const wishIn = ({ id, person, origin, kind, limit, to, held, moved, behind, again, matter }: Wish): readonly unknown[] => [
  ...[id, person, origin, kind, limit, sorted.names(to)],
  ...[held, moved?.by ?? '', moved?.nth ?? 0, behind, again, matter],
];

const takenIn = ({ id, person, to, limit, spoken, since, over, instead, lost, lostMs, letRun, under }: Taken): readonly unknown[] => [
  ...[id, person, sorted.names(to), limit, spoken, since, over, instead],
  ...[lost?.line ?? null, lostMs, letRun],
  under && [takenIn(under.taken), under.ran],
];

/** What there is, in the terms the core's state is compared in. */
export function pictureIn(hall: Hall): Picture {
  const { floor, rule, minutes } = hall;
  const { step, by, signers } = minutes;
  const issue = step === 'issued' ? [...minutes.issue, minutes.corrections] : [];
  return {
    phase: hall.phase,
    chair: hall.chair,
    startsAt: hall.startsAt,
    people: [...hall.people],
    here: sorted.byName([...hall.here]),
    gone: sorted.names(hall.gone),
    leaves: sorted.byName([...hall.leaves].map(([person, leave]) => [person, ...leave])),
    stages: [...hall.planned],
    course: hall.course,
    materials: [...hall.materials],
    list: hall.listOpen ? 'open' : 'closed',
    arranged: hall.arranged,
    control: [hall.cut, hall.barred],
    waiting: hall.waiting.map(wishIn),
    floor: floor && takenIn(floor),
    said: hall.said.map((one) => [
      one.id,
      one.person,
      one.stage,
      one.spoken,
      sorted.names(one.to),
      one.instead,
      one.kind,
      one.matter,
      one.above,
      one.text,
      one.lostMs,
    ]),
    ratings: sorted.names([...hall.ratings].map(([of, rating]) => `${of} ${rating}`)),
    answers: hall.answers,
    texts: sorted.byName([...hall.texts].map(([id, { text, version }]) => [id, text, version])),
    amendments: sorted.byName([...hall.amendments].map(([id, one]) => [id, one.clause, one.by, one.version, one.text, one.state, one.why])),
    rule: [rule.base, rule.threshold.kind, 'parts' in rule.threshold ? rule.threshold.parts : 0],
    elections: electionsIn(hall),
    ballots: boxesIn(hall),
    motions: sorted.byName([...hall.votes].map(([id, vote]) => [id, ...voteIn(vote)])),
    scrutineers: sorted.names(hall.scrutineers),
    reservations: [...hall.reservations].map((one) => one.join(' ')).toSorted(),
    proxies: [...hall.proxies].map((one) => one.join(' ')).toSorted(),
    digests: sorted.byName(
      [...hall.asked].map(([id, one]) => [id, one.speaker, one.hash, one.version, one.due, one.wish, one.answer, one.byOther]),
    ),
    countersigners: sorted.byName([...hall.named]),
    pulses: [...hall.pulses.values()].map(({ about, stances, told }) =>
      told === null ? [about, null, ...[...stances].map(([person, stance]) => `${person}=${stance}`).toSorted()] : [about, told],
    ),
    asides: sorted.byName([...hall.asides].map(([id, one]) => [id, ...one])),
    closed: [...hall.closed].map(([item, reference]) => `${item} ${reference}`),
    screens: [...hall.screens].map((one) => one.join(' ')),
    returned: step === 'issued' ? '' : minutes.returned,
    minutes: step === 'drafting' ? [step, [...hall.writers]] : [step, step === 'issued' ? [] : [...hall.writers], by, signers, issue],
  };
}

const voteIn = ({ phase, round, form, voters, due, cast, entered, counts, results }: Vote): readonly unknown[] => [
  phase,
  round,
  phase === 'voting' || phase === 'objection' ? [sorted.names(voters), due] : [],
  phase === 'voting' ? [form, sorted.byName([...new Map([...entered, ...cast])]), [...counts]] : [],
  results,
];
