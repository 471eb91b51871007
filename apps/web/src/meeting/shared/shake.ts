// Knows how a device shakes in its owner's hand, where it can and the meeting wants it; not when.

/** F11, Q21. `vibration` as the rules have it; `strokes`: ms of shaking and of rest in turn. */
export function shake(vibration: 'on' | 'off' | undefined, ...strokes: readonly number[]): void {
  if (vibration !== 'off' && 'vibrate' in navigator) navigator.vibrate([...strokes]);
}
