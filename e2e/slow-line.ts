// Knows how what a server tells one page is held back for a while, as on a line that is slow; what the page says goes out at once.
import type { Page, WebSocketRoute } from '@playwright/test';

export interface SlowLine {
  /** From now on nothing reaches the page. */
  hold(): void;
  /** Everything that was held back, in its order, and then all as before. */
  release(): void;
}

/** For a page that has not been opened yet. */
export async function slowLine(page: Page): Promise<SlowLine> {
  const kept: (() => void)[] = [];
  let held = false;
  await page.routeWebSocket(/./, (route: WebSocketRoute) => {
    const server = route.connectToServer();
    server.onMessage((message) => {
      if (held) kept.push(() => route.send(message));
      else route.send(message);
    });
  });
  return {
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      for (const pass of kept.splice(0)) pass();
    },
  };
}
