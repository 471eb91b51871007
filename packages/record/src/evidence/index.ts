// The door of the evidence: what is signed of a meeting's log and how it is packed. Knows nothing of disks, networks and screens.
export { bundle, type BundleParts } from './bundle.ts';
export {
  consistencyProof,
  emptyTree,
  grown,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafOfFact,
  rootOf,
  treeOf,
  type Tree,
} from './merkle.ts';
export {
  checkpointText,
  originOf,
  readCheckpoint,
  signatureOn,
  signCheckpoint,
  verifierKey,
  type Check,
  type Checkpoint,
  type NoteSigner,
} from './note.ts';
export { scanned, shortHead, type Printed } from './printed.ts';
export { unpacked } from './unzip.ts';
export type { PackedFile } from './zip.ts';
