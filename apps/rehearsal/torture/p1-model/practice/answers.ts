// Whom a speech is put to, what departments answer and what is thought of it (A), in the simple idea the core is compared with.
import type { AnswersCommand } from '@xieshang/meeting';
import { isDepartment, type Rules } from './hall.ts';
import { spoke, waits } from './standing.ts';

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === new Set(other).size && one.every((name) => other.includes(name));

export const answerRules: Rules<AnswersCommand['type']> = {
  AddressSpeech: (hall, { requestId, departments }) => {
    const speech = waits(hall, requestId) ?? spoke(hall, requestId);
    if (!speech) return 'UnknownSpeech';
    if (!departments.every((one) => isDepartment(hall, one))) return 'NotADepartment';
    if (sameNames(departments, speech.to)) return 'silent';
    speech.to = departments;
    return 'done';
  },
  AnswerSpeech: (hall, c, by) => {
    const department = isDepartment(hall, by) ? by : c.department;
    if (department === undefined || !isDepartment(hall, department)) return 'NotADepartment';
    const speech = spoke(hall, c.requestId);
    if (!speech) return 'UnknownSpeech';
    if (!speech.to.includes(department)) return 'NotAddressed';
    if (hall.answers.some(([id]) => id === c.answerId)) return 'AnswerIdTaken';
    const note = (c.note ?? '').trim();
    if (c.kind === 'adoptPartially' && !note) return 'NoteRequired';
    const due = c.kind === 'writtenReplyLater' ? c.dueDate : null;
    if (due === undefined) return 'DueDateRequired';
    hall.answers.push([c.answerId, c.requestId, department, c.kind, note, due]);
    return 'done';
  },
  RateAnswer: ({ answers, ratings, minutes }, { answerId, rating }, by) => {
    const rated = answers.find(([id]) => id === answerId);
    if (!rated) return 'UnknownAnswer';
    if (minutes.step === 'issued') return 'MinutesNotAtThisStep';
    const newest = answers.findLast(([, speech, department]) => speech === rated[1] && department === rated[2]);
    if (newest !== rated) return 'AnswerSuperseded';
    if (ratings.get(`${answerId} ${by}`) === rating) return 'silent';
    ratings.set(`${answerId} ${by}`, rating);
    return 'done';
  },
};
