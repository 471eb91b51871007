// Knows how the two test runners report in JSON; not how they are started.
import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Each skipped test with its reason. */
  readonly skipped: readonly string[];
}

interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly meta?: { readonly reason?: string };
    }[];
  }[];
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

export function unitCounts(file: string): Counts {
  if (!existsSync(file)) return noReport;
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as UnitReport;
  return sum(
    testResults.map(({ name, status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed').length;
      return {
        passed: assertionResults.filter((test) => test.status === 'passed').length,
        // A file that cannot be loaded has no tests, but it has failed.
        failed: failed === 0 && status === 'failed' ? 1 : failed,
        skipped: assertionResults
          .filter((test) => test.status !== 'passed' && test.status !== 'failed')
          .map((test) => `${test.fullName}：${test.meta?.reason ?? `见 ${name}`}`),
      };
    }),
  );
}

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
