// What the office says to one alone (L4–L6), in the simple idea the core is compared with.
import type { AsidesCommand } from '@xieshang/meeting';
import type { Hall, Rules, Verdict } from './hall.ts';

type Line = [from: string, to: string, words: string, step: string, answer: string];

/** The addressee brings it a step further. */
function further(hall: Hall, { from, asideId }: { from: string; asideId: string }, by: string, change: (line: Line) => Verdict): Verdict {
  const line = hall.asides.get(`${from} ${asideId}`);
  if (line?.[1] !== by) return 'UnknownAside';
  return line[3] === 'withdrawn' ? 'AsideIsWithdrawn' : change(line);
}

function step(line: Line, to: string, over: string): Verdict {
  if (!over.split(' ').includes(line[3])) return 'silent';
  line[3] = to;
  return 'done';
}

export const asideRules: Rules<AsidesCommand['type']> = {
  SendAside: ({ asides, people }, { asideId, to, digest }, by) => {
    const known = asides.get(`${by} ${asideId}`);
    if (known) return known[1] === to && known[2] === digest ? 'silent' : 'AsideIdTaken';
    const role = people.get(to);
    if (!role) return 'UnknownPerson';
    if (role !== 'member' && role !== 'departmentRep') return 'MayNotBeTold';
    asides.set(`${by} ${asideId}`, [by, to, digest, 'sent', '']);
    return 'done';
  },
  WithdrawAside: ({ asides }, { asideId }, by) => {
    const line = asides.get(`${by} ${asideId}`);
    if (line?.[0] !== by) return 'UnknownAside';
    line[4] = '';
    return step(line, 'withdrawn', 'sent received acknowledged answered');
  },
  ReceiveAside: (hall, which, by) => further(hall, which, by, (line) => step(line, 'received', 'sent')),
  AcknowledgeAside: (hall, which, by) => further(hall, which, by, (line) => step(line, 'acknowledged', 'sent received')),
  AnswerAside: (hall, which, by) =>
    further(hall, which, by, (line) => {
      if (line[3] === 'answered') return line[4] === which.digest ? 'silent' : 'AsideIsAnswered';
      line[4] = which.digest;
      return step(line, 'answered', 'sent received acknowledged');
    }),
};
