// Knows how Chinese is composed on a page with real composition events, and what the page sends meanwhile; not what is written.
import type { CDPSession, Page } from '@playwright/test';

export interface Composer {
  /** The letters as they stand before a word is chosen, underlined; typed one after the other. */
  type(letters: string): Promise<void>;
  /** The chosen word takes the place of the letters. */
  choose(word: string): Promise<void>;
  /** Escape: the letters go, nothing takes their place. */
  cancel(): Promise<void>;
  /** Beginnings and ends so far, each end with its text. */
  told(): Promise<readonly string[]>;
}

export async function composerOn(page: Page): Promise<Composer> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.evaluate(() => {
    for (const type of ['compositionstart', 'compositionend'] as const) {
      document.addEventListener(type, (event) => {
        const told = document.documentElement.dataset['composed'] ?? '';
        document.documentElement.dataset['composed'] = `${told}${type} ${event.data}\n`;
      });
    }
  });
  return {
    type: async (letters) => {
      for (let n = 1; n <= letters.length; n += 1) await compose(letters.slice(0, n));
    },
    choose: (word) => session.send('Input.insertText', { text: word }).then(() => undefined),
    cancel: () => compose('').then(() => undefined),
    told: () => page.evaluate(() => (document.documentElement.dataset['composed'] ?? '').split('\n').filter((line) => line !== '')),
  };
}

export interface SentFrames {
  /** Changes of the document sent so far: y-websocket's sync frames that carry an update. */
  updates(): number;
  /** Whether any frame so far holds this text. */
  hold(text: string): boolean;
}

/** Listens to the sockets of the minutes that the page opens from now on. */
export function sentBy(page: Page): SentFrames {
  const frames: Buffer[] = [];
  page.on('websocket', (socket) => {
    if (!new URL(socket.url()).pathname.startsWith('/collab/')) return;
    socket.on('framesent', ({ payload }) => void frames.push(Buffer.from(payload)));
  });
  return {
    updates: () => frames.filter(([kind, step]) => kind === 0 && step === 2).length,
    hold: (text) => frames.some((frame) => frame.includes(text)),
  };
}
