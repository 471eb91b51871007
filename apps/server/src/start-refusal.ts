// Knows that a start can be refused with one sentence for the person at the terminal; not the reasons.

/** The sentence is Chinese and is all that is printed; the process then ends with code 1. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
