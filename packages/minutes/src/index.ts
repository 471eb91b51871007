// The door of the minutes: the schema of the document, its facts and their wording, what is admitted, what is remarked on it, and how it reads in the end.
export { documentId, fragmentName, readDocumentId, schemaVersion, type DocumentId } from './document-id.ts';
export { factId, readFactId, type FactId, type FactName } from './fact-id.ts';
export { headedSections, type HeadedSection, type Section } from './section.ts';
export { deepestList, extensions, Fact, headingLevels, schema } from './schema.ts';
export { factsOf } from './facts.ts';
export { wordingOf, type Wording } from './wording.ts';
export { writeSkeleton } from './skeleton.ts';
export { insertFacts, type FactPlace } from './insert-facts.ts';
export { factsIn } from './blocks.ts';
export { faultOf, faultOfPiece, type Fault } from './admission.ts';
export { repair } from './repair.ts';
export { readDocument, textOf, type DocumentJson, type NodeJson } from './document-json.ts';
export { kindOf, type Committee } from './occasion.ts';
export type { Level } from './numbering.ts';
export { manuscriptOf, type Block, type Cell, type Manuscript, type Run, type VoteRow } from './manuscript.ts';
export { numberer } from './numbering.ts';
export * from './remarks/index.ts';
