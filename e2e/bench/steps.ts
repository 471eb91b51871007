// Knows how the other half is asked to lead the meeting one step further; not how it does that.

export type Step =
  | { readonly do: 'checkIn' | 'leave' | 'ask'; readonly from: number; readonly to: number }
  | { readonly do: 'cast'; readonly motion: string; readonly from: number; readonly to: number }
  | { readonly do: 'open' | 'toFloor' | 'toVoting' }
  | { readonly do: 'openVoting' | 'closeVoting' | 'announce'; readonly motion: string };

/** Resolves when the step is on disk and told. */
export function take(step: Step): Promise<void> {
  return new Promise((resolve) => {
    process.once('message', () => resolve());
    process.send?.({ step });
  });
}
