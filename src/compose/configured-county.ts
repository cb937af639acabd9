import type { Knowledge } from '../datafiles/knowledge.js';
import { ArshjulError } from '../errors/arshjul-error.js';
import type { County } from '../framework/county.js';
import type { Config } from './config.js';

/**
 * The county that COUNTY names. Throws ArshjulError `invalid-setting` when no county has that number, or when a rule of
 * OIDC_ROLE_MAP names a unit of a county that does not exist.
 */
export function configuredCounty(
  { COUNTY, OIDC_ROLE_MAP }: Pick<Config, 'COUNTY' | 'OIDC_ROLE_MAP'>,
  { counties }: Pick<Knowledge, 'counties'>,
): County {
  const refuse = (name: string, what: string) => {
    const known = counties.map(({ number, name: names }) => `${number} ${names.nb}`).join(', ');
    return new ArshjulError({
      code: 'invalid-setting',
      name,
      what: `${what} is not one of the counties: ${known}`,
    });
  };
  for (const [at, { unit }] of OIDC_ROLE_MAP.entries()) {
    const [, number] = /^(\d{2})(?:-|$)/.exec(unit) ?? [];
    if (number !== undefined && !counties.some((county) => county.number === number))
      throw refuse('OIDC_ROLE_MAP', `at ${at}.unit: ${JSON.stringify(number)}`);
  }
  const county = counties.find(({ number }) => number === COUNTY);
  if (!county) throw refuse('COUNTY', JSON.stringify(COUNTY));
  return county;
}
