// Knows how an administrator gives somebody a new password.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import type { Account } from '../http/shapes.ts';
import { passwordError } from '../sign-in/password-check.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { accountsWords as words } from '../words/zh/accounts.ts';
import { common } from '../words/zh/common.ts';
import { passwordWords } from '../words/zh/sign-in.ts';
import look from './accounts.module.css';
import { newPassword } from './new-password.ts';

export function PasswordReset({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const [password, setPassword] = useState(newPassword);
  const { say } = useNotices();
  const reset = useMutation({
    mutationFn: () => api.resetPassword(account.account, password),
    onSuccess: () => {
      say(words.resetDone);
      onClose();
    },
  });
  const weak = passwordError(password, account.account);
  return (
    <Dialog
      open
      title={words.resetTitle(account.name)}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={reset.isPending} unavailable={weak} onClick={() => reset.mutate()}>
            {words.resetAct}
          </Button>
        </>
      }
    >
      <div className={look['form']}>
        <p>{words.resetWill}</p>
        <TextField
          label={words.newPassword}
          hint={`${passwordWords.hint}${words.passwordNote}`}
          value={password}
          onText={setPassword}
          error={weak}
          autoComplete="off"
          maxLength={128}
        />
        <Button onClick={() => setPassword(newPassword())} style={{ alignSelf: 'start' }}>
          {words.generate}
        </Button>
        <div role="alert" className={look['error']}>
          {reset.error ? messageOf(reset.error) : ''}
        </div>
      </div>
    </Dialog>
  );
}
