// The door of amending a clause: how two wordings differ and how several wishes read together. Light: no editor, no document.
export { proseDifference, type Change, type Part } from '../history/prose.ts';
export { changesText } from './changes.ts';
export { collisionsOf, mergedText, mergeOf, rebaseOf, type Reading, type Stretch, type Wish } from './merge.ts';
