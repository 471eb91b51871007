// Knows who may vote for whom; not how a vote is given.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Stamped } from '../envelope.ts';
import type { PersonId } from '../ids.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp, without } from '../record.ts';
import { attendeeOf, isPresent } from '../roll.ts';
import type { ProxyCommand } from './commands.ts';
import type { ProxyEvent } from './events.ts';
import type { Proxies } from './types.ts';

/** V24. A member gives the vote to another member for when one is not here; where the rules allow it, at most so many to one holder. */
export function decideProxy({ rules, roll, proxies }: Assembled, command: Stamped<ProxyCommand>): Decision {
  const { by } = command;
  if (command.type === 'RevokeProxy') {
    return lookUp(proxies, by) === undefined ? yes() : yes({ type: 'ProxyRevoked', payload: { principal: by } });
  }
  const { to } = command;
  if (!rules.proxies) return no({ type: 'ProxiesNotAllowed' });
  if (to === by || attendeeOf(roll, to)?.role !== 'member') return no({ type: 'MayNotHoldProxy', person: to });
  if (lookUp(proxies, by) === to) return yes();
  if (Object.values(proxies).filter((holder) => holder === to).length >= rules.proxies.most) {
    return no({ type: 'TooManyProxies', person: to, most: rules.proxies.most });
  }
  return yes({ type: 'ProxyGranted', payload: { principal: by, holder: to } });
}

export function evolveProxies(proxies: Proxies, event: ProxyEvent): Proxies {
  const { principal } = event.payload;
  return event.type === 'ProxyGranted' ? { ...proxies, [principal]: event.payload.holder } : without(proxies, principal);
}

/** V24. Those that count now: the principal is a member and not here, the holder is. */
export function effectiveProxies({ roll, proxies }: Assembled): Proxies {
  const counting = (Object.entries(proxies) as [PersonId, PersonId][]).filter(
    ([principal, holder]) => attendeeOf(roll, principal)?.role === 'member' && !isPresent(roll, principal) && isPresent(roll, holder),
  );
  return Object.fromEntries(counting) as Proxies;
}
