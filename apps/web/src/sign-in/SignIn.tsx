// Knows how account and password are given; not how they are checked.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api } from '../http/api.ts';
import { isHttpError, messageOf } from '../http/client.ts';
import { committeeQuery, sessionQuery } from '../http/queries.ts';
import { Button } from '../ui/Button.tsx';
import { PasswordField, TextField } from '../ui/Field.tsx';
import { signInWords } from '../words/zh/sign-in.ts';
import { DemoPeople } from './DemoPeople.tsx';
import look from './Door.module.css';
import { Door } from './Door.tsx';
import { returnAddress } from './return-address.ts';
import { useSecondsLeft } from './seconds-left.ts';

export function SignIn() {
  const committee = useQuery(committeeQuery).data;
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const { secondsLeft, waitFor } = useSecondsLeft();
  const enter = useEnter(waitFor);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (account.trim() && password && secondsLeft === 0 && !enter.isPending) enter.mutate({ account: account.trim(), password });
  };
  const said =
    secondsLeft > 0
      ? signInWords.wait(secondsLeft)
      : enter.error && !isHttpError(enter.error, 'TooManyTries')
        ? messageOf(enter.error)
        : '';
  const fill = (name: string) => {
    setAccount(name);
    setPassword(signInWords.demoPassword);
  };
  return (
    <Door below={committee?.mode === 'demo' ? <DemoPeople onChoose={fill} /> : <p className="small muted">{signInWords.forgotten}</p>}>
      <form className={look['form']} onSubmit={submit} noValidate>
        <p className="muted">{committee?.setupNeeded ? signInWords.setUp : signInWords.welcome}</p>
        <TextField
          label={signInWords.account}
          value={account}
          onText={setAccount}
          error={asked && !account.trim() ? signInWords.needAccount : undefined}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={64}
        />
        <PasswordField
          label={signInWords.password}
          value={password}
          onText={setPassword}
          error={asked && !password ? signInWords.needPassword : undefined}
          autoComplete="current-password"
          maxLength={128}
        />
        <div role="alert" className={look['error']}>
          {said}
        </div>
        <Button
          kind="primary"
          size="large"
          wide
          type="submit"
          busy={enter.isPending}
          unavailable={secondsLeft > 0 ? signInWords.wait(secondsLeft) : undefined}
        >
          {signInWords.submit}
        </Button>
      </form>
    </Door>
  );
}

/** Goes on to the page asked for; a throttled try starts the wait. */
function useEnter(waitFor: (ms: number) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { return: back } = useSearch({ from: '/sign-in' });
  return useMutation({
    mutationFn: api.signIn,
    onSuccess: async ({ person }) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, person);
      await navigate({ href: returnAddress(back), replace: true });
    },
    onError: (error) => {
      if (isHttpError(error, 'TooManyTries')) waitFor(error.retryAfterMs || 1000);
    },
  });
}
