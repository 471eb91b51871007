// Knows how a device remembers a yes under a name; not what it is about. A private window may refuse storage: then it lasts as long as the page.

export function isFlagged(name: string): boolean {
  try {
    return localStorage.getItem(name) === '1';
  } catch {
    return false;
  }
}

export function flag(name: string, on: boolean): void {
  try {
    if (on) localStorage.setItem(name, '1');
    else localStorage.removeItem(name);
  } catch {
    // Who set it remembers until the page goes.
  }
}
