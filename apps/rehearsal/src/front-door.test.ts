import { expect, test } from 'vitest';
import { healthOf } from './front-door.ts';

test('the figures are found among the others', () => {
  const page = `# TYPE nodejs_eventloop_lag_p99_seconds gauge
nodejs_eventloop_lag_p99_seconds 0.012345
process_resident_memory_bytes 104857600
process_resident_memory_bytes_max 1`;
  expect(healthOf(page)).toEqual({ eventLoopP99Ms: 12.3, rssMb: 100 });
});

test('a page without them is no answer', () => expect(healthOf('<html></html>')).toBe(null));
