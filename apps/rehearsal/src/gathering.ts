// Knows how people get into a meeting that is made for them, and how it is brought to a point; times and judges nothing.
import { attendeeOf, type MeetingId } from '@xieshang/meeting';
import { attendee, type Attendee, type Patience } from './attendee.ts';
import { castOf, must, stateOf, type Cast } from './course.ts';
import type { FrontDoor, Ticket } from './front-door.ts';

export interface Admitted extends Ticket {
  readonly cookie: string;
}

export interface Gathering {
  readonly meeting: MeetingId;
  /** Of the account that made it. */
  readonly secretary: string;
  readonly admitted: readonly Admitted[];
  readonly everybody: readonly Attendee[];
  leave(): void;
}

export interface Occasion {
  readonly url: string;
  readonly door: FrontDoor;
  readonly account: string;
  readonly password: string;
  /** The meeting that is cloned. */
  readonly original: string;
  readonly members: number;
  readonly patience?: Patience;
}

/** Links redeemed at once. */
const redeemedAtOnce = 16;

/** Everybody has let themselves in; nobody is connected yet. */
export async function gather({ url, door, account, password, original, members, patience }: Occasion): Promise<Gathering> {
  const secretary = await door.signIn(account, password);
  const { meeting, tickets } = await door.clone(secretary, original, members);
  const admitted = await letIn(door, tickets);
  const everybody = admitted.map((one) => attendee(url, meeting, one, patience));
  return { meeting, secretary, admitted, everybody, leave: () => everybody.forEach((one) => one.leave()) };
}

/** Everybody's cookie, in the order of the tickets. */
async function letIn(door: FrontDoor, tickets: readonly Ticket[]): Promise<readonly Admitted[]> {
  const admitted: Admitted[] = [];
  for (let from = 0; from < tickets.length; from += redeemedAtOnce) {
    const some = tickets.slice(from, from + redeemedAtOnce);
    admitted.push(...(await Promise.all(some.map(async (ticket) => ({ ...ticket, cookie: await door.redeem(ticket) })))));
  }
  return admitted;
}

/** Of those who have joined: all are checked in; the meeting is open, at the stage where anybody may ask for the floor. */
export async function onTheFloor(everybody: readonly Attendee[]): Promise<Cast> {
  const cast = castOf(everybody);
  const { roll, agenda } = stateOf(cast.chair);
  const comers = everybody.filter(({ person }) => ['member', 'departmentRep'].includes(attendeeOf(roll, person)?.role ?? ''));
  await Promise.all(comers.map((one) => must(one, { type: 'CheckIn' })));
  await must(cast.chair, { type: 'OpenMeeting' });
  const floor = agenda.stages.find(({ speechKind }) => speechKind === 'openFloorSpeech');
  if (floor && floor !== agenda.stages[0]) await must(cast.chair, { type: 'MoveToStage', stageId: floor.stageId });
  return cast;
}
