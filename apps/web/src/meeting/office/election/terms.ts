// Knows the forms an election is offered in, and how a choice of them is said in a command; not who may open one.
import type { Closing, ElectionForm, ElectionTerms, SecretTerms } from '@xieshang/meeting';

export const forms: readonly ElectionForm[] = ['named', 'paper', 'secret'];

/** E15. Paper ballots are counted by hand, at no set time. */
export const closesByItself = (form: ElectionForm): boolean => form !== 'paper';

/** What is usual is left out: by name, closed by the moderator. */
export function spoken(form: ElectionForm, closing: Closing, secret: SecretTerms): { terms?: ElectionTerms; closing?: Closing } {
  return {
    ...(form === 'paper' && { terms: { form } }),
    ...(form === 'secret' && { terms: secret }),
    ...(closesByItself(form) && closing === 'clock' && { closing }),
  };
}
