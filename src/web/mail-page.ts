import { type Request, type Response, Router } from 'express';
import type { Language } from '../language/text.js';
import type { UsedGrant } from '../reminders/recipients/grant-actions.js';
import type { Grant } from '../reminders/recipients/signed-link.js';
import type { Task } from '../task/task.js';
import { summaryOf, type TaskWording } from '../task/wording.js';
import { type Html, html } from './html.js';
import { sendPage } from './page.js';

export interface MailPageContext {
  readonly wordingIn: (language: Language) => TaskWording;
  readonly languageOf: (request: Request) => Language;
  /** The grant of a link; undefined when it is not right or too old. */
  readonly grantOf: (token: string) => Grant | undefined;
  /** The task of a grant, null when it is about none; undefined when the task is gone. */
  readonly taskOf: (grant: Grant) => Promise<Task | null | undefined>;
  /** The token of a link. */
  readonly tokenOf: (grant: Grant) => string;
  /** Does what a grant allows; undefined when that cannot be done. */
  readonly use: (grant: Grant) => Promise<UsedGrant | undefined>;
}

/** What a page says: the key of its heading, and what stands under it. */
interface MailPage {
  readonly key: string;
  readonly status?: number;
  readonly content?: Html;
}

/**
 * The pages that links in mails lead to. Opening one changes nothing, because mail scanners do; its button, and the
 * one-click unsubscribing of mail programs (RFC 8058), post.
 */
export function mailPages({ wordingIn, languageOf, grantOf, taskOf, tokenOf, use }: MailPageContext): Router {
  const router = Router();
  const answer = (
    request: Request,
    response: Response,
    { key, status = 200, content = html`` }: MailPage,
  ) => {
    const wording = wordingIn(languageOf(request));
    response.status(status);
    sendPage(response, wording, wording.t(key), content);
  };
  router.use('/mail', (_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    next();
  });
  router.get('/mail/:token', async (request, response) => {
    const grant = grantOf(request.params.token);
    const task = grant && (await taskOf(grant));
    if (!grant || task === undefined)
      return answer(request, response, { key: 'mail.link-invalid', status: 404 });
    const wording = wordingIn(languageOf(request));
    const title = wording.t(`mail.link-${grant.purpose}`, { title: task ? summaryOf(task, wording) : '' });
    const form = html`<form method="post"><button type="submit">${wording.t(`mail.link-do-${grant.purpose}`)}</button></form>`;
    sendPage(response, wording, title, form);
  });
  router.post('/mail/:token', async (request, response) => {
    const grant = grantOf(request.params.token);
    const used = grant && (await use(grant));
    if (!used) return answer(request, response, { key: 'mail.link-invalid', status: 404 });
    const { back } = used;
    const again =
      back === null
        ? html``
        : html`<form method="post" action="/mail/${tokenOf(back)}"><button type="submit">${wordingIn(languageOf(request)).t(`mail.link-do-${back.purpose}`)}</button></form>`;
    answer(request, response, { key: `mail.link-was-${grant.purpose}`, content: again });
  });
  return router;
}
