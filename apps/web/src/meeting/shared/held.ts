// Knows a meeting that has been convened, as every screen of the room holds it.
import type { Assembled, Meeting } from '@xieshang/meeting';

export type Held = Meeting & Assembled;
