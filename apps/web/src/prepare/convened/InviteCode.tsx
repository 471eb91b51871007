// Knows one person's code on the office's screen, to be scanned on the spot.
import { useMutation } from '@tanstack/react-query';
import type { Attendee } from '@xieshang/meeting';
import { useRef } from 'react';
import { api } from '../../http/api.ts';
import { messageOf } from '../../http/client.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText, selectAll } from '../../ui/copy.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { clockTime, shortDay } from '../../words/time.ts';
import { common } from '../../words/zh/common.ts';
import { convenedWords as words } from '../../words/zh/prepare.ts';
import look from './convened.module.css';

interface InviteCodeProps {
  readonly meeting: string;
  readonly attendee: Attendee;
  readonly onClose: () => void;
}

export function InviteCode({ meeting, attendee, onClose }: InviteCodeProps) {
  const { say, warn } = useNotices();
  const shown = useRef<HTMLParagraphElement>(null);
  const invite = useMutation({ mutationFn: () => api.invite(meeting, attendee.person) });
  const copy = async (link: string) => {
    const text = shown.current;
    if (!text) return;
    if (await copyText(link, text)) return say(words.copied);
    selectAll(text);
    warn(words.notCopied);
  };
  return (
    <Dialog
      open
      title={attendee.name}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.close}</Button>
          {invite.data && <Button onClick={() => void copy(invite.data.link)}>{words.copy}</Button>}
          <Button kind={invite.data ? 'plain' : 'primary'} busy={invite.isPending} onClick={() => invite.mutate()}>
            {invite.data ? words.again : words.make}
          </Button>
        </>
      }
    >
      {!invite.data && <p>{words.againWill}</p>}
      <div role="alert" className={look['error']}>
        {invite.error ? messageOf(invite.error) : ''}
      </div>
      {invite.data && (
        <div className={look['code']}>
          <QrCode text={invite.data.link} label={words.qrOf(attendee.name)} size={260} />
          <p>{words.scan}</p>
          <p ref={shown} className={look['link']}>
            {invite.data.link}
          </p>
          <p className="small muted num">{words.validUntil(`${shortDay(invite.data.expiresAt)} ${clockTime(invite.data.expiresAt)}`)}</p>
        </div>
      )}
    </Dialog>
  );
}
