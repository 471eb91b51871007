// Knows which screens a meeting has and what the office has put on each; not how it is drawn, nor which of them are connected.
import type { Decision } from './decision.ts';
import { no, yes } from './decision.ts';
import { underVote } from './elections/index.ts';
import type { Instant, Stamped } from './envelope.ts';
import type { MeetingEvent, RecordedEvent } from './event.ts';
import type { ElectionId, MotionId, PersonId, ScreenName } from './ids.ts';
import { screenName } from './ids.ts';
import type { Assembled } from './meeting.ts';
import { lookUp } from './record.ts';
import type { Refusal } from './refusal.ts';

/** What a screen shows: `meeting` follows what goes on, as every screen does until it is told otherwise. */
export type Showing =
  | { readonly kind: 'meeting' }
  | { readonly kind: 'floor' }
  | { readonly kind: 'speakers' }
  | { readonly kind: 'agenda' }
  /** The text a motion was put with. */
  | { readonly kind: 'text'; readonly motionId: MotionId }
  | { readonly kind: 'vote' }
  | { readonly kind: 'result'; readonly motionIds: readonly MotionId[] }
  | { readonly kind: 'elected'; readonly electionId: ElectionId }
  /** The figures of the pulses on a recommendation. */
  | { readonly kind: 'pulse'; readonly motionId: MotionId }
  | { readonly kind: 'notice'; readonly text: string }
  /** `until`: when it goes on, or null where nobody says. */
  | { readonly kind: 'break'; readonly until: Instant | null }
  | { readonly kind: 'emblem' };

export interface Screen {
  readonly name: ScreenName;
  readonly showing: Showing;
  /** Since when, and by whom; null where nobody has put anything there. */
  readonly put: { readonly at: Instant; readonly by: PersonId } | null;
}

/** The main one first, then in the order they were added. */
export type Screens = readonly Screen[];

export type ScreensCommand =
  | { readonly type: 'AddScreen'; readonly screen: ScreenName }
  | { readonly type: 'RemoveScreen'; readonly screen: ScreenName }
  | { readonly type: 'ShowOnScreen'; readonly screen: ScreenName; readonly showing: Showing };

export type ScreensEvent =
  | { readonly type: 'ScreenAdded'; readonly payload: { readonly screen: ScreenName } }
  | { readonly type: 'ScreenRemoved'; readonly payload: { readonly screen: ScreenName } }
  | { readonly type: 'ShownOnScreen'; readonly payload: { readonly screen: ScreenName; readonly showing: Showing } };

/** 主屏: there is always one. */
export const mainScreen: ScreenName = screenName('main');
/** Characters a screen's name may have. */
export const longestScreenName = 20;
/** K1. Beside the main one. */
export const mostScreens = 12;

const following: Showing = { kind: 'meeting' };
export const onlyMainScreen: Screens = [{ name: mainScreen, showing: following, put: null }];

/** K1–K4. From the convening to the end. */
export function decideScreens(meeting: Assembled, command: Stamped<ScreensCommand>): Decision {
  const { screen } = command;
  const known = meeting.screens.find(({ name }) => name === screen);
  switch (command.type) {
    case 'AddScreen':
      if (known) return yes();
      if (meeting.screens.length > mostScreens) return no({ type: 'TooManyScreens', most: mostScreens });
      return yes({ type: 'ScreenAdded', payload: { screen } });
    case 'RemoveScreen':
      if (screen === mainScreen) return no({ type: 'MainScreenStays' });
      return known ? yes({ type: 'ScreenRemoved', payload: { screen } }) : yes();
    case 'ShowOnScreen': {
      const { showing, at } = command;
      if (!known) return no({ type: 'UnknownScreen', screen });
      if (isSame(known.showing, showing)) return yes();
      const refusal = heldByVote(meeting, screen, showing) ?? groundless(meeting, showing) ?? pastBreak(showing, at);
      return refusal ? no(refusal) : yes({ type: 'ShownOnScreen', payload: { screen, showing } });
    }
  }
}

/** K4. What is voted on stays on the main screen. */
const heldByVote = (meeting: Assembled, screen: ScreenName, { kind }: Showing): Refusal | undefined =>
  screen !== mainScreen || kind === 'meeting' || kind === 'vote' ? undefined : underVote(meeting);

/** K3. Why there is nothing of it that everybody may see now, or nothing against it. */
function groundless(meeting: Assembled, showing: Showing): Refusal | undefined {
  const { motions, elections, recommendations, amendments, pulses } = meeting;
  switch (showing.kind) {
    case 'text': {
      const { motionId } = showing;
      if (lookUp(motions, motionId)) return undefined;
      const drafted = lookUp(recommendations, motionId) ?? lookUp(amendments, motionId);
      return drafted ? { type: 'TextNotPublic', motionId } : { type: 'UnknownMotion', motionId };
    }
    case 'vote':
      return underVote(meeting) ? undefined : { type: 'NothingToShow' };
    case 'result': {
      const unknown = showing.motionIds.find((id) => lookUp(motions, id)?.phase !== 'announced');
      return unknown === undefined ? undefined : { type: 'ResultNotAnnounced', motionId: unknown };
    }
    case 'elected':
      return lookUp(elections, showing.electionId)?.phase === 'announced' ? undefined : { type: 'NothingToShow' };
    case 'pulse':
      return pulses.some(({ motionId, phase }) => motionId === showing.motionId && phase === 'closed')
        ? undefined
        : { type: 'NothingToShow' };
    default:
      return undefined;
  }
}

const pastBreak = (showing: Showing, at: Instant): Refusal | undefined =>
  showing.kind === 'break' && showing.until !== null && showing.until <= at ? { type: 'BreakIsOver' } : undefined;

const isSame = (one: Showing, other: Showing): boolean => spelled(one) === spelled(other);
const spelled = (showing: Showing): string => JSON.stringify(Object.entries(showing).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** K5. What a screen of that name shows: what was put there as long as there is something of it, else the meeting. */
export function showingOn(meeting: Assembled, screen: ScreenName): Showing {
  const put = meeting.screens.find(({ name }) => name === screen)?.showing;
  return put && !groundless(meeting, put) ? put : following;
}

/** K1, K2, and K4, K5: what a fact of another chapter takes off the screens. The same list where nothing changes. */
export function evolveScreens(screens: Screens, event: RecordedEvent): Screens {
  switch (event.type) {
    case 'ScreenAdded': {
      const { screen } = event.payload;
      return screens.some(({ name }) => name === screen) ? screens : [...screens, { name: screen, showing: following, put: null }];
    }
    case 'ScreenRemoved':
      return screens.filter(({ name }) => name !== event.payload.screen);
    case 'ShownOnScreen': {
      const { screen, showing } = event.payload;
      return screens.map((one) => (one.name === screen ? { ...one, showing, put: { at: event.at, by: event.by } } : one));
    }
    default:
      return cleared(screens, takenOffBy[event.type]);
  }
}

type TakesOff = (screen: Screen) => boolean;
const ofMain: TakesOff = ({ name }) => name === mainScreen;
const aBreak: TakesOff = ({ showing }) => showing.kind === 'break';
const all: TakesOff = () => true;

const takenOffBy: Partial<Record<MeetingEvent['type'], TakesOff>> = {
  VotingOpened: ofMain,
  AcclamationOpened: ofMain,
  ElectionOpened: ofMain,
  MeetingOpened: aBreak,
  MeetingResumed: aBreak,
  MeetingConcluded: all,
  MeetingCancelled: all,
};

function cleared(screens: Screens, takesOff: TakesOff | undefined): Screens {
  const goes = (screen: Screen): boolean => takesOff !== undefined && screen.showing.kind !== 'meeting' && takesOff(screen);
  return screens.some(goes) ? screens.map((screen) => (goes(screen) ? { ...screen, showing: following, put: null } : screen)) : screens;
}
