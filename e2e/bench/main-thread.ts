// Knows how long a page's main thread was at work, by Chromium's own trace; not with what.
import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly dur?: number;
  /** Time the thread itself was running: without what other programs took of the machine meanwhile. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
}

export interface Work {
  /** ms of the longest task, by the clock on the wall. */
  readonly longest: number;
  /** ms of the longest task, by the thread's own time. */
  readonly longestOwn: number;
  /** ms of own time of all tasks of a millisecond and more, until the page was still: script, style, layout, paint, and whatever else it does by itself. */
  readonly busy: number;
  /** Own ms of every task of more than 50. */
  readonly long: readonly number[];
}

const includedCategories = ['toplevel', '__metadata'];

/** Traces what the page does while `happening` runs. */
export async function workDuring(cdp: CDPSession, happening: () => Promise<void>): Promise<Work> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly object[] }): void => void events.push(...(value as readonly TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await happening();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return workOf(events);
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

function workOf(events: readonly TraceEvent[]): Work {
  const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf));
  const tasks = events.filter((event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask' && mains.has(threadOf(event)));
  const own = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;
  // The page itself is the renderer that worked most; others are spare ones.
  const pages = Map.groupBy(tasks, threadOf)
    .values()
    .toArray()
    .toSorted((one, other) => sum(other.map(own)) - sum(one.map(own)));
  const page = pages[0] ?? [];
  return {
    longest: Math.max(0, ...page.map(({ dur = 0 }) => dur / 1000)),
    longestOwn: Math.max(0, ...page.map(own)),
    busy: sum(page.map(own).filter((ms) => ms >= 1)),
    long: page.map(own).filter((ms) => ms > 50),
  };
}
