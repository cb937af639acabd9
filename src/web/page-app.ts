import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type Request, Router } from 'express';
import type { Language } from '../language/text.js';

/** Where `npm run build` puts the page. */
export const BUILT_PAGE = fileURLToPath(new URL('../../dist/page', import.meta.url));

/** The addresses that the page handles itself once loaded; the same below /embed. */
export const ADDRESSES = [
  '/',
  '/cycles/:cycle',
  '/cycles/:cycle/:view',
  '/cycles/:cycle/phases/:phase',
  '/cycles/:cycle/measures/:measure',
  '/tasks/:task',
  '/sign-in',
  '/my-tasks',
  '/units',
  '/start',
  '/start/:year/:step',
  '/administration',
  '/administration/:page',
];

export interface PageAppContext {
  /** The folder of the built page. */
  readonly folder: string;
  readonly languageOf: (request: Request) => Language;
  /** The origins that may embed the page in a frame. */
  readonly frameAncestors: readonly string[];
}

/**
 * The page that runs in the browser: its files, which browsers cache permanently because their names change with their
 * content, and the one document served at all its addresses.
 */
export function pageApp({ folder, languageOf, frameAncestors }: PageAppContext): Router {
  const document = readFileSync(`${folder}/index.html`, 'utf8');
  const router = Router();
  const kept = { index: false, immutable: true, maxAge: '1y' };
  router.use('/assets', packedAssets(`${folder}/assets`), express.static(`${folder}/assets`, kept));
  const send: express.RequestHandler = (request, response) => {
    const language = languageOf(request);
    response
      .type('html')
      .set({ 'Cache-Control': 'no-cache', Vary: 'Accept-Language', 'Content-Language': language })
      .send(document.replace('<html lang="nb"', `<html lang="${language}"`));
  };
  router.get(ADDRESSES, send);
  router.get(
    ADDRESSES.map((address) => `/embed${address === '/' ? '' : address}`),
    (request, response, next) => {
      const policy = String(response.get('Content-Security-Policy'));
      const ancestors = frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ');
      response.set(
        'Content-Security-Policy',
        policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`),
      );
      // The older header knows no list of origins; where the policy allows some it would forbid all.
      if (frameAncestors.length > 0) response.removeHeader('X-Frame-Options');
      send(request, response, next);
    },
  );
  return router;
}

/** Sends the files that the build has compressed, to clients that accept them; compressing them again on the fly would make them larger. */
function packedAssets(folder: string): express.RequestHandler {
  const packed = new Set(readdirSync(folder).filter((name) => name.endsWith('.br')));
  return (request, response, next) => {
    response.vary('Accept-Encoding');
    const name = request.path.slice(1);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || !packed.has(`${name}.br`) || !request.acceptsEncodings('br')) {
      next();
      return;
    }
    response.type(name.slice(name.lastIndexOf('.'))).set('Content-Encoding', 'br');
    response.sendFile(`${name}.br`, { root: folder, immutable: true, maxAge: '1y' }, (error) => {
      if (!error || response.headersSent) return;
      // The headers were set for the file and do not apply to the error sent instead.
      for (const header of ['Content-Encoding', 'Cache-Control', 'ETag', 'Last-Modified'])
        response.removeHeader(header);
      next(error);
    });
  };
}
