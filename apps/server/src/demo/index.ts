// Knows what a fresh demo folder is filled with; not how any of it is kept or shown.
import { meetingId, type Plan } from '@xieshang/meeting';
import type { Append } from '@xieshang/room';
import type { Random } from '../ports.ts';
import type { ReadModel } from '../read-models/read-model.ts';
import type { Store } from '../store/index.ts';
import { loadDefaults, type CommitteeDefaults } from '../templates.ts';
import { hashOf } from '../tokens.ts';
import { courseOf } from './course.ts';
import { issueOf } from './minutes.ts';
import { committeeName, peopleOf, planOf, startOn } from './plan.ts';
import { played, type Step } from './play.ts';
import { loadSample, type Sample } from './sample.ts';

export const demoPassword = 'xieshang-demo';

export interface DemoDeps {
  readonly store: Store;
  readonly hash: (password: string) => Promise<string>;
  /** What is kept beside the logs. */
  readonly committed: ReadModel;
  readonly clock: () => number;
  readonly random: Random;
  /** Members of the meeting to come; the sample's own are the least. */
  readonly members: number;
}

/**
 * Fills an empty folder with the sample committee, the meeting to come and the one of 2022; answers whether it did.
 * People come last, so that a start that was cut short is made good by the next one.
 */
export async function seedDemo(deps: DemoDeps): Promise<boolean> {
  const { store, clock } = deps;
  if ((await store.accounts.count()) > 0) return false;
  const sample = loadSample();
  const defaults = loadDefaults();
  await store.committee.rename(committeeName);
  await meetingToCome(deps, sample, defaults, clock());
  await meetingOf2022(deps, sample, defaults);
  await people(deps, sample, defaults);
  return true;
}

async function meetingToCome(deps: DemoDeps, sample: Sample, defaults: CommitteeDefaults, now: number): Promise<void> {
  const plan = planOf(sample, defaults, {
    meeting: 'demo',
    startsAt: startOn(now),
    members: deps.members,
    onLeave: sample.course.leaves.map(({ person }) => person),
    text: ({ text, drafts }) => drafts?.at(-1) ?? text,
  });
  await hold(deps, sample, plan, now, () => [{ at: now, by: 'mishu1', body: { type: 'ConveneMeeting', plan } }]);
}

async function meetingOf2022(deps: DemoDeps, sample: Sample, defaults: CommitteeDefaults): Promise<void> {
  const convenedAt = Date.parse(sample.course.convenedAt);
  const plan = planOf(sample, defaults, {
    meeting: 'demo-done',
    startsAt: startOn(Date.parse('2022-05-26T13:30:00+08:00')),
    members: 0,
    onLeave: [],
    text: ({ text, drafts }) => drafts?.[0] ?? text,
  });
  const digests = await leaveReasons(deps, sample, plan);
  const committee = await deps.store.committee.read();
  const keeping = { store: deps.store.minutes, committee };
  await hold(deps, sample, plan, convenedAt, () => [
    ...courseOf(sample, plan, (person) => digests.get(person) ?? ''),
    ...issueOf(plan.notice.meeting, sample.minutes, keeping),
  ]);
}

/** Keeps plan and materials, then the whole log in one append: there or not there. */
async function hold(
  { store, committed, random }: DemoDeps,
  sample: Sample,
  plan: Plan,
  savedAt: number,
  course: () => readonly Step[],
): Promise<void> {
  const { meeting } = plan.notice;
  if ((await store.eventLog.read(meeting, 0)).length > 0) return;
  await store.drafts.add({ meeting, savedAt, savedBy: 'mishu1', plan });
  for (const material of plan.materials) {
    const content = sample.files.find(({ materialId }) => materialId === material.materialId)?.content;
    if (content) await store.materials.add({ meeting, ...material }, content);
  }
  const log: Append = await played(meeting, course(), random);
  await store.eventLog.append(log);
  await committed(meeting, log.events);
}

/** Why somebody cannot come stays out of the log: only its digest goes there (R7). */
async function leaveReasons({ store, random }: DemoDeps, sample: Sample, plan: Plan): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const { person, reason } of sample.course.leaves) {
    const salt = random(16);
    const word = {
      meeting: meetingId(plan.notice.meeting),
      wordId: `leave-${person}`,
      author: person,
      salt: Buffer.from(salt).toString('hex'),
      digest: hashOf(Buffer.concat([salt, Buffer.from(reason, 'utf8')])),
      text: reason,
    };
    const kept = await store.privateWords.add(word);
    if (kept) digests.set(person, kept.digest);
  }
  return digests;
}

/** One hash for all of them, so that three hundred people take no longer than one. */
async function people({ store, hash, members }: DemoDeps, sample: Sample, defaults: CommitteeDefaults): Promise<void> {
  const passwordHash = await hash(demoPassword);
  const accounts = peopleOf(sample, defaults.sectors, members)
    .filter(({ signsIn }) => signsIn !== false)
    .map(({ account, name, role, sector = null, unit = null, title = null }) => ({
      ...{ account, name, role, sector, unit, title, passwordHash },
      disabled: false,
      rehearsal: false,
    }));
  await store.accounts.addMissing(accounts);
}
