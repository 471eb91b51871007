// Knows the two cookies: their names, what they allow, how they are read; not what an id or a device may do.
import type { Cookies } from '../desk.ts';

/** Over https the session cookie is Secure and bound to this host by its name; plain http on an office network cannot have that. */
export function cookies(https: boolean): Cookies {
  const names = { session: https ? '__Host-xieshang' : 'xieshang', device: https ? '__Host-xieshang-device' : 'xieshang-device' };
  return {
    read: (header, name) => {
      for (const pair of (header ?? '').split(';')) {
        const [key, value] = pair.trim().split('=', 2);
        if (key === names[name] && value !== undefined && /^[\w-]{1,128}$/.test(value)) return value;
      }
      return null;
    },
    write: (name, value, maxAgeMs) =>
      `${names[name]}=${value}; Path=/; Max-Age=${Math.floor(maxAgeMs / 1000)}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`,
  };
}
