import { z } from 'zod';

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Whether nine digits are an organisation number: the last is the check digit of the first eight, weighted 3 2 7 6 5 4 3 2,
 * modulo 11; numbers begin with 8 or 9 (Brønnøysundregistrene, "Organisasjonsnummeret").
 */
export function isOrganisationNumber(text: string): boolean {
  if (!/^[89]\d{8}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(text[8]);
}

/** An organisation number, with or without the spaces that people write it with. */
export const organisationNumberSchema = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .refine(isOrganisationNumber, {
    error: 'is not an organisation number: nine digits, the last of which is a check digit',
  })
  .meta({ type: 'string', pattern: '^[89]\\d{8}$' });
