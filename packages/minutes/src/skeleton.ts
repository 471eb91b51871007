// Knows what minutes begin with before anybody has written a word; not what is written then.
import type { Meeting } from '@xieshang/meeting';
import type * as Y from 'yjs';
import { blocksOf, fragmentOf, paragraph, sectionBegunBy, sectionHeading } from './blocks.ts';
import { factsOf } from './facts.ts';
import { insertFacts } from './insert-facts.ts';
import { closingOfOpening, openingSentences, type Committee } from './occasion.ts';
import { headedSections, type HeadedSection } from './section.ts';

const headings: Readonly<Record<HeadedSection, string>> = {
  course: '协商情况',
  recommendations: '形成的主要建议',
  responses: '部门回应情况',
  requirements: '有关要求',
};

/** Y1. For an empty document, once, by the server: 导语, the headings, and the facts there are. Does nothing where something stands. */
export function writeSkeleton(doc: Y.Doc, meeting: Meeting, committee: Committee): void {
  const fragment = fragmentOf(doc);
  if (meeting.phase === 'notConvened' || fragment.length > 0) return;
  doc.transact(() => {
    fragment.insert(0, [
      paragraph(openingSentences(meeting, committee)),
      ...headedSections.flatMap((section) => [sectionHeading(section, headings[section]), paragraph()]),
    ]);
    insertFacts(doc, factsOf(meeting));
    const firstHeading = blocksOf(doc).findIndex((block) => sectionBegunBy(block) !== null);
    fragment.insert(firstHeading, [paragraph(closingOfOpening)]);
  });
}
