// Judges a simulated meeting after everything was mended: nothing acknowledged is lost, nothing counted twice, everybody holds the same. Mends nothing.
import { attendeeOf, timersOf, view, type CommandId, type PersonId } from '@xieshang/meeting';
import { canonical, digestOf, firstHead, nextHead, type Answer } from '@xieshang/protocol';
import { judgeVotes, type Recounted } from './recount.ts';
import type { Fault } from './watch.ts';
import { meeting, type Client, type World } from './world.ts';

type Found = (figure: Fault['figure'], sentence: string) => void;

export function judge(world: World): Recounted {
  const found: Found = (figure, sentence) => void world.faults.push({ figure, sentence });
  for (const trouble of world.hands.troubles) if (trouble.kind === 'bug') found('bugs', `规则出错：${trouble.commandType}`);
  const head = judgeLog(world, found);
  const recounted = judgeVotes(world, world.host()?.history().state, found);
  judgeAnswers(world, found);
  judgeHost(world, head, found);
  for (const client of world.clients) judgeReplica(world, client, found);
  return recounted;
}

/** Laws 4, 5: no gap, one chain, every command in one place, and all that was ever told is what stands there. */
function judgeLog({ disk, told }: World, found: Found): string {
  const events = disk.events();
  let head = firstHead(meeting);
  const finished = new Set<CommandId>();
  events.forEach(({ seq, bytes, hash, command }, place) => {
    head = nextHead(head, digestOf(bytes));
    if (seq !== place + 1) found('gaps', `日志第 ${place + 1} 条的编号是 ${seq}`);
    if (hash !== head) found('forks', `日志在第 ${seq} 条断链`);
    if (!disk.answers().has(command)) found('dup', `第 ${seq} 条事实的命令 ${command} 没有答复`);
    if (events[place - 1]?.command !== command && finished.has(command)) found('dup', `${command} 的事实记了两次`);
    finished.add(command);
    const heard = told.facts.get(seq);
    if (heard && ('bytes' in heard ? heard.bytes !== bytes : heard.digest !== digestOf(bytes))) found('forks', `第 ${seq} 条事实后来变了`);
  });
  if (told.newest > events.length) found('lost', `告诉过人的第 ${told.newest} 条事实不在日志里`);
  return head;
}

/** Laws 2, 3: every yes stands on the disk under its sender; every last no stands nowhere; who is still here has an answer. */
function judgeAnswers({ disk, clients, gone, posted }: World, found: Found): void {
  const check = (id: CommandId, by: PersonId, answer: Answer): void => {
    const stored = disk.answers().get(id);
    // Law 7: a ballot leaves no answer on the disk; whether it is in the count is seen there.
    if (answer.ok && answer.receipt) return stored && found('contradicted', `密票 ${id} 的命令记在盘上`);
    if (answer.ok && (stored?.by !== by || stored.seq !== answer.seq)) found('lost', `${id} 确认过，盘上没有`);
    if (!answer.ok && answer.refusal.type !== 'NotStored' && answer.refusal.type !== 'CommandIdTaken' && stored)
      found('contradicted', `${id} 拒绝过（${answer.refusal.type}），盘上却有`);
  };
  for (const client of [...clients, ...gone]) {
    for (const [id, answer] of client.sent) {
      if (answer) check(id, client.person, answer);
      else if (clients.includes(client)) found('behind', `${client.name} 的 ${id} 始终没有答复`);
    }
  }
  for (const { id, by, answer } of posted) if (answer) check(id, by, answer);
}

function judgeHost({ disk, host, hands }: World, head: string, found: Found): void {
  const now = host()?.history();
  const overdue = now ? timersOf(now.state).filter(({ at }) => at <= hands.now()) : [];
  for (const { command } of overdue) found('behind', `${command} 到时没有发生`);
  if (now?.seq !== disk.events().length || now.head !== head)
    found('forks', `会议室在第 ${now?.seq ?? 0} 条，日志在第 ${disk.events().length} 条`);
}

function judgeReplica({ host, disk }: World, { name, person, replica }: Client, found: Found): void {
  const picture = replica.picture();
  const { state, seq, head } = host()?.history() ?? { state: { phase: 'notConvened' } as const, seq: 0, head: '' };
  const role = state.phase === 'notConvened' ? undefined : attendeeOf(state.roll, person)?.role;
  if (picture.chain === 'broken') found('forks', `${name} 看到断链`);
  if (picture.pending.length > 0) found('behind', `${name} 还有 ${picture.pending.length} 条在途`);
  if ((picture.refused === null) !== (role !== undefined)) found('behind', `${name} 被拒之门外，或该被拒而没有`);
  if (role === undefined) return;
  if (picture.seq !== seq) return found('behind', `${name} 停在第 ${picture.seq} 条，日志在第 ${disk.events().length} 条`);
  if (picture.head !== head) found('gaps', `${name} 的链头与会议室不同`);
  if (hashOf(picture.state) !== hashOf(view(state, { person, role }))) found('forks', `${name} 的会议与会议室不同`);
}

// A state is plain JSON, as its law says; the compiler cannot see that through interfaces.
const hashOf = (state: unknown): string => digestOf(canonical(state as Parameters<typeof canonical>[0]));
