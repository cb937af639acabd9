import { expect } from 'vitest';
import { OWN_PAGE } from '../access/sign-in.js';
import { cookiesIn } from './people.js';
import type { WatchedService } from './watched-service.js';

/** What a browser keeps for each host, and follows. */
class Browsing {
  readonly #cookies = new Map<string, Map<string, string>>();

  keep(url: string, cookies: string): void {
    const kept = this.#cookies.get(new URL(url).host) ?? new Map<string, string>();
    for (const cookie of cookies.split('; ').filter((each) => each !== '')) {
      const [name = '', ...value] = cookie.split('=');
      kept.set(name, value.join('='));
    }
    this.#cookies.set(new URL(url).host, kept);
  }

  cookiesFor(url: string): string {
    return [...(this.#cookies.get(new URL(url).host) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }

  /** Fetches an address and follows where it leads; answers the last address and what stands there. */
  async go(url: string, form?: Record<string, string>): Promise<{ url: string; text: string }> {
    let next = url;
    let body = form && new URLSearchParams(form);
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await fetch(next, {
        redirect: 'manual',
        headers: { Cookie: this.cookiesFor(next) },
        ...(body && { method: 'POST', body }),
      });
      this.keep(next, cookiesIn({ headers: { 'set-cookie': response.headers.getSetCookie() } }));
      const location = response.headers.get('location');
      if (location === null) return { url: next, text: await response.text() };
      next = new URL(location, next).href;
      body = undefined;
    }
    throw new Error(`${url} leads in a circle`);
  }
}

/** Signs somebody in at the provider by the name of their account; answers the headers of their requests. */
export async function signInAtProvider(
  service: WatchedService,
  account: string,
): Promise<Record<string, string>> {
  const browsing = new Browsing();
  const begun = await service.ask('POST', '/api/sign-in/provider', { headers: OWN_PAGE });
  expect(begun.status, begun.body.toString()).toBe(200);
  browsing.keep(service.url, cookiesIn(begun));
  let { url, text } = await browsing.go(begun.json<{ url: string }>().url);
  for (const form of [{ prompt: 'login', login: account, password: 'x' }, { prompt: 'consent' }]) {
    if (!url.includes('/interaction/')) break;
    ({ url, text } = await browsing.go(url, form));
  }
  expect(url, text.slice(0, 300)).toMatch(new RegExp(`^${service.url}/`));
  return { Cookie: browsing.cookiesFor(service.url), ...OWN_PAGE };
}
