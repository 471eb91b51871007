// Knows the one spelling of a value as bytes (RFC 8785, whole numbers only); not what the value means.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Law 5. The canonical JSON text: keys in UTF-16 order, no spaces, properties without a value left out.
 * Throws on what has no canonical spelling here: fractions, unsafe integers, lone surrogates.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`no canonical spelling for the number ${value}`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value === 'string') return text(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.keys(value)
    .toSorted(byCodeUnits)
    .flatMap((key) => {
      const field = value[key];
      return field === undefined ? [] : [`${text(key)}:${canonical(field)}`];
    });
  return `{${fields.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function text(value: string): string {
  if (!wellFormed(value)) throw new RangeError('no canonical spelling for a lone surrogate');
  return JSON.stringify(value);
}

/** Whether every surrogate has its pair. Browsers of 2022 do not know the short way yet. */
export const wellFormed = (value: string): boolean =>
  typeof value.isWellFormed === 'function' ? value.isWellFormed() : !/\p{Surrogate}/u.test(value);
