// Asks as pages do: what a busy server puts off comes again when it says so; for tests only, which share a busy machine.
const mostTries = 20;

/** The first answer that is not put off. */
export async function asAPage(ask: () => Promise<Response>): Promise<Response> {
  for (let left = mostTries; ; left -= 1) {
    const answer = await ask();
    const after = answer.headers.get('retry-after');
    if (answer.status !== 503 || after === null || left === 0) return answer;
    await new Promise((again) => setTimeout(again, Number(after) * 1000));
  }
}

/** The cookie of a session. */
export async function signedIn(url: string, account: string, password: string): Promise<string> {
  const headers = { origin: url, 'content-type': 'application/json' };
  const body = JSON.stringify({ account, password });
  const answer = await asAPage(() => fetch(`${url}/api/session`, { method: 'POST', headers, body }));
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (cookie === undefined) throw new Error(`${account} was not let in: ${answer.status} ${await answer.text()}`);
  return cookie;
}
