// Knows how vitest tells of its tests, and writes down counts and the reasons of skips; prints nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import type { Counts } from './counts.ts';

const file = join(import.meta.dirname, '../.cache/unit.json');

/** A file that cannot be loaded, and an error outside any test, are a failure each. */
function countsOf(modules: readonly TestModule[], errors: readonly SerializedError[]): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const outcomes = tests.map((test) => ({ name: test.fullName, result: test.result() }));
  const broken = modules.filter((module) => module.errors().length > 0).length;
  return {
    passed: outcomes.filter(({ result }) => result.state === 'passed').length,
    failed: outcomes.filter(({ result }) => result.state === 'failed').length + broken + errors.length,
    skipped: outcomes
      .filter(({ result }) => result.state === 'skipped' || result.state === 'pending')
      .map(({ name, result }) => `${name}：${('note' in result && result.note) || '没有说明'}`),
  };
}

export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(countsOf(modules, errors)));
  }
}
