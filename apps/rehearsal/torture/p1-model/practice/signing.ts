// What speakers confirm, who countersigns and what is closed (M11–M19), in the simple idea the core is compared with.
import type { CountersignersCommand, OpenItemsCommand, SpeechDigestsCommand } from '@xieshang/meeting';
import type { Hall, Rules, Verdict } from './hall.ts';

const elsewhere = 'MinutesNotAtThisStep';

type Asked = Hall['asked'] extends Map<string, infer One> ? One : never;

/** M13, M14. The speech's question, or why there is none to answer. */
function question({ minutes, said, asked }: Hall, id: string, speaker: string | null): Asked | Verdict {
  if (minutes.step === 'issued') return elsewhere;
  const speech = said.find((one) => one.id === id);
  if (!speech) return 'UnknownSpeech';
  if (speaker !== null && speech.person !== speaker) return 'NotYourSpeech';
  return asked.get(id) ?? 'SpeakerNotAsked';
}

export const digestRules: Rules<SpeechDigestsCommand['type']> = {
  AskSpeakers: (hall, { digests, dueAt }, _, at) => {
    if (hall.minutes.step === 'issued') return elsewhere;
    if (hall.phase !== 'concluded') return 'MeetingNotConcluded';
    const { confirmationMs } = hall.plan.rules;
    const due = dueAt ?? (confirmationMs === undefined ? null : at + confirmationMs);
    if (due !== null && due <= at) return 'DueTimeHasPassed';
    const speakers = digests.map(({ requestId }) => hall.said.find(({ id }) => id === requestId)?.person);
    // The first that is wrong decides; a speech named twice stands at its first place with its last words.
    for (const speaker of speakers) {
      if (speaker === undefined) return 'UnknownSpeech';
      if (!hall.people.has(speaker)) return 'UnknownPerson';
    }
    let verdict: Verdict = 'silent';
    for (const [place, { requestId, hash }] of digests.entries()) {
      if (digests.slice(place + 1).some((later) => later.requestId === requestId)) continue;
      const before = hall.asked.get(requestId);
      if (before?.hash === hash) continue;
      verdict = 'done';
      const rest = { speaker: speakers[place] ?? '', wish: before?.wish ?? null, answer: 'waiting', byOther: false } as const;
      hall.asked.set(requestId, { ...rest, hash, version: (before?.version ?? 0) + 1, due });
    }
    return verdict;
  },
  ConfirmSpeechDigest: (hall, { requestId, hash }, by) => {
    const one = question(hall, requestId, by);
    if (typeof one === 'string') return one;
    if (one.hash !== hash) return 'SpeechDigestChanged';
    if (one.answer === 'confirmed' && !one.byOther) return 'silent';
    Object.assign(one, { answer: 'confirmed', byOther: false });
    return 'done';
  },
  ConfirmSpeechDigestFor: (hall, { requestId, hash }) => {
    const one = question(hall, requestId, null);
    if (typeof one === 'string') return one;
    if (one.hash !== hash) return 'SpeechDigestChanged';
    if (one.answer === 'confirmed') return 'silent';
    Object.assign(one, { answer: 'confirmed', byOther: true });
    return 'done';
  },
  ContestSpeechDigest: (hall, { requestId, hash, wish }, by) => {
    const one = question(hall, requestId, by);
    if (typeof one === 'string') return one;
    if (one.hash !== hash) return 'SpeechDigestChanged';
    const said = wish.trim();
    if (said === '') return 'NoteRequired';
    if (one.answer === 'contested' && one.wish === said) return 'silent';
    Object.assign(one, { answer: 'contested', byOther: false, wish: said });
    return 'done';
  },
  ExcuseSpeaker: (hall, { requestId }) => {
    const one = question(hall, requestId, null);
    if (typeof one === 'string') return one;
    if (one.answer === 'confirmed' || one.answer === 'excused') return 'silent';
    Object.assign(one, { answer: 'excused', byOther: false });
    return 'done';
  },
};

export const namingRules: Rules<CountersignersCommand['type']> = {
  NameCountersigners: ({ minutes, people, named }, { persons }) => {
    if (minutes.step !== 'countersigning') return elsewhere;
    for (const person of persons) {
      const role = people.get(person);
      if (role === undefined) return 'UnknownPerson';
      if (role !== 'moderator' && role !== 'departmentRep') return 'MayNotCountersign';
    }
    const open = persons.filter((one) => named.get(one) !== 'named' && named.get(one) !== 'signed' && !minutes.signers.includes(one));
    for (const person of open) named.set(person, 'named');
    return open.length > 0 ? 'done' : 'silent';
  },
  ExcuseCountersigner: ({ minutes, named }, { person }) => {
    if (minutes.step !== 'countersigning') return elsewhere;
    const where = named.get(person);
    if (where === undefined || where === 'released') return 'NotNamed';
    if (where !== 'named') return 'silent';
    named.set(person, 'excused');
    return 'done';
  },
};

export const closingRules: Rules<OpenItemsCommand['type']> = {
  CloseOpenItem: ({ closed }, { from, item, reference }) => {
    const before = closed.get(`${from} ${item}`);
    if (before !== undefined) return before === reference ? 'silent' : 'ItemIsClosed';
    closed.set(`${from} ${item}`, reference);
    return 'done';
  },
};

/** M15. Why a department may neither sign nor return; null for whoever is none, and for one that was named. */
export function departmentRefusal({ minutes, people, named }: Hall, by: string): Verdict | null {
  if (people.get(by) !== 'departmentRep') return null;
  if (minutes.step === 'issued') return elsewhere;
  const where = named.get(by);
  return where === undefined || where === 'released' ? 'NotNamed' : null;
}

/** M14, M16. What an issue still waits for. */
export function waitsFor({ named, asked, minutes, people }: Hall, at: number): Verdict | null {
  if (!minutes.signers.some((one) => people.get(one) === 'moderator')) return 'NotCountersigned';
  if ([...named.values()].includes('named')) return 'CountersignersOpen';
  const open = [...asked.values()].some(
    ({ answer, due }) => answer === 'contested' || (answer === 'waiting' && (due === null || due > at)),
  );
  return open ? 'SpeakersOpen' : null;
}
