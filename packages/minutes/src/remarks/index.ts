// The door of the remarks on the minutes: what they are, who may what, and where in the text they stand.
export {
  mentionsOf,
  noRemarks,
  openOf,
  remarkId,
  withEntries,
  type Comment,
  type Anchor,
  type Remark,
  type RemarkAct,
  type RemarkEntry,
  type RemarkId,
  type Remarks,
  type Saying,
  type Suggestion,
} from './remark.ts';
export {
  decideRemark,
  isAnchor,
  isSameEntry,
  mayReadRemarks,
  mayRemark,
  mentionable,
  remarkLimits,
  type Asked,
  type RemarkDecision,
  type RemarkRefusal,
} from './decide.ts';
export { anchorFinder, takeAnchor, textBetween, type Found, type LeafText, type Span } from './anchor.ts';
export { mentionedIn, typedMention, type Named } from './mentions.ts';
