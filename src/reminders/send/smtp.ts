import { Transform } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { OutboxMessage } from '../outbox/outbox.store.js';
import type { SendMessage, SmtpAnswer } from './delivery.js';

export interface SmtpSettings {
  readonly url: string;
  /** The address that mail comes from; the name is the county's. */
  readonly from: string;
  /** The address that mail is returned to when it cannot be delivered. */
  readonly bounces: string;
  /** A mailbox that somebody reads, for those whose mail program unsubscribes by mail; null without one. */
  readonly unsubscribe: string | null;
  /** Without a trailing slash; its host is used in Message-IDs. */
  readonly baseUrl: string;
}

export interface SmtpSender {
  readonly send: SendMessage;
  readonly close: () => void;
}

/** What nodemailer says of a failure. */
interface SmtpError {
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly code?: string;
  /** Of the system: what it was doing. */
  readonly syscall?: string;
  readonly timeoutType?: string;
  readonly message: string;
}

/** Sends messages over one persistent connection to an SMTP server. */
export function smtpSender(settings: SmtpSettings): SmtpSender {
  const transport = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0]);
  transport.use('stream', ({ data, message }, done) => {
    const { beforeTaken } = data as HeldMail;
    if (beforeTaken) message.transform(() => heldBack(beforeTaken));
    done();
  });
  return {
    send: async (message, beforeTaken) => {
      try {
        const mail: HeldMail = { ...mailOf(message, settings), beforeTaken };
        const { response } = await transport.sendMail(mail);
        return { kind: 'accepted', text: response };
      } catch (error) {
        return answerOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface HeldMail extends SendMailOptions {
  readonly beforeTaken?: () => Promise<void>;
}

/** Lets a mail through, its end not before something else is done. */
function heldBack(beforeEnd: () => Promise<void>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => {
      beforeEnd().then(() => done(), done);
    },
  });
}

/** The Message-ID of a message: the same at every attempt, so that the one a crash can repeat is known again. */
export function messageIdOf({ id }: Pick<OutboxMessage, 'id'>, host: string): string {
  return `<${id}@${host}>`;
}

/** The mail of a message, its parts and headers as ICAL.md M1–M5 ask. */
export function mailOf(message: OutboxMessage, settings: Omit<SmtpSettings, 'url'>) {
  const { address, content, kind } = message;
  const { from, bounces, baseUrl } = settings;
  const host = new URL(baseUrl).hostname;
  const thread = content.thread === null ? undefined : `<task-${content.thread}@${host}>`;
  return {
    from: { name: content.sender, address: from },
    ...(content.replyTo !== null && { replyTo: content.replyTo }),
    to: { name: content.name, address },
    envelope: { from: bounces, to: address },
    subject: content.subject,
    text: content.text,
    html: content.html,
    ...(content.calendar !== null && {
      alternatives: [
        { contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content: content.calendar },
      ],
    }),
    messageId: messageIdOf(message, host),
    ...(thread !== undefined && { inReplyTo: thread, references: thread }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
      'List-Id': `<${kind}.arshjul.${host}>`,
      'List-Unsubscribe': unsubscribeWays(content.unsubscribeUrl, settings),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    // What a task says is text, never a file to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The List-Unsubscribe addresses: the link, and a mail whose subject carries its token for whoever reads the mailbox. */
function unsubscribeWays(url: string, { unsubscribe }: Pick<SmtpSettings, 'unsubscribe'>): string {
  if (unsubscribe === null) return `<${url}>`;
  const subject = encodeURIComponent(`unsubscribe ${url.slice(url.lastIndexOf('/') + 1)}`);
  return `<${url}>, <mailto:${unsubscribe}?subject=${subject}>`;
}

/** What is said of one message, by the last command. */
const OF_MESSAGE: readonly unknown[] = ['MAIL FROM', 'RCPT TO', 'DATA'];

/**
 * ICAL.md M6: 5xx after RCPT or DATA is the recipient's; at the greeting or sign-in it is ours, and marks nothing as failed.
 * After MAIL FROM it may be either, a message that is too large or a sender that is not allowed: the message is tried
 * again for two days, which leaves time to set the sender right, and holds up no other.
 */
export function answerOf(error: SmtpError): SmtpAnswer {
  const { responseCode, response, command, code, message } = error;
  const text = response ?? message;
  if (responseCode !== undefined && OF_MESSAGE.includes(command))
    return { kind: responseCode >= 500 && command !== 'MAIL FROM' ? 'refused' : 'deferred', text };
  // Nodemailer itself finds no address in it to send to.
  if (code === 'EENVELOPE') return { kind: 'refused', text };
  if (code === 'EMESSAGE' || code === 'ESTREAM') return { kind: 'deferred', text };
  return { kind: isBeforeMessage(error) ? 'unavailable' : 'lost', text };
}

/** Whether it went wrong before a message was begun: while connecting, at the greeting, at EHLO or at sign-in. */
function isBeforeMessage({ responseCode, command, code, syscall, timeoutType }: SmtpError): boolean {
  return (
    responseCode !== undefined ||
    (command !== undefined && command !== 'CONN' && command !== 'API') ||
    ['EDNS', 'EAUTH', 'ETLS'].includes(code ?? '') ||
    ['connect', 'getaddrinfo'].includes(syscall ?? '') ||
    (timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT')
  );
}
