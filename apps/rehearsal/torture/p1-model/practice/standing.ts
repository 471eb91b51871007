// Who waits, who has spoken and who may stand up, as the rules of the floor (Q, F, A) ask it of the hall; changes nothing.
import type { FloorKind } from '@xieshang/meeting';
import { isHere, type Hall, type Taken, type Wish } from './hall.ts';

export const waits = ({ waiting }: Hall, id: string): Wish | undefined => waiting.find((wish) => wish.id === id);
/** Last begun first. */
export const begun = ({ floor }: Pick<Hall, 'floor'>): readonly Taken[] =>
  floor ? [floor, ...(floor.under ? begun({ floor: floor.under.taken }) : [])] : [];
export const spoke = (hall: Hall, id: string): Wish | undefined => [...begun(hall), ...hall.said].find((one) => one.id === id);
export const mayStand = (hall: Hall, person: string): boolean => hall.people.get(person) !== 'member' || isHere(hall, person);
export const limitOf = ({ plan, stage }: Hall, kind: FloorKind): number => {
  const here = plan.stages.find((one) => one.stageId === stage);
  return here?.speechKind === kind && here.speechMs !== undefined
    ? here.speechMs
    : (plan.rules.speechMs[kind] ?? plan.rules.speechMs.interjection);
};

/** Q3, Q19. */
export const standsAlready = (hall: Hall, person: string, order: boolean): boolean =>
  hall.waiting.some((wish) => wish.person === person && wish.origin === 'asked' && (wish.kind === 'pointOfOrder') === order);
