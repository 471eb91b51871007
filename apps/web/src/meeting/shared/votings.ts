// Knows which open votes were opened together, and so stand on one ballot; not how a ballot looks.
import type { OpenVote, VoteForm } from '@xieshang/meeting';
import type { MotionId } from '@xieshang/meeting';
import type { MotionAt } from './scene.ts';

/** An open vote of one form. */
export type Voting<Form extends VoteForm = VoteForm> = Extract<OpenVote, { form: Form }> & { readonly motionId: MotionId };
/** One given by pressing keys. */
export type KeyVoting = Voting<'named' | 'unnamed'>;

export const isOf = <Form extends VoteForm>(
  motion: MotionAt<'voting'>,
  ...forms: readonly Form[]
): motion is Voting<Form> & MotionAt<'voting'> => forms.some((form) => form === motion.form);

/** Hands and paper take the time they take: no clock runs, and nobody presses. */
export const takesItsTime = ({ form }: { readonly form: VoteForm }): boolean => form === 'showOfHands' || form === 'paper';

/** Opened in one press: of one form, in one instant. Oldest first. */
export function openings(motions: readonly MotionAt<'voting'>[]): readonly (readonly MotionAt<'voting'>[])[] {
  const together = Map.groupBy(motions, ({ form, openedAt }) => `${form} ${openedAt}`);
  return [...together.values()].sort(([one], [other]) => (one?.openedAt ?? 0) - (other?.openedAt ?? 0));
}

/** Those of one form, or null when any is of another. */
export function allOf<Form extends VoteForm>(
  motions: readonly MotionAt<'voting'>[],
  ...forms: readonly Form[]
): readonly Voting<Form>[] | null {
  const those = motions.filter((motion) => isOf(motion, ...forms));
  return those.length === motions.length ? (those as unknown as readonly Voting<Form>[]) : null;
}
