// Knows the number of the wire and why it was raised; a test holds it to the schemas.

/**
 * 1: the first.
 */
export const PROTOCOL = 1;
