// Knows how somebody is signed in without the sign-in page; not who they are.

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

export async function signedIn(url: string, account: string, password = 'xieshang-demo'): Promise<Cookie[]> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ account, password }),
  });
  if (!answer.ok) throw new Error(`${account} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => cookieOf(line.split(';')[0] ?? '', url));
}

/** `pair` is `name=value`, for the site of that address. */
export function cookieOf(pair: string, address: string): Cookie {
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(address).origin };
}
