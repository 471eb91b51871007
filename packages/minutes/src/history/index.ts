// The door of the minutes' history: versions, differences, playback, whose each word is, and words that are found again.
export { openAnnals, type Annals, type Change as LoggedDeed, type LoggedChange } from './annals.ts';
export { authorshipOf, type Authorship, type AuthorSpan } from './authorship.ts';
export { differenceOf, type Difference, type DifferentLine, type DifferentPart } from './difference.ts';
export { foundAgain, type FoundText } from './found.ts';
export { pageAt, textOfLine, type Deed, type Line, type LineStyle, type Page, type Piece } from './page.ts';
export { pastDocument } from './past.ts';
export { proseDifference, type Change, type Part } from './prose.ts';
export { restoring, type Edit } from './restoring.ts';
export { automaticVersions, framesOf, intervalMs, type AutomaticVersion, type Frame, type Moment, type MomentKind } from './versions.ts';
