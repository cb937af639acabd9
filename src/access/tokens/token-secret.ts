import { createHash, randomBytes } from 'node:crypto';

/** What a personal token begins with, so that people and scanners know one where they see it. */
const PREFIX = 'arshjul_';

/** A new secret of 256 random bits. */
export function newTokenSecret(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** Whether a text has the form of a personal token. */
export function isTokenSecret(text: string): boolean {
  return /^arshjul_[\w-]{43}$/.test(text);
}

/** What is stored of a secret. It has 256 random bits: a slow hash would add nothing. */
export function tokenHashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
