import { type Request, Router } from 'express';
import { toString as qrCode } from 'qrcode';
import { subscribeLinks } from '../feeds/subscribe-links.js';
import type { Language } from '../language/text.js';
import type { TaskWording } from '../task/wording.js';
import { type Html, html } from './html.js';
import { sendPage } from './page.js';

/** A feed as its subscribe page shows it. */
export interface SubscribableFeed {
  readonly name: string;
  readonly url: string;
}

export interface SubscribePageContext {
  readonly wordingIn: (language: Language) => TaskWording;
  readonly languageOf: (request: Request) => Language;
  /** The feed of a token; undefined when it is unknown or revoked. */
  readonly feedOf: (token: string) => Promise<SubscribableFeed | undefined>;
}

/** The page that explains how to subscribe to a feed, for anyone who knows the feed's token. */
export function subscribePage({ wordingIn, languageOf, feedOf }: SubscribePageContext): Router {
  const router = Router();
  router.get('/subscribe/:token', async (request, response, next) => {
    const feed = await feedOf(request.params.token);
    if (!feed) return next();
    const wording = wordingIn(languageOf(request));
    const code = await qrCode(feed.url.replace(/^https?:/, 'webcal:'), { type: 'svg', margin: 2 });
    response.set({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    const title = wording.t('subscribe.title', { name: feed.name });
    sendPage(response, wording, title, content(feed, wording, { html: code }));
  });
  return router;
}

const REFRESH = ['refresh-outlook', 'refresh-google', 'refresh-apple', 'refresh-thunderbird'] as const;

function content({ name, url }: SubscribableFeed, { t }: TaskWording, code: Html): Html {
  const links = subscribeLinks(url, name);
  const link = (key: string, address: string) =>
    html`<li><a href="${address}" rel="noreferrer">${t(`subscribe.${key}`)}</a></li>`;
  return html`<p>${t('subscribe.lead')}</p>
<p><strong>${t('subscribe.secret')}</strong></p>
<h2>${t('subscribe.address')}</h2>
<p class="address">${links.https}</p>
<p>${t('subscribe.webcal')}:</p>
<p class="address"><a href="${links.webcal}">${links.webcal}</a></p>
<h2>${t('subscribe.links')}</h2>
<ul>
${link('outlook-office', links.outlookOffice)}
${link('outlook-live', links.outlookLive)}
${link('google', links.google)}
${link('apple', links.apple)}
</ul>
<p>${t('subscribe.manual')}</p>
<h2>${t('subscribe.qr')}</h2>
<div class="qr" role="img" aria-label="${t('subscribe.qr')}">${code}</div>
<h2>${t('subscribe.refresh')}</h2>
<ul>${REFRESH.map((key) => html`<li>${t(`subscribe.${key}`)}</li>`)}</ul>
`;
}
