// One browser's connection to one meeting: reads its frames, stamps who, and passes on what may be told. Knows no SQL.
import { attendeeOf, personId, type MeetingId, type ScreenName } from '@xieshang/meeting';
import { PROTOCOL, type AnyRefusal, type Answer, type Standing, type Welcome } from '@xieshang/protocol';
import { readCommand, readHello, readShown } from '@xieshang/protocol/up';
import type { Host, Seat, Told } from '@xieshang/room';
import type { Authenticated } from '../desk.ts';
import type { Overload } from '../doors/overload.ts';
import type { Pace } from '../doors/pace.ts';
import { limits } from './limits.ts';
import type { OpenRooms } from './rooms.ts';
import { isUrgent } from './urgent.ts';

export interface ConnectionDeps {
  readonly rooms: OpenRooms;
  readonly who: Authenticated;
  readonly paces: { readonly command: Pace; readonly hello: Pace };
  readonly overload: Overload;
  /** What the server can be held to (law 5). */
  readonly standing?: ((meeting: MeetingId) => Standing) | undefined;
  readonly hear: (told: Told) => void;
  /** A meeting is attended from now on, in place of the earlier one; `screen`: by a screen of the house. */
  readonly attending: (meeting: MeetingId, host: Host, screen: ScreenName | null) => void;
  /** The screen has drawn all facts up to there. */
  readonly drawn: (seq: number) => void;
  /** Frames that no honest client sends have come too often. */
  readonly giveUp: () => void;
  /** It sends faster than it may; the next is taken after so many ms. */
  readonly tooFast: (ms: number) => void;
}

export interface Connection {
  hello(frame: unknown): Promise<Welcome>;
  command(frame: unknown): Promise<Answer>;
  shown(frame: unknown): { readonly ok: boolean };
  close(): void;
}

const no = (refusal: AnyRefusal): { readonly ok: false; readonly refusal: AnyRefusal } => ({ ok: false, refusal });

export function connection({ rooms, standing, who, paces, overload, hear, attending, drawn, giveUp, tooFast }: ConnectionDeps): Connection {
  let seat: Seat | null = null;
  let open = true;
  let badFrames = 0;

  const malformed = (problem: string) => {
    badFrames += 1;
    if (badFrames >= limits.badFrames) giveUp();
    return no({ type: 'Malformed', problem });
  };

  const slower = (retryAfterMs: number) => {
    tooFast(retryAfterMs);
    return no({ type: 'TooManyCommands', retryAfterMs });
  };

  const hasReach = (meeting: MeetingId): boolean => who.scope === null || who.scope === meeting;

  return {
    hello: async (frame) => {
      const waitMs = paces.hello();
      if (waitMs > 0) return slower(waitMs);
      const read = readHello(frame);
      if (!read.ok) return malformed(read.problem);
      const { protocol, meetingId, lastSeq, screen = null } = read.frame;
      if (protocol !== PROTOCOL) return no({ type: 'ProtocolMismatch', protocol: PROTOCOL });
      if (!hasReach(meetingId)) return no({ type: 'OtherMeetingOnly' });
      const host = await rooms.host(meetingId);
      if (!host) return no({ type: 'UnknownMeeting' });
      const { state } = host.history();
      const person = personId(who.person.account);
      if (state.phase === 'notConvened' || !attendeeOf(state.roll, person)) return no({ type: 'NotOnRoll' });
      if (!open) return no({ type: 'SignInRequired' });
      seat?.leave();
      seat = host.attend({ person, hear }, lastSeq);
      attending(meetingId, host, screen);
      const { seq, head, missed } = seat;
      return { ok: true, you: person, seq, head, ...(standing ? { standing: standing(meetingId) } : {}), ...missed };
    },
    command: async (frame) => {
      const waitMs = paces.command();
      if (waitMs > 0) return slower(waitMs);
      const read = readCommand(frame);
      if (!read.ok) return malformed(read.problem);
      const { id, meetingId, body } = read.frame;
      if (!hasReach(meetingId)) return no({ type: 'OtherMeetingOnly' });
      if (!open) return no({ type: 'SignInRequired' });
      const retryAfterMs = overload.wait();
      if (retryAfterMs > 0 && (overload.isFull() || !isUrgent(body.type))) return no({ type: 'TooManyCommands', retryAfterMs });
      // A meeting is convened over HTTP only; here it is there already or unknown.
      if (!(await rooms.host(meetingId))) return no({ type: 'UnknownMeeting' });
      return overload.follow(rooms.submit(meetingId, body, { by: who.person.account, command: id }));
    },
    shown: (frame) => {
      const read = readShown(frame);
      if (!read.ok) return malformed(read.problem);
      drawn(read.frame.seq);
      return { ok: true };
    },
    close: () => {
      open = false;
      seat?.leave();
      seat = null;
    },
  };
}
