// Knows how the sample's minutes came to be written and issued; not what the meeting before them was.
import {
  documentId,
  factsIn,
  fragmentName,
  headedSections,
  manuscriptOf,
  readDocument,
  schemaVersion,
  writeSkeleton,
} from '@xieshang/minutes';
import type { HeadedSection } from '@xieshang/minutes';
import type { Meeting, MeetingId } from '@xieshang/meeting';
import * as Y from 'yjs';
import { issuedForm } from '../collab/manuscripts.ts';
import type { MinutesStore } from '../ports.ts';
import type { Step } from './play.ts';
import type { SampleMinutes } from './sample.ts';

interface Keeping {
  readonly store: MinutesStore;
  readonly committee: { readonly name: string; readonly zone: string };
}

/** From 提交校核 to 签发; the text is on disk before the fact that names its hash. */
export function issueOf(meeting: MeetingId, sample: SampleMinutes, keeping: Keeping): readonly Step[] {
  const { submitted, passed, countersigned, issued, number, copyTo } = sample;
  const at = (time: string): number => Date.parse(time);
  return [
    { at: at(submitted.at), by: submitted.by, body: { type: 'SubmitMinutes' } },
    { at: at(passed.at), by: passed.by, body: { type: 'PassMinutes' } },
    { at: at(countersigned.at), by: countersigned.by, body: { type: 'CountersignMinutes' } },
    {
      at: at(issued.at),
      by: issued.by,
      body: { type: 'IssueMinutes', number, copyTo },
      seal: (state) => written(meeting, sample, state, keeping),
    },
  ];
}

/** Writes the document as its log, keeps the manuscript and answers its hash. */
async function written(meeting: MeetingId, sample: SampleMinutes, state: Meeting, { store, committee }: Keeping): Promise<string> {
  const doc = new Y.Doc({ gc: false });
  writeSkeleton(doc, state, committee);
  const skeleton = Y.encodeStateAsUpdate(doc);
  const [facts, server] = [factsIn(doc), doc.clientID];
  const pen = new Y.Doc({ gc: false });
  Y.applyUpdate(pen, skeleton);
  write(pen, sample.prose);
  const prose = Y.encodeStateAsUpdate(pen, Y.encodeStateVector(doc));

  const author = sample.submitted.by;
  const at = Date.parse(sample.submitted.at);
  const document = { id: documentId(meeting, 1), meeting, schema: schemaVersion, generation: 1 };
  const by = { connection: null, at };
  const fresh = await store.create(document, { ...by, author: null, bytes: skeleton, facts, clients: [{ client: server, person: null }] });
  const clients = [{ client: pen.clientID, person: author }];
  if (fresh) await store.append(document.id, 1, [{ ...by, author, bytes: prose, facts: [], clients }]);

  const { number, copyTo } = sample;
  const { manuscript, hash } = issuedForm(manuscriptOf(readDocument(pen), state, committee, { number, copyTo }));
  await store.saveIssued({ meeting, hash, manuscript, at: Date.parse(sample.issued.at) });
  for (const one of [doc, pen]) one.destroy();
  return hash;
}

/** Fills the blank paragraph that the skeleton leaves under each heading. */
function write(doc: Y.Doc, prose: Readonly<Record<HeadedSection, string>>): void {
  const fragment = doc.getXmlFragment(fragmentName);
  doc.transact(() => {
    for (const section of headedSections) {
      const blocks = fragment.toArray();
      const heading = blocks.findIndex((block) => block instanceof Y.XmlElement && block.getAttribute('section') === section);
      const paragraph = blocks[heading + 1];
      if (heading >= 0 && paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText(prose[section])]);
    }
  });
}
