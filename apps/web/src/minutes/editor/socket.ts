// A socket for the y-websocket provider: WebSocket, and where that is blocked the same frames over socket.io. Knows no document.
import { io, type Socket } from 'socket.io-client';

/** The provider's own view of a socket; it sets the four handlers before anything can happen. */
type Handler<Event> = ((event: Event) => void) | null;
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** A WebSocket that neither opens nor fails within this time is taken for blocked, ms. */
const openWithin = 4_000;
/** So often must socket.io alone get through before WebSocket is not tried first any more. */
const convincedAfter = 2;
const abnormal: Closing = { code: 1006, reason: '' };

const wayKey = 'xieshang.collab.way';
let detours = 0;
function isBlocked(): boolean {
  if (detours >= convincedAfter) return true;
  try {
    return sessionStorage.getItem(wayKey) === 'polling';
  } catch {
    return false;
  }
}
function tookDetour(): void {
  detours += 1;
  if (detours < convincedAfter) return;
  try {
    sessionStorage.setItem(wayKey, 'polling');
  } catch {
    // Only spares the next page one try.
  }
}

interface Asked {
  readonly document: string;
  readonly receipts: boolean;
  readonly schema: string | null;
}

/** `wss://host/collab/demo.minutes.2.1?receipts=1&schema=2`, as the provider builds it. */
function readAddress(address: string): Asked {
  const { pathname, searchParams } = new URL(address);
  const document = decodeURIComponent(pathname.split('/').at(-1) ?? '');
  return { document, receipts: searchParams.get('receipts') === '1', schema: searchParams.get('schema') };
}

export class CollabSocket {
  static readonly OPEN = WebSocket.OPEN;
  readonly OPEN = WebSocket.OPEN;
  binaryType = 'arraybuffer';
  onopen: Handler<unknown> = null;
  onmessage: Handler<{ readonly data: ArrayBuffer }> = null;
  onerror: Handler<unknown> = null;
  onclose: Handler<Closing> = null;
  readyState: number = WebSocket.CONNECTING;
  #send: (frame: Uint8Array<ArrayBuffer>) => void = () => undefined;
  #end: () => void = () => undefined;

  constructor(address: string) {
    if (isBlocked()) this.#overPolling(address);
    else this.#overWebSocket(address);
  }

  send(frame: Uint8Array<ArrayBuffer>): void {
    if (this.readyState === WebSocket.OPEN) this.#send(frame);
  }

  close(): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.#end();
  }

  #opened(): void {
    if (this.readyState !== WebSocket.CONNECTING) return;
    this.readyState = WebSocket.OPEN;
    this.onopen?.({});
  }

  #closed({ code, reason }: Closing): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.readyState = WebSocket.CLOSED;
    this.onclose?.({ code, reason });
  }

  #overWebSocket(address: string): void {
    const native = new WebSocket(address);
    native.binaryType = 'arraybuffer';
    let heard = false;
    const leave = (): void => {
      clearTimeout(late);
      native.onopen = native.onmessage = native.onclose = null;
      native.close();
    };
    const detour = (): void => {
      leave();
      if (this.readyState === WebSocket.CONNECTING) this.#overPolling(address, tookDetour);
    };
    const late = setTimeout(detour, openWithin);
    this.#end = leave;
    this.#send = (frame) => native.send(frame);
    native.onopen = () => {
      clearTimeout(late);
      this.#opened();
    };
    native.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      heard = true;
      this.onmessage?.({ data });
    };
    native.onclose = ({ code, reason }) => {
      if (this.readyState === WebSocket.CONNECTING) return detour();
      // Some proxies let the handshake through and nothing after it.
      if (!heard && code === abnormal.code) detours += 1;
      this.#closed({ code, reason });
    };
  }

  #overPolling(address: string, through: () => void = () => undefined): void {
    const socket: Socket = io('/collab', {
      path: '/socket.io/',
      transports: ['polling'],
      auth: readAddress(address),
      reconnection: false,
      forceNew: true,
      timeout: openWithin,
    });
    this.#end = () => void socket.disconnect();
    this.#send = (frame) => void socket.emit('frame', frame);
    socket.on('connect', () => {
      through();
      this.#opened();
    });
    socket.on('frame', (data: ArrayBuffer) => this.onmessage?.({ data }));
    socket.on('closed', (closing: Closing) => this.#closed(closing));
    socket.on('disconnect', () => this.#closed(abnormal));
    socket.on('connect_error', (error: Error & { readonly data?: Partial<Closing> }) => {
      this.#end();
      this.#closed({ code: error.data?.code ?? abnormal.code, reason: error.data?.reason ?? '' });
    });
  }
}
