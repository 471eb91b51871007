// Knows how large and how deep a packet's text may be, before anything reads it as JSON; not what is said in it.
import { Decoder, Encoder } from 'socket.io-parser';

/** The text of one packet. What is binary in it comes apart from it, and the transport limits that. */
export const packetChars = 256 * 1024;
/** No frame of ours goes deeper than 8. Whatever walks through a deep one runs out of stack, and that would end the process. */
const deepest = 32;

class CarefulDecoder extends Decoder {
  /** Throws for a packet that is none; whoever sent it is sent away. */
  override add(packet: unknown): void {
    if (typeof packet === 'string' && (packet.length > packetChars || isDeeper(packet, deepest))) throw new Error('no such packet');
    super.add(packet);
  }
}

/** For socket.io: its own packets, read with care. */
export const parser = { Encoder, Decoder: CarefulDecoder };

/** Whether brackets stand in one another more than so many times; those within strings are letters. */
export function isDeeper(json: string, depth: number): boolean {
  let open = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charCodeAt(at);
    if (isText) {
      if (letter === backslash) at += 1;
      else if (letter === quote) isText = false;
    } else if (letter === quote) isText = true;
    else if (letter === bracket || letter === brace) {
      open += 1;
      if (open > depth) return true;
    } else if (letter === bracketEnd || letter === braceEnd) open -= 1;
  }
  return false;
}

const [quote, backslash, bracket, bracketEnd, brace, braceEnd] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
