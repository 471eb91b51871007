// Knows which panels stand beside the text, in the order of their tabs. A panel is a folder here and a line below.
import type { Panel } from './panel.ts';

export const panels: readonly Panel[] = [];
