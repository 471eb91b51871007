// Knows how a device sounds a short tone so many times, once somebody has touched the page; not when.
let context: AudioContext | null = null;

/** Browsers sound nothing before a gesture: the first one opens the way. */
function open(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume().catch(() => undefined); // the next gesture is another try
}
if (typeof document !== 'undefined')
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, open, { passive: true });

const lengthSeconds = 0.16;
const gapSeconds = 0.14;

/** Silent where the page has not been touched, or the device has no sound. */
export function beep(times: number): void {
  if (!context || context.state !== 'running') return;
  for (let n = 0; n < times; n += 1) {
    const from = context.currentTime + n * (lengthSeconds + gapSeconds);
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = 784;
    // In and out without a crack.
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.22, from + 0.02);
    loudness.gain.linearRampToValueAtTime(0, from + lengthSeconds);
    tone.connect(loudness).connect(context.destination);
    tone.start(from);
    tone.stop(from + lengthSeconds);
  }
}
