// Knows what of the members' ratings one viewer holds beyond the circle: the own ones.
import type { AnswerId, PersonId } from '../ids.ts';
import { lookUp } from '../record.ts';
import type { Queue, Rating, Ratings } from './types.ts';

/** W12. */
export const ownRatings = ({ ratings }: Queue, person: PersonId): Readonly<Record<AnswerId, Rating>> =>
  Object.fromEntries(
    (Object.entries(ratings) as [AnswerId, Ratings[AnswerId]][]).flatMap(([answerId, of]) => {
      const own = lookUp(of, person);
      return own ? [[answerId, own]] : [];
    }),
  );

export const withOwnRatings = (ratings: Ratings, own: Readonly<Record<AnswerId, Rating>>, person: PersonId): Ratings => ({
  ...ratings,
  ...Object.fromEntries(
    (Object.entries(own) as [AnswerId, Rating][]).map(([answerId, rating]) => [
      answerId,
      { ...lookUp(ratings, answerId), [person]: rating },
    ]),
  ),
});
