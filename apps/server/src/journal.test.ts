import { expect, test } from 'vitest';
import { traceOf } from './journal.ts';

test('of an error only its kind and where it arose are told, however its message reads', () => {
  const error = Object.assign(new TypeError('李委员说\n    at 会上的原话\n  at more'), { code: 'E_SOME' });
  const { at, ...rest } = traceOf(error);
  expect(rest).toEqual({ error: 'TypeError', code: 'E_SOME' });
  expect(at?.[0]).toContain('journal.test.ts');
  expect(JSON.stringify(at)).not.toMatch(/原话|more/);
});

test('of what is no error, only that', () => {
  expect(traceOf('李委员的原话')).toEqual({ error: 'string' });
});
