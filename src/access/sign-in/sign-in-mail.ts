import { createTransport } from 'nodemailer';
import type { Language } from '../../language/text.js';
import type { Translate } from '../../language/translate.js';
import { LINK_SECONDS } from './auth.js';
import type { SendLink } from './sign-in.js';

export interface SignInMailSettings {
  readonly url: string;
  /** The address that mail comes from, with or without a name. */
  readonly from: string;
  readonly textsIn: (language: Language) => Translate;
}

/** Mails one-time links at once, without the outbox, whose job runs only every minute. */
export function signInMail({ url, from, textsIn }: SignInMailSettings): SendLink {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0]);
  return async ({ address, name, language, link }) => {
    const t = textsIn(language);
    const minutes = LINK_SECONDS / 60;
    await transport.sendMail({
      from,
      to: { name, address },
      subject: t('sign-in.mail.subject'),
      text: `${t('sign-in.mail.lead', { name, minutes })}\n\n${link}\n\n${t('sign-in.mail.not-you')}\n`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}
