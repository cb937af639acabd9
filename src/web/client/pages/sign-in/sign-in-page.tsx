import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useTitle } from '../../data/browser/use-title.js';
import { useTexts } from '../../data/language/use-texts.js';
import {
  type Session,
  signInFailure,
  useMailLink,
  useOneTimeLink,
  useProvider,
  useSession,
} from '../../data/session/session.js';
import { StatusRegion } from '../../ui/notice/status-region.js';
import { PageHead } from '../../ui/page/page-head.js';
import { Failure, Loading } from '../../ui/page/states.js';
import { useLinkToken } from './link-token.js';
import styles from './sign-in-page.module.css';

/** Signing in: with a one-time link, which only the button uses up; by asking for one; or through the provider. */
export default function SignInPage() {
  const { t } = useTexts();
  const session = useSession();
  const link = useLinkToken();
  useTitle(t('ui.sign-in.title'));
  if (session.isPending) return <Loading />;
  if (session.isLoadingError) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  return (
    <article className={styles.page}>
      <PageHead title={t('ui.sign-in.title')} />
      {session.data.name !== null && link === null ? (
        <Alert data-color="success">
          <Paragraph>{t('ui.sign-in.are', { name: session.data.name })}</Paragraph>
          <Link href="/">{t('ui.sign-in.to-cycle')}</Link>
        </Alert>
      ) : (
        <Ways key={link} ways={session.data.ways} link={link} />
      )}
    </article>
  );
}

function Ways({ ways, link }: { readonly ways: Session['ways']; readonly link: string | null }) {
  const { t } = useTexts();
  const hasFailed = new URLSearchParams(useSearch()).has('error');
  const oneTime = useOneTimeLink();
  if (link !== null && !oneTime.isError) {
    return (
      <>
        <Paragraph>{t('ui.sign-in.link-lead')}</Paragraph>
        <Button loading={oneTime.isPending || oneTime.isSuccess} onClick={() => oneTime.mutate(link)}>
          {t('ui.sign-in.do')}
        </Button>
      </>
    );
  }
  return (
    <>
      {oneTime.isError && <Refused text={signInFailure(oneTime.error, 'link-refused')} />}
      {hasFailed && !oneTime.isError && <Refused text="provider-refused" />}
      {ways.provider !== null && <Provider name={ways.provider} />}
      {ways.mail && <MailForm />}
      {!ways.mail && ways.provider === null && <Paragraph>{t('ui.sign-in.no-way')}</Paragraph>}
    </>
  );
}

function Provider({ name }: { readonly name: string }) {
  const { t } = useTexts();
  const provider = useProvider();
  return (
    <>
      {provider.isError && <Refused text={signInFailure(provider.error, 'provider-refused')} />}
      <Button loading={provider.isPending || provider.isSuccess} onClick={() => provider.mutate()}>
        {t('ui.sign-in.at', { provider: name })}
      </Button>
    </>
  );
}

function MailForm() {
  const { t } = useTexts();
  const mail = useMailLink();
  const [address, setAddress] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    mail.mutate(address.trim());
  };
  return (
    <>
      <StatusRegion>
        {mail.isSuccess && (
          <Alert data-color="info">
            <Heading level={2} data-size="xs">
              {t('ui.sign-in.sent')}
            </Heading>
            <Paragraph>{t('ui.sign-in.sent-help', { address, minutes: mail.data.minutes })}</Paragraph>
          </Alert>
        )}
      </StatusRegion>
      {!mail.isSuccess && (
        <form className={styles.form} onSubmit={send}>
          <Textfield
            label={t('ui.sign-in.address')}
            description={t('ui.sign-in.address-help')}
            type="email"
            name="address"
            autoComplete="email"
            required
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            error={mail.isError && t(`ui.sign-in.${signInFailure(mail.error, 'address-wrong')}`)}
          />
          <Button type="submit" variant="secondary" loading={mail.isPending}>
            {t('ui.sign-in.send')}
          </Button>
        </form>
      )}
    </>
  );
}

function Refused({ text }: { readonly text: string }) {
  const { t } = useTexts();
  return (
    <Alert data-color="danger" role="alert">
      {t(`ui.sign-in.${text}`)}
    </Alert>
  );
}
