// Knows how a device sounds a short tone so many times, once somebody has touched the page, unless it is muted here; not when.
import { useSyncExternalStore } from 'react';
import { flag, isFlagged } from './device-flag.ts';

let context: AudioContext | null = null;

/** Browsers sound nothing before a gesture: the first one opens the way. */
function open(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume().catch(() => undefined); // the next gesture is another try
}
if (typeof document !== 'undefined') {
  // A finger opens it when it is lifted, a mouse when it is pressed.
  for (const kind of ['pointerdown', 'pointerup', 'keydown']) document.addEventListener(kind, open, { passive: true });
  // The page may have been touched before this part of it came.
  if (typeof navigator.userActivation === 'object' && navigator.userActivation.hasBeenActive) open();
}

const key = 'muted';
const listeners = new Set<() => void>();
let muted: boolean | undefined;

const isMuted = (): boolean => (muted ??= isFlagged(key));

export function setMuted(to: boolean): void {
  muted = to;
  flag(key, to);
  for (const listener of listeners) listener();
}

export function useMuted(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isMuted);
}

const lengthSeconds = 0.16;
const gapSeconds = 0.14;

/** Hz. */
const pitches = { high: 784, low: 523 } as const;

/** Silent where the page has not been touched, the device has no sound or is muted here. */
export function beep(times: number, pitch: keyof typeof pitches = 'high'): void {
  if (!context || context.state !== 'running' || isMuted()) return;
  for (let n = 0; n < times; n += 1) {
    const from = context.currentTime + n * (lengthSeconds + gapSeconds);
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = pitches[pitch];
    // In and out without a crack.
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.22, from + 0.02);
    loudness.gain.linearRampToValueAtTime(0, from + lengthSeconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(from);
    tone.stop(from + lengthSeconds);
  }
}
