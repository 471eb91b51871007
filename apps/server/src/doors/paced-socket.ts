// Knows a WebSocket whose messages are taken in turns, and which is not read while some of them wait; not what is said on it.
import { WebSocket, WebSocketServer, type ServerOptions } from 'ws';
import { openTurns, type Intake } from './turns.ts';

/** One for the process: whoever floods one door must not starve those at another. */
const turns = openTurns();

/** Events that must stay in the order in which they happened. */
const inOrder = new Set<string | symbol>(['message', 'error', 'close']);

export class PacedSocket extends WebSocket {
  #intake: Intake | undefined;

  get #turn(): Intake {
    return (this.#intake ??= turns.intake({ pause: () => this.pause(), resume: () => this.resume() }));
  }

  /** Is not read for that long, ms: what it sends meanwhile waits in its own network. */
  hold(ms: number): void {
    this.#turn.hold(ms);
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (!inOrder.has(event)) return super.emit(event, ...args);
    this.#turn.take(() => void super.emit(event, ...args));
    return true;
  }
}

/** For `wsEngine` and for doors of our own. */
export class PacedSocketServer extends WebSocketServer<typeof PacedSocket> {
  constructor(options: ServerOptions<typeof PacedSocket>) {
    super({ ...options, WebSocket: PacedSocket });
  }
}
