// The door to the live meeting for all screens.
export {
  LiveMeeting,
  useConnection,
  useLive,
  useMeeting,
  useMeetingIfAny,
  useNote,
  useSaysWhatIsShown,
  useSend,
  useServerClock,
  useServerNow,
  useServerNowWhen,
  useViewer,
  type Send,
} from './LiveMeeting.tsx';
export type { Connection, ConvenedMeeting, KnownSetBack, Live } from './live-meeting.ts';
export { keepChoices, keptChoices } from './kept-ballots.ts';
export { keepWish, keptWish, type KeptWish } from './kept-wishes.ts';
export { forgetJotting, keepJotting, keptJottings, type KeptJotting } from './kept-jottings.ts';
export { useWakeLock } from './wake-lock.ts';
export { newId } from '../http/ids.ts';
