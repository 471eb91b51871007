// Walks a whole agenda with simulated people and times it; judges nothing.
import { attendeeOf, motionId, requestId, suggestedTurn, type Choice, type Command, type Meeting, type MotionId } from '@xieshang/meeting';
import type { Attendee, Sent } from './attendee.ts';

export interface Cast {
  readonly everybody: readonly Attendee[];
  readonly members: readonly Attendee[];
  readonly chair: Attendee;
}

/** Samples in ms. */
export interface Timings {
  readonly checkIn: readonly number[];
  /** From sending a command to its being applied by the last of all replicas. */
  readonly fanOut: readonly number[];
  readonly voteSpread: readonly number[];
  readonly voteBurst: readonly number[];
}

/** What others do beside the agenda. */
export interface Beside {
  /** Begins when the meeting is open; the agenda goes on meanwhile. */
  meanwhile(): Promise<void>;
  /** When the agenda and that are through; the meeting is still in session. */
  beforeTheEnd(): Promise<void>;
}

/** The motions that were voted on, in order. */
export interface Walked {
  readonly timings: Timings;
  readonly motionIds: readonly MotionId[];
}

type Convened = Exclude<Meeting, { phase: 'notConvened' }>;

const requests = 30;
const speeches = 10;

export function stateOf(one: Attendee): Convened {
  const { state } = one.picture();
  if (state.phase === 'notConvened') throw new Error('会议尚未召集。');
  return state;
}

/** Everybody by what they do; the roll says who that is. */
export function castOf(everybody: readonly Attendee[]): Cast {
  const [anyone] = everybody;
  if (!anyone) throw new Error('没有人入会。');
  const { roll, presiding } = stateOf(anyone);
  const chair = everybody.find(({ person }) => person === presiding);
  if (!chair) throw new Error('主持人没有入会。');
  return { everybody, chair, members: everybody.filter(({ person }) => attendeeOf(roll, person)?.role === 'member') };
}

/** `secs`: over how many seconds the first vote is spread. Throws when the meeting refuses a step of the agenda. */
export async function walk(cast: Cast, secs: number, say: (sentence: string) => void, beside: Beside | null): Promise<Walked> {
  const { everybody, members, chair } = cast;
  const { roll, recommendations } = stateOf(chair);
  const [first, second] = Object.values(recommendations)
    .toSorted((a, b) => a.number - b.number)
    .map((one) => motionId(one.motionId));
  if (!first || !second) throw new Error('照着演练的会议至少要有两项建议稿。');

  say('签到……');
  const comers = everybody.filter(({ person }) => ['member', 'departmentRep'].includes(attendeeOf(roll, person)?.role ?? ''));
  const checkIn = await together(comers, (one) => must(one, { type: 'CheckIn' }));

  say(`开会，进入自由发言，${Math.min(requests, members.length)} 人申请发言……`);
  const fanOut: number[] = [];
  const lead = async (body: Command): Promise<void> => void fanOut.push(await toAll(cast, body));
  await lead({ type: 'OpenMeeting' });
  const [votes] = await Promise.all([agendaOf(cast, [first, second], secs, say, lead), beside?.meanwhile()]);
  await beside?.beforeTheEnd();
  await lead({ type: 'ConcludeMeeting' });

  const { spread, burst } = votes;
  return {
    timings: { checkIn: took(checkIn), fanOut, voteSpread: took(spread), voteBurst: took(burst) },
    motionIds: [first, second],
  };
}

/** From the opening to the last result. */
async function agendaOf(
  cast: Cast,
  [first, second]: readonly [MotionId, MotionId],
  secs: number,
  say: (sentence: string) => void,
  lead: (body: Command) => Promise<void>,
): Promise<{ readonly spread: readonly Sent[]; readonly burst: readonly Sent[] }> {
  const { members, chair } = cast;
  const { agenda } = stateOf(chair);
  const floor = agenda.stages.find(({ speechKind }) => speechKind === 'openFloorSpeech');
  if (floor && floor !== agenda.stages[0]) await lead({ type: 'MoveToStage', stageId: floor.stageId });
  const asked = await together(members.slice(0, requests), (one, place) =>
    must(one, { type: 'RequestFloor', requestId: requestId(`yanlian-q${place + 1}`), kind: 'openFloorSpeech' }),
  );
  await chair.applied(newest(asked));
  for (let speech = 0; speech < speeches; speech += 1) {
    const { queue, roll } = stateOf(chair);
    const next = suggestedTurn(queue, roll)?.request ?? queue.waiting[0];
    if (!next) break;
    await lead({ type: 'GiveFloor', requestId: next.requestId });
    await lead({ type: 'EndSpeech', requestId: next.requestId });
  }

  const ballot = agenda.stages.at(-1);
  const stage = agenda.stages.find(({ stageId }) => stageId === 'voting') ?? ballot;
  if (stage && stage !== floor) await lead({ type: 'MoveToStage', stageId: stage.stageId });
  say(`第一项表决：${members.length} 人在 ${secs} 秒内陆续表决……`);
  const spread = await vote(cast, first, (place) => pause((secs * 1000 * place) / members.length), lead);
  say(`第二项表决：${members.length} 人同时表决……`);
  return { spread, burst: await vote(cast, second, () => Promise.resolve(), lead) };
}

/** Opens one motion, lets every member vote after what `before` waits for, closes and announces. */
async function vote(
  { members, chair }: Cast,
  motion: MotionId,
  before: (place: number) => Promise<void>,
  lead: (body: Command) => Promise<void>,
): Promise<readonly Sent[]> {
  const motionIds = [motion];
  await lead({ type: 'OpenVoting', motionIds });
  const votes = await together(members, async (one, place) => {
    await before(place);
    return must(one, { type: 'CastVote', motionId: motion, choice: choiceOf(place) });
  });
  await chair.applied(newest(votes));
  await lead({ type: 'CloseVoting', motionIds });
  await lead({ type: 'AnnounceResult', motionIds });
  return votes;
}

/** Of ten members seven are for, two against, one abstains. */
const choiceOf = (place: number): Choice => (place % 10 < 7 ? 'approve' : place % 10 < 9 ? 'oppose' : 'abstain');

async function toAll({ everybody, chair }: Cast, body: Command): Promise<number> {
  const { at, answer } = await must(chair, body);
  const seq = answer.ok ? answer.seq : 0;
  const times = await Promise.all(everybody.map((one) => one.applied(seq)));
  return Math.max(...times) - at;
}

/** Sends what the meeting has to take; throws with the refusal when it does not. */
export async function must(one: Attendee, body: Command): Promise<Sent> {
  const sent = await one.send(body);
  if (!sent.answer.ok) throw new Error(`${one.person} 的 ${body.type} 被拒绝：${sent.answer.refusal.type}`);
  return sent;
}

const together = <Done>(people: readonly Attendee[], act: (one: Attendee, place: number) => Promise<Done>): Promise<readonly Done[]> =>
  Promise.all(people.map(act));

const took = (sent: readonly Sent[]): readonly number[] => sent.map(({ tookMs }) => tookMs);

const newest = (sent: readonly Sent[]): number => Math.max(0, ...sent.map(({ answer }) => (answer.ok ? answer.seq : 0)));

export const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));
