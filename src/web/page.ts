import type { Response } from 'express';
import { Router } from 'express';
import type { TaskWording } from '../task/wording.js';
import { type Html, html } from './html.js';

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:0 auto;padding:1rem}
h2{margin:2rem 0 .5rem;font-size:1.1rem}
ul{list-style:none;margin:0;padding:0}
li{padding:.4rem 0;border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.meta{opacity:.8}
.address{overflow-wrap:anywhere;font-family:ui-monospace,monospace}
.qr{width:12rem;height:12rem;background:#fff}
ol.days{list-style:none;margin:0;padding:0;display:grid;gap:.25rem}
ol.days>li{border:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.4rem;overflow-wrap:anywhere;hyphens:auto}
ol.days li li{border:0;margin:.15rem 0;padding:.1rem .35rem;font-size:.85rem;line-height:1.3}
ol.days .meta{font-size:.85rem}
.all-day{background:color-mix(in srgb,steelblue 25%,transparent)}
.timed{border-left:3px solid steelblue!important}
@media(min-width:56rem){ol.days{grid-template-columns:repeat(7,minmax(0,1fr))}}
dt{font-weight:600;margin-top:.75rem}
dd{margin:0}
`;

/** The style sheet of the pages. */
export function styleRouter(): Router {
  const router = Router();
  router.get('/style.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(STYLE);
  });
  return router;
}

/** Sends a page in the language of the wording. */
export function sendPage(response: Response, { language }: TaskWording, title: string, content: Html): void {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>
`;
  response.type('html').set('Vary', 'Accept-Language').send(page.html);
}
