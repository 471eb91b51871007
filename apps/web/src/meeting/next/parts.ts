// The door of what comes in one piece after the page: where somebody stands on the list, and that their turn comes.
export { MyPlace } from './MyPlace.tsx';
export { UpNext } from './UpNext.tsx';
