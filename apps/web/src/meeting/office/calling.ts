// Knows which commands call somebody who waits, and what that does to whoever speaks; not whom to call.
import { mayInterrupt, onFloor, type Command, type Request } from '@xieshang/meeting';
import { officeWords as words } from '../../words/zh/office.ts';
import type { Held } from '../shared/held.ts';
import { nameOf } from '../shared/people.ts';

/** Calls a waiting speaker, for a reason where another one was suggested; a speech that is running is interrupted (F10), or ends first, and with it whatever it interrupted. */
export function callingBodies({ queue: { floor } }: Held, request: Request, reason?: string): readonly [Command, ...Command[]] {
  const { requestId, kind } = request;
  if (floor.phase !== 'empty' && mayInterrupt(kind, floor.request.kind)) return [{ type: 'Interpose', requestId }];
  const give = { type: 'GiveFloor', requestId, ...(reason && { reason }) } as const;
  const [end, ...ends] = onFloor(floor).map((one) => ({ type: 'EndSpeech', requestId: one.requestId }) as const);
  return end ? [end, ...ends, give] : [give];
}

/** What becomes of those who have begun to speak, in a sentence with their names; nothing where nobody has. */
export function callingWill({ queue: { floor }, roll }: Held, { kind }: Request): string {
  if (floor.phase === 'empty') return '';
  if (mayInterrupt(kind, floor.request.kind)) return words.nextPauses(nameOf(roll, floor.request.person));
  return words.nextEndsFirst(
    onFloor(floor)
      .map(({ person }) => nameOf(roll, person))
      .join('、'),
  );
}
