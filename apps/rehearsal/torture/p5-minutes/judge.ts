// Brings the minutes of one seed to rest and says what is not as it must be (P5). Does nothing to the server but end it once more.
import { factsIn, factsOf, headedSections, readDocument, schema } from '@xieshang/minutes';
import { pause } from '../../src/course.ts';
import { contentOf } from '../../src/pen.ts';
import type { Page } from './page.ts';
import { course, stranger } from './people.ts';
import { companyMs, turn, type World } from './world.ts';

/** Rounds of carrying; a few are enough. */
const patience = 600;

/** Everything arrives, everybody is there. False when it never comes to rest. */
async function rest(world: World, more: readonly Page[] = []): Promise<boolean> {
  world.release();
  let quiet = 0;
  for (let round = 0; round < patience && quiet < 2; round += 1) {
    await world.tend();
    const all = [...world.pages, ...more];
    for (const page of all) {
      if (!page.line() && page.refusal() === null) page.connect(world.server());
      page.line()?.hold(false);
      page.line()?.carry('up', 200);
    }
    world.pass(1000);
    const isMoving = quiet === 0 && all.some((page) => page.line()?.isQuiet() === false);
    await (isMoving ? turn() : pause(companyMs));
    for (const page of all) page.line()?.carry('down', 200);
    const isQuiet = world.server().isAlive() && !world.server().isWriting() && all.every((page) => page.line()?.isQuiet() === true);
    quiet = isQuiet ? quiet + 1 : 0;
  }
  return quiet >= 2;
}

export interface Verdict {
  readonly hashes: number;
  readonly pending: number;
  readonly doubled: number;
  readonly missing: number;
  readonly strange: number;
  readonly template: number;
  readonly looks: number;
}

export async function judge(world: World): Promise<Verdict> {
  const { wrong } = world;
  for (let step = 0; step < course.length; step += 1) world.advance();
  // First those who were there: a server that is dead by now is found out and replaced here.
  if (!(await rest(world))) wrong.push('副本之间始终没有安静下来');
  const late = world.open(stranger);
  if (!(await rest(world, [late]))) wrong.push('后来的人没有读到全文');
  const looks = [...world.pages, late].filter(changesByLooking).length;
  if (!(await rest(world, [late]))) wrong.push('看过之后没有安静下来');
  const before = await world.server().collab.read(world.meeting);
  await world.end('kill');
  const afterwards = world.open(stranger);
  if (!(await rest(world, [afterwards]))) wrong.push('重新启动后没有安静下来');
  const logged = await world.logged();
  const docs = [...world.pages, late, afterwards].map(({ doc }) => doc).concat(logged);
  const text = contentOf(logged).letters;
  const times = (word: string): number => text.split(word).length - 1;
  const fates = [...world.fates];
  const facts = factsIn(logged).toSorted();
  const headings = headedSections.filter((section) => logged.getXmlFragment('minutes').toJSON().split(`section="${section}"`).length !== 2);
  const expected = factsOf(course.at(-1) as (typeof course)[number]).map(({ fact }) => fact);
  const isSound = JSON.stringify(facts) === JSON.stringify(expected.toSorted()) && headings.length === 0;
  try {
    schema.nodeFromJSON(readDocument(logged)).check();
  } catch (error) {
    wrong.push(`正文不合格式：${error instanceof Error ? error.message : String(error)}`);
  }
  if (JSON.stringify(before) !== JSON.stringify(readDocument(logged))) wrong.push('重新启动之后的正文与之前的不同');
  const verdict = {
    hashes: new Set(docs.map((doc) => contentOf(doc).hash)).size,
    pending: docs.filter(({ store }) => store.pendingStructs !== null || store.pendingDs !== null).length,
    doubled: fates.filter(([word]) => times(word) > 1).length,
    missing: fates.filter(([word, fate]) => fate === 'due' && times(word) === 0).length,
    strange: fates.filter(([word, fate]) => fate === 'never' && times(word) > 0).length,
    template: isSound ? 0 : 1,
    looks,
  };
  for (const page of [...world.pages, late, afterwards]) page.close();
  await world.server().collab.close();
  return verdict;
}

/** A screen deletes what its schema does not take (P1). It may join two texts of its own that stand side by side; what is read stays. */
function changesByLooking({ doc, editor }: Page): boolean {
  const before = contentOf(doc).hash;
  editor.read();
  return contentOf(doc).hash !== before;
}
