// Knows how a person changes the own password; not how it is kept.
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { passwordError } from '../sign-in/password-check.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { PasswordField } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { meWords as words } from '../words/zh/me.ts';
import { passwordWords } from '../words/zh/sign-in.ts';
import look from './OwnDevices.module.css';

const blank = { current: '', next: '', again: '' };

export function OwnPassword({ account }: { readonly account: string }) {
  const [typed, setTyped] = useState(blank);
  const [asked, setAsked] = useState(false);
  const { say } = useNotices();
  const change = useMutation({
    mutationFn: api.changePassword,
    onSuccess: () => {
      setTyped(blank);
      setAsked(false);
      say(words.changed);
    },
  });
  const weak = passwordError(typed.next, account);
  const differ = typed.again === typed.next ? undefined : passwordWords.differ;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (typed.current && !weak && !differ && !change.isPending) change.mutate({ current: typed.current, next: typed.next });
  };
  const line = (key: keyof typeof blank) => ({
    value: typed[key],
    onText: (text: string) => setTyped({ ...typed, [key]: text }),
    maxLength: 128,
  });
  return (
    <Card>
      <h2>{words.passwordTitle}</h2>
      <form className={look['form']} onSubmit={submit} noValidate>
        <PasswordField label={words.current} {...line('current')} autoComplete="current-password" />
        <PasswordField
          label={words.next}
          hint={passwordWords.hint}
          {...line('next')}
          error={asked ? weak : undefined}
          autoComplete="new-password"
        />
        <PasswordField label={words.again} {...line('again')} error={asked ? differ : undefined} autoComplete="new-password" />
        <div role="alert" className={look['error']}>
          {change.error ? messageOf(change.error) : ''}
        </div>
        <Button type="submit" busy={change.isPending} style={{ alignSelf: 'start' }}>
          {words.change}
        </Button>
      </form>
    </Card>
  );
}
