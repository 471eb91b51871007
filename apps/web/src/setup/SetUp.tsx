// Knows how the first administrator comes in by the one-time link; not how the link was made.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { committeeQuery, sessionQuery } from '../http/queries.ts';
import look from '../sign-in/Door.module.css';
import { Door } from '../sign-in/Door.tsx';
import { passwordError } from '../sign-in/password-check.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { PasswordField, TextField } from '../ui/Field.tsx';
import { ErrorPanel } from '../ui/states.tsx';
import { errorWords } from '../words/errors.ts';
import { passwordWords, setupWords as words } from '../words/zh/sign-in.ts';

const blank = { committeeName: '', account: '', name: '', password: '', again: '' };

export function SetUp() {
  const [token] = useState(() => location.hash.slice(1));
  const [typed, setTyped] = useState(blank);
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const setUp = useMutation({
    mutationFn: api.setUp,
    onSuccess: async ({ person }) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, person);
      await navigate({ to: '/accounts', replace: true });
    },
  });
  // Told before a whole form is filled in; while it is sent, the answer tells.
  const used = useQuery(committeeQuery).data?.setupNeeded === false && setUp.isIdle;
  if (!token || used) {
    return (
      <Door>
        <ErrorPanel
          title={words.title}
          act={
            <Link to="/sign-in" search={{ return: '/' }} className={buttonLook()}>
              {words.toSignIn}
            </Link>
          }
        >
          {used ? errorWords.SetupLinkUsed : words.noToken}
        </ErrorPanel>
      </Door>
    );
  }
  const weak = passwordError(typed.password, typed.account);
  const differ = typed.again === typed.password ? undefined : passwordWords.differ;
  const ready = typed.committeeName.trim() && typed.account.trim() && typed.name.trim() && !weak && !differ;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const { committeeName, account, name, password } = typed;
    if (ready && !setUp.isPending)
      setUp.mutate({ token, committeeName: committeeName.trim(), account: account.trim(), name: name.trim(), password });
  };
  const line = (key: keyof typeof blank) => ({ value: typed[key], onText: (text: string) => setTyped({ ...typed, [key]: text }) });
  return (
    <Door>
      <form className={look['form']} onSubmit={submit} noValidate>
        <h2>{words.title}</h2>
        <p className="muted">{words.intro}</p>
        <TextField label={words.committee} hint={words.committeeHint} {...line('committeeName')} maxLength={60} />
        <TextField
          label={words.account}
          hint={words.accountHint}
          {...line('account')}
          autoComplete="username"
          autoCapitalize="none"
          maxLength={64}
        />
        <TextField label={words.name} {...line('name')} maxLength={40} autoComplete="name" />
        <PasswordField
          label={words.password}
          hint={passwordWords.hint}
          {...line('password')}
          error={asked ? weak : undefined}
          autoComplete="new-password"
        />
        <PasswordField label={words.again} {...line('again')} error={asked ? differ : undefined} autoComplete="new-password" />
        <div role="alert" className={look['error']}>
          {setUp.error ? messageOf(setUp.error) : ''}
        </div>
        <Button kind="primary" size="large" wide type="submit" busy={setUp.isPending}>
          {words.submit}
        </Button>
      </form>
    </Door>
  );
}
