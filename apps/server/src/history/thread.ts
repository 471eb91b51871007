// The thread in which the past of minutes is read, beside the event loop: keeps the last few documents; knows no disk.
import { parentPort } from 'node:worker_threads';
import {
  authorshipOf,
  automaticVersions,
  differenceOf,
  foundAgain,
  framesOf,
  openAnnals,
  pageAt,
  pastDocument,
  type Annals,
} from '@xieshang/minutes/history';
import type { AnswerTo, Errand, Question, Report } from './questions.ts';

/** Documents kept; the one that was asked for longest ago goes. */
const mostKept = 3;
const kept = new Map<string, Annals>();

function annalsOf(minutes: string): Annals {
  const annals = kept.get(minutes) ?? openAnnals();
  kept.delete(minutes);
  kept.set(minutes, annals);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return annals;
}

function answerTo(annals: Annals, question: Question): AnswerTo<Question> {
  switch (question.kind) {
    case 'timeline':
      return {
        versions: automaticVersions(annals.changes(), question.moments, question.now),
        frames: framesOf(annals.changes()),
      };
    case 'page':
      return pageAt(annals, question.seq);
    case 'document':
      return pastDocument(annals, question.seq);
    case 'difference':
      return differenceOf(pageAt(annals, question.from), pageAt(annals, question.to));
    case 'found':
      return foundAgain(annals);
    case 'authorship':
      return authorshipOf(annals);
  }
}

function run(errand: Errand): unknown {
  const annals = annalsOf(errand.minutes);
  switch (errand.kind) {
    case 'head':
      return annals.head;
    case 'extend':
      try {
        annals.bind(errand.clients);
        annals.extend(errand.changes);
        return annals.head;
      } catch (error) {
        kept.delete(errand.minutes);
        throw error;
      }
    case 'ask':
      return answerTo(annals, errand.question);
  }
}

parentPort?.on('message', (errand: Errand) => {
  let report: Report;
  try {
    report = { answer: run(errand) };
  } catch (error) {
    report = { error: error instanceof Error ? error.message : 'the past of the minutes could not be read' };
  }
  parentPort?.postMessage(report);
});
