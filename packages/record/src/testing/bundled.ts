// Knows how the facts of a made-up meeting become a signed bundle, as a server would make it; for tests and fault programmes only.
import { commandId, meetingId, type Circle, type RecordedEvent } from '@xieshang/meeting';
import { digestOf, firstHead, nextHead, writeRecord, type Hash } from '@xieshang/protocol';
import { played } from '@xieshang/meeting/testing';
import { forms } from '@xieshang/minutes/testing';
import { electionsHeld } from './elections-held.ts';
import { bundle, leafOfFact, originOf, rootOf, signCheckpoint, treeOf, type NoteSigner } from '../evidence/index.ts';

/** The facts as they are stored; salts follow from their place, so that the same meeting is the same bytes. */
export const storedFacts = (
  events: readonly RecordedEvent[],
  meeting = 'demo',
): readonly { readonly seq: number; readonly bytes: string }[] =>
  events.map(({ by, at, ...event }, place) => {
    const seq = place + 1;
    const head = { meeting: meetingId(meeting), seq, by, at, command: commandId(`c-${seq}`), salt: `${seq}`.padStart(32, '0') };
    return { seq, bytes: writeRecord(head, event) };
  });

/** One checkpoint of all, no minutes. */
export function bundled(events: readonly RecordedEvent[], signer: NoteSigner, circle: Circle = 'office'): Uint8Array<ArrayBuffer> {
  const meeting = 'demo';
  const facts = storedFacts(events, meeting);
  const heads = facts.reduce<Hash[]>((so, { bytes }) => [...so, nextHead(so.at(-1) ?? firstHead(meeting), digestOf(bytes))], []);
  const root = rootOf(treeOf(heads.map(leafOfFact)));
  const note = { origin: originOf(signer.publicKey, meeting), size: facts.length, root, head: heads.at(-1) ?? firstHead(meeting) };
  const checkpoints = [signCheckpoint(note, signer)];
  return bundle(
    { meeting, circle, facts, checkpoints, epochs: [], former: { checkpoints: 0, epochs: 0 }, minutes: null, besides: [] },
    signer,
  );
}

/** The facts of a sitting in which something is put in every form, of one in which votes weigh and one is cast by proxy, and of one of elections. */
export const everyForm: readonly (() => readonly RecordedEvent[])[] = [
  () => played(...forms.everyForm),
  () => played(...forms.weighed),
  () => played(...electionsHeld),
];
