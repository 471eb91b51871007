// A connection without a network: frames lie in it until somebody lets them arrive. Knows not what is in them.
import type { Closing, Line } from '@xieshang/server/testing';
import type { Authenticated, Mortal } from './people.ts';

export interface CableEnd {
  hear(frame: Uint8Array): void;
  /** `null`: the line was cut. */
  ended(closing: Closing | null): void;
}

export interface Cable {
  say(frame: Uint8Array): void;
  /** Lets so many frames arrive on one side. */
  carry(way: 'up' | 'down', frames: number): void;
  /** Held frames arrive on neither side. */
  hold(held: boolean): void;
  /** What has not arrived is gone. */
  cut(): void;
  isQuiet(): boolean;
  isOver(): boolean;
}

export function cable(server: Mortal, who: Authenticated, document: string, end: CableEnd): Cable {
  const up: Uint8Array[] = [];
  const down: (Uint8Array | Closing)[] = [];
  let isOpen = true;
  let isHeld = false;

  const over = (closing: Closing | null): void => {
    if (!isOpen) return;
    isOpen = false;
    end.ended(closing);
  };
  const line: Line = server.open({
    ...{ who, document, receipts: false, schema: null },
    transport: {
      send: (frame) => void down.push(frame),
      sendAll: ({ frames }) => void down.push(...frames),
      unread: () => 0,
      close: (closing) => void down.push(closing),
    },
  });

  return {
    say: (frame) => void (isOpen && up.push(frame)),
    carry: (way, frames) => {
      for (let left = frames; left > 0 && isOpen && !isHeld; left -= 1) {
        const next = way === 'up' ? up.shift() : down.shift();
        if (next === undefined) return;
        if (!(next instanceof Uint8Array)) over(next);
        else if (way === 'up') line.take(next);
        else end.hear(next);
      }
    },
    hold: (held) => {
      isHeld = held;
    },
    cut: () => {
      line.gone();
      over(null);
    },
    isOver: () => !isOpen,
    isQuiet: () => !isOpen || (up.length === 0 && down.length === 0),
  };
}
