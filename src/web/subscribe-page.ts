import { type Request, Router } from 'express';
import { toString as qrCode } from 'qrcode';
import { shortDate } from '../calendar/describe.js';
import { weekdayOf } from '../calendar/iso-date.js';
import { entryLoad } from '../feeds/entries/entry-load.js';
import type { ShownDay } from '../feeds/entries/shown-day.js';
import { subscribeLinks } from '../feeds/subscribe-links.js';
import type { Language } from '../language/text.js';
import type { TaskWording } from '../task/wording.js';
import { type Html, html } from './html.js';
import { sendPage } from './page.js';

/** A feed as its subscribe page shows it. */
export interface SubscribableFeed {
  readonly name: string;
  readonly url: string;
  /** What it shows in the next two weeks. */
  readonly coming: readonly ShownDay[];
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

/** The next two weeks as a calendar shows them: what stands on each day, and how many entries that is. */
function preview(days: readonly ShownDay[], { t }: TaskWording): Html {
  const { count, most } = entryLoad(days);
  const cell = ({ date, entries }: ShownDay) => html`<li>
<strong>${t(`weekday.${weekdayOf(date)}`)}</strong> <span class="meta">${shortDate(date, t)}</span>
<ul>${entries.map(
    ({ title, time }) =>
      html`<li class="${time === null ? 'all-day' : 'timed'}">${time === null ? '' : `${time} `}${title}</li>`,
  )}</ul>
<span class="meta">${t('subscribe.entries', { count: entries.length })}</span>
</li>`;
  return html`<h2>${t('subscribe.preview')}</h2>
<p>${count === 0 ? t('subscribe.preview-none') : t('subscribe.preview-load', { count, most })}</p>
<ol class="days">${days.map(cell)}</ol>`;
}

function content({ name, url, coming }: SubscribableFeed, wording: TaskWording, code: Html): Html {
  const { t } = wording;
  const links = subscribeLinks(url, name);
  const link = (key: string, address: string) =>
    html`<li><a href="${address}" rel="noreferrer">${t(`subscribe.${key}`)}</a></li>`;
  return html`<p>${t('subscribe.lead')}</p>
<p><strong>${t('subscribe.secret')}</strong></p>
${preview(coming, wording)}
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
