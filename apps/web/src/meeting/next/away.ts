// Knows whether somebody is likely to look at this page now.

/** Behind another tab or window, or on a locked device. */
export const isAway = (): boolean => document.visibilityState === 'hidden' || !document.hasFocus();
