// The door of the table of contributions for screens: its lines, what is wanted of them, what they come to. Loads nothing that makes files.
export { contributionsOf, type Contribution, type GivenAnswer, type Linked, type Named, type Stop } from './contribution.ts';
export { isMarked, marks, orders, wantedFrom, wantedOf, type Mark, type Order, type Wanted } from './wanted.ts';
export { totalsOf, type Total, type Totals } from './totals.ts';
