// Knows what the two test runners leave behind as a report; not how they are started.
import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Each skipped test with its reason. */
  readonly skipped: readonly string[];
}

interface StorySuite {
  readonly title: string;
  readonly suites?: readonly StorySuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

interface StoryReport {
  readonly suites: readonly StorySuite[];
  readonly errors: readonly unknown[];
}

/** A runner that fell over before it could report is one failure, never silence. */
const noReport: Counts = { passed: 0, failed: 1, skipped: [] };

export const sum = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.flatMap(({ skipped }) => skipped),
});

/** What scripts/unit-reporter.ts has written. */
export const unitCounts = (file: string): Counts => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : noReport);

export function storyCounts(file: string): Counts {
  if (!existsSync(file)) return noReport;
  const report = JSON.parse(readFileSync(file, 'utf8')) as StoryReport;
  const counts = sum(report.suites.map(suiteCounts));
  return report.errors.length > 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function suiteCounts(suite: StorySuite): Counts {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }): Counts => {
      if (status === 'expected') return { passed: 1, failed: 0, skipped: [] };
      if (status !== 'skipped') return { passed: 0, failed: 1, skipped: [] };
      const reason = annotations.find(({ type }) => type === 'skip')?.description ?? '没有说明';
      return { passed: 0, failed: 0, skipped: [`${title}：${reason}`] };
    }),
  );
  return sum([...own, ...(suite.suites ?? []).map(suiteCounts)]);
}
