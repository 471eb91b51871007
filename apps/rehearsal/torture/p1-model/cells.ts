// Knows in which state of affairs a command can be put, and how to get there; not what the answer is.
import { requestId, type Command, type PersonId } from '@xieshang/meeting';
import {
  askedOf,
  bumen1,
  inCustodyOf,
  li,
  m1,
  m2,
  mishu,
  mishu2,
  openFloor,
  p1,
  plan,
  rules,
  wang,
  zhang,
  zhuchi,
} from '@xieshang/meeting/testing';
import type { Hall } from './practice/hall.ts';
import { begun } from './practice/standing.ts';

export type Ask = readonly [by: PersonId, body: Command];

/**
 * The state a pair is counted in: the phase, in session with the list, the floor and the vote (`voting` where both a counted vote
 * and an objection window are open), in a break with the floor, afterwards with the minutes. What is not here cannot be: nobody
 * speaks in a break (G3), no vote is open in a break or afterwards (V13), the floor is free afterwards (G4), and the minutes move
 * only afterwards (M3).
 */
export function cellOf(hall: Hall | null): string {
  if (!hall) return 'notConvened';
  const floor = !hall.floor ? 'free' : hall.floor.since === null ? 'paused' : 'speaking';
  const phases = [...hall.votes.values()].map(({ phase }) => phase);
  const vote = phases.includes('voting') || phases.includes('sealed') ? 'voting' : phases.includes('objection') ? 'objection' : 'quiet';
  switch (hall.phase) {
    case 'inSession':
      return `inSession/${hall.listOpen ? 'open' : 'closed'}/${floor}/${vote}`;
    case 'suspended':
      return `suspended/${floor}`;
    case 'concluded':
      return `concluded/${hall.minutes.step}`;
    default:
      return hall.phase;
  }
}

/** For commands that name a motion or a speech: also where that one stands, in session. */
export function standingsOf(hall: Hall | null, body: Command): readonly string[] {
  if (hall?.phase !== 'inSession') return [];
  const motion = 'motionId' in body ? body.motionId : 'motionIds' in body ? body.motionIds[0] : undefined;
  const speech = 'requestId' in body ? body.requestId : undefined;
  const found: string[] = [];
  if (motion !== undefined) found.push(`motion:${hall.votes.get(motion)?.phase ?? (hall.texts.has(motion) ? 'tabled' : 'unknown')}`);
  if (speech !== undefined) {
    const wish = hall.waiting.find(({ id }) => id === speech);
    const heard = begun(hall).some(({ id }) => id === speech) ? 'onFloor' : hall.said.some(({ id }) => id === speech) ? 'heard' : 'unknown';
    found.push(`speech:${wish ? wish.origin : heard}`);
  }
  return found;
}

const motionCommands =
  'OpenVoting RepeatVoting OpenAcclamation CastVote CloseVoting AnnounceResult RaiseObjection CloseAcclamation ReviseRecommendation EnterVote EnterCount VoidVoting ConfirmCount DeclareReservation WithdrawReservation';
const speechCommands =
  'RequestFloor EnterRequest WithdrawRequest RemoveRequest MoveRequest GiveFloor EndSpeech MarkOvertime LoseSpeaker FindSpeaker AddressSpeech AnswerSpeech';
const motionStandings = 'unknown tabled voting objection sealed objected closed announced voided';
const speechStandings = 'unknown prepared asked passedOver onFloor heard';

const cross = (ones: string, prefix: string, others: string): readonly string[] =>
  ones.split(' ').flatMap((one) => others.split(' ').map((other) => `${one} × ${prefix}${other}`));

const convened: readonly Ask[] = [
  [mishu, { type: 'ConveneMeeting', plan: plan({ rules: { ...rules, proxies: { most: 1 }, graceMs: 1000, lease: { graceMs: 1000 } } }) }],
];
const sitting: readonly Ask[] = [
  ...convened,
  ...[zhang, li, wang].map((by): Ask => [by, { type: 'CheckIn' }]),
  [zhuchi, { type: 'OpenMeeting' }],
];
const onFloor = {
  free: [],
  speaking: [[zhuchi, { type: 'GiveFloor', requestId: p1 }]],
  paused: [
    [zhuchi, { type: 'GiveFloor', requestId: p1 }],
    [zhuchi, { type: 'PauseSpeech' }],
  ],
} satisfies Record<string, readonly Ask[]>;
const underVote = {
  quiet: [],
  voting: [[zhuchi, { type: 'OpenVoting', motionIds: [m1] }]],
  objection: [[zhuchi, { type: 'OpenAcclamation', motionIds: [m1] }]],
} satisfies Record<string, readonly Ask[]>;
const ofList = { open: [], closed: [[zhuchi, { type: 'CloseQueue' }]] } satisfies Record<string, readonly Ask[]>;
const concluded: readonly Ask[] = [...sitting, [zhuchi, { type: 'ConcludeMeeting' }]];
const checking: readonly Ask[] = [...concluded, [mishu, { type: 'SubmitMinutes' }]];
const countersigning: readonly Ask[] = [...checking, [mishu2, { type: 'PassMinutes' }]];

/** Every state of affairs there can be, with a way that leads to it. */
export const cells: ReadonlyMap<string, readonly Ask[]> = new Map<string, readonly Ask[]>([
  ['notConvened', []],
  ['convened', convened],
  ['cancelled', [...convened, [mishu, { type: 'CancelMeeting', reason: '改期' }]]],
  ...Object.entries(ofList).flatMap(([list, first]) =>
    Object.entries(onFloor).flatMap(([floor, second]) =>
      Object.entries(underVote).map(([vote, third]): [string, readonly Ask[]] => [
        `inSession/${list}/${floor}/${vote}`,
        [...sitting, ...first, ...second, ...third],
      ]),
    ),
  ),
  ['suspended/free', [...sitting, [zhuchi, { type: 'SuspendMeeting' }]]],
  ['suspended/paused', [...sitting, ...onFloor.speaking, [zhuchi, { type: 'SuspendMeeting' }]]],
  ['concluded/drafting', concluded],
  ['concluded/checking', checking],
  ['concluded/countersigning', countersigning],
  [
    'concluded/issued',
    [...countersigning, [zhuchi, { type: 'CountersignMinutes' }], [zhuchi, { type: 'IssueMinutes', number: '〔2022〕3号' }]],
  ],
]);

/** A meeting where things have happened: speeches heard, passed over and asked for, a motion announced and another objected to. */
const lived: readonly Ask[] = [
  ...sitting,
  ...onFloor.speaking,
  [zhuchi, { type: 'EndSpeech' }],
  [zhuchi, { type: 'MoveToStage', stageId: openFloor }],
  [wang, { type: 'RequestFloor', requestId: requestId('q1'), kind: 'openFloorSpeech', addressedTo: [bumen1] }],
  ...underVote.voting,
  [li, { type: 'CastVote', motionId: m1, choice: 'approve' }],
  [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
  [zhuchi, { type: 'AnnounceResult', motionIds: [m1] }],
  [zhuchi, { type: 'OpenAcclamation', motionIds: [m2] }],
  [zhang, { type: 'RaiseObjection', motionId: m2 }],
];

/** States that are soon left get more beginnings, so that every pair is met often enough. */
const shareOf = (cell: string): number =>
  /^convened|paused.quiet|objection|countersigning/.test(cell) ? 3 : /^inSession|checking|issued|notConvened/.test(cell) ? 2 : 1;

/** Both speakers asked, a moderator and a department named. */
const asked: readonly Ask[] = askedOf.map(([by, body]): Ask => [by, body]);

/** A vote that was voided. */
const voided: readonly Ask[] = [...sitting, ...underVote.voting, [zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '文本有误' }]];

/** A secret vote that waits for its scrutineers' keys. */
const sealed: readonly Ask[] = [
  ...sitting,
  [mishu, { type: 'NameScrutineers', persons: [zhang, li, wang] }],
  ...[zhang, li, wang].map((by): Ask => [by, { type: 'OfferScrutineerKey', publicKey: `key of ${by}` }]),
  [zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('scrutineers', 'v9') }],
  [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
];

/** Where courses begin, in turn; a quarter in a meeting that has lived, some where minutes are confirmed and countersigned. */
export const ways: readonly (readonly [name: string, asks: readonly Ask[]])[] = [...cells]
  .flatMap((way) => Array.from({ length: shareOf(way[0]) }, () => way))
  .flatMap((way, place): readonly (readonly [string, readonly Ask[]])[] =>
    place % 3 === 0
      ? [way, ['lived', lived]]
      : place % 4 === 1
        ? [way, ['asked', asked]]
        : place % 4 === 2
          ? [way, ['voided', voided]]
          : place % 4 === 3
            ? [way, ['sealed', sealed]]
            : [way],
  );

/** Every pair that must be met. */
export const pairs = (commandTypes: readonly string[]): readonly string[] => [
  ...cross(commandTypes.join(' '), '', [...cells.keys()].join(' ')),
  ...cross(motionCommands, 'motion:', motionStandings),
  ...cross(speechCommands, 'speech:', speechStandings),
];
