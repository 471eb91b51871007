// Knows the whole draft that the record yields, passage by passage in the order of the minutes; not what stands in the text already.
import type { Meeting } from '@xieshang/meeting';
import type { Committee } from '../occasion.ts';
import { amendmentPassages } from './amendments.ts';
import { electionPassages } from './elections.ts';
import { openingPassage } from './opening.ts';
import { coursePassages } from './course.ts';
import type { Passage } from './passage.ts';
import { recommendationPassages } from './recommendations.ts';
import { requirementPassages } from './requirements.ts';
import { responsePassages } from './responses.ts';

/**
 * N1. Official prose of what the record says now, each sentence with the facts it is made of. Of the same record the same to the byte,
 * whatever machine it is made on. Nothing before the convening.
 */
export function draftOf(meeting: Meeting, committee: Committee): readonly Passage[] {
  if (meeting.phase === 'notConvened') return [];
  return [
    openingPassage(meeting, committee),
    ...coursePassages(meeting),
    ...electionPassages(meeting),
    ...amendmentPassages(meeting),
    ...recommendationPassages(meeting),
    ...responsePassages(meeting),
    ...requirementPassages(meeting),
  ];
}
