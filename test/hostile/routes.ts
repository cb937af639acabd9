import { CYCLE, type WatchedService } from './watched-service.js';

/** A route as the service describes it, with ids in its path that exist. */
export interface DescribedRoute {
  readonly method: string;
  readonly path: string;
  readonly takesBody: boolean;
}

interface Description {
  readonly paths: Record<string, Record<string, { readonly requestBody?: unknown }>>;
}

/** What stands in the place of a parameter, by the part of the path before it. */
const IDS: Readonly<Record<string, string>> = {
  cycles: CYCLE,
  tasks: `${CYCLE}-skolestart`,
  units: '39',
  adjustments: '39',
  'school-years': '2026-2027',
  dates: 'elevundersokelsen',
  people: '39-nobody',
  accounts: '39-user-nobody',
  feeds: '39-nothing',
};

/** The path with ids in the place of its parameters; each of them may be given. */
export function filled(path: string, id?: string): string {
  return path
    .replace(/(\w[\w-]*)\/\{\w+\}/g, (_all, before: string) => `${before}/${id ?? IDS[before] ?? 'nothing'}`)
    .replace(/\{format\}/, id ?? 'svg');
}

/** Every route that the service describes, with the path as it is described. */
export async function describedRoutes(service: WatchedService): Promise<DescribedRoute[]> {
  const { paths } = await service.get<Description>('/openapi.json');
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      takesBody: requestBody !== undefined,
    })),
  );
}

/** Addresses that take requests but are no routes of the API. */
export const OTHER_ADDRESSES = [
  '/',
  '/openapi.json',
  '/docs',
  '/healthz',
  '/readyz',
  '/metrics',
  '/sign-in',
  '/feeds/nothing.ics',
  '/subscribe/nothing',
  '/mail/nothing',
  '/api/auth/callback/oidc',
  '/nowhere',
] as const;
