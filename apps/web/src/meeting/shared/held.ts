// Knows a meeting that has been convened, as every screen of the room holds it.
import type { ConvenedMeeting } from '../../live/index.ts';

export type Held = ConvenedMeeting;
