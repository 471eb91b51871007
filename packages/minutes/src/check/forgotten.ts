// Knows what of the record must not be forgotten: dissent, reservations, what did not pass, what was not answered; not where it should stand.
import { attendeeOf } from '@xieshang/meeting';
import { factId, type FactId } from '../fact-id.ts';
import { failedOf, hasDissent, openQuestionsOf, outcomesOf, passedOf, unitOf, type OpenQuestion, type Outcome } from '../figures.ts';
import { subjectOf } from '../draft/recommendations.ts';
import type { Held } from '../sources.ts';
import { dayText } from '../time.ts';
import type { Finding } from './finding.ts';
import { levelled } from './reading.ts';
import type { CheckRecord } from './record.ts';

const missing = (subject: string, says: string, fact: FactId | null): Finding => ({
  kind: 'forgotten',
  ...{ from: 0, to: 0, says, fact, key: `forgotten\n${subject}\n${says}` },
});

/** Of what neither the prose nor a fact in it tells. `text`: all prose, `facts`: those that stand in the document. */
export function forgottenIn(text: string, facts: ReadonlySet<FactId>, { meeting }: CheckRecord): readonly Finding[] {
  const prose = levelled(text);
  return [...votes(prose, facts, meeting), ...reservations(prose, facts, meeting), ...questions(prose, facts, meeting)];
}

const voteFact = ({ motionId, last }: Outcome): FactId => factId(`vote.${motionId}.${last?.round ?? 1}`);

/** Whether a motion is spoken of, by its number or by its subject. */
function spokenOf(prose: string, { number, text }: Outcome): boolean {
  const subject = subjectOf(text);
  return (
    new RegExp(`第\\s?${number}\\s?条|建议${number}(?!\\d)`).test(prose) || (subject.length >= 4 && prose.includes(subject.slice(0, 12)))
  );
}

function votes(prose: string, facts: ReadonlySet<FactId>, meeting: Held): readonly Finding[] {
  const failed = failedOf(meeting).filter(
    (one) => !facts.has(voteFact(one)) && !(spokenOf(prose, one) && /未(?:获|获得)?通过|继续研究/.test(prose)),
  );
  const opposed = passedOf(meeting).filter(
    (one) => hasDissent(one) && !facts.has(voteFact(one)) && !(spokenOf(prose, one) && /反对|弃权|未按/.test(prose)),
  );
  return [
    ...failed.map((one) => missing(one.motionId, `第${one.number}条建议未获通过，正文没有写到（表决记录）。`, voteFact(one))),
    ...opposed.map((one) =>
      missing(one.motionId, `第${one.number}条建议有人反对、弃权或者未按，正文没有写到（表决记录）。`, voteFact(one)),
    ),
  ];
}

/** 声明保留, unless the fact of the vote stands in the text: it names them. */
function reservations(prose: string, facts: ReadonlySet<FactId>, meeting: Held): readonly Finding[] {
  return outcomesOf(meeting).flatMap((one) =>
    (one.last?.reservations ?? []).flatMap(({ person }): Finding[] => {
      const name = attendeeOf(meeting.roll, person)?.name ?? '';
      const isTold = prose.split(/[。\n]/).some((sentence) => sentence.includes(name) && sentence.includes('保留'));
      if (facts.has(voteFact(one)) || isTold) return [];
      return [missing(`${one.motionId} ${person}`, `${name}对第${one.number}条建议声明保留，正文没有写到（表决记录）。`, voteFact(one))];
    }),
  );
}

function questions(prose: string, facts: ReadonlySet<FactId>, meeting: Held): readonly Finding[] {
  return openQuestionsOf(meeting).flatMap((one): Finding[] => {
    const { speech, department, answer } = one;
    const who = attendeeOf(meeting.roll, speech.person)?.name ?? '';
    const unit = unitOf(meeting, department);
    const about = speech.topic.trim() === '' ? '' : `“${speech.topic.trim()}”`;
    if (toldOf(prose, facts, one, who, unit)) return [];
    const says =
      answer === null
        ? `${who}${about}请${unit}回应，会上没有答复，正文没有写到（发言记录）。`
        : `${unit}答应书面答复${who}${about}${answer.dueDate === null ? '' : `（${dayText(answer.dueDate)}前）`}，正文没有写到（答复记录）。`;
    return [
      missing(
        `${speech.requestId} ${department}`,
        says,
        factId(answer === null ? `speech.${speech.requestId}` : `answers.${speech.requestId}`),
      ),
    ];
  });
}

/** An answer that is promised stands in its fact; a question without any stands only in prose: who asked, and that it is open. */
function toldOf(prose: string, facts: ReadonlySet<FactId>, { speech, answer }: OpenQuestion, who: string, unit: string): boolean {
  if (answer !== null && facts.has(factId(`answers.${speech.requestId}`))) return true;
  return prose
    .split(/[。；\n]/)
    .some(
      (sentence) =>
        sentence.includes(who) && sentence.includes(unit) && /未及答复|未答复|没有答复|会后|书面答复|书面回复|另行答复/.test(sentence),
    );
}
