import { isIP } from 'node:net';
import { z } from 'zod';

/*
 * The forms that settings have. Every message goes on after the name and the value of a setting: what it is not, or what
 * it should be.
 */

/** Files of settings that are read without a shell leave the quotation marks where they are. */
const isQuoted = (text: string) => /^(["']).*\1$/s.test(text);

/** A text used exactly as given, in which a stray space or quotation mark would become part of the value. */
export const plain = z
  .string()
  .refine((text) => !isQuoted(text), 'is in quotation marks: remove them')
  .refine((text) => text.trim() === text, 'begins or ends with white space: remove it');

/** A number written in digits. */
export function wholeNumber(least: number, greatest: number, error: string) {
  return z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .refine((number) => number >= least && number <= greatest, error);
}

/** The words of a list parted by white space or commas. */
export const words = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '');

/** A name of a host or an address, alone. */
export function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9])?$/i.test(text);
}

/** An address in the web, without a password. */
export const webAddress = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/]/i.test(text) && URL.canParse(text),
    'is not an http(s) address, such as https://login.fylke.no',
  )
  .refine((text) => {
    const { username, password, hash } = urlOf(text);
    return `${username}${password}${hash}` === '';
  }, 'should not contain a user name, a password or #');

/** An address of a host in the web, without anything after it. */
export const webOrigin = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/]/i.test(text) && URL.canParse(text),
    'is not an http(s) address, such as https://arshjul.fylke.no',
  )
  .refine((text) => {
    const { username, password, pathname } = urlOf(text);
    return `${username}${password}` === '' && /^\/+$/.test(pathname) && !/[?#]/.test(text);
  }, 'should be only scheme, host and port, such as https://arshjul.fylke.no');

/** Where mail is sent through. */
export const smtpAddress = z
  .string()
  .refine(
    (text) => /^smtps?:\/\/./i.test(text) && URL.canParse(text) && urlOf(text).hostname !== '',
    'is not an smtp(s) address with a host, such as smtps://user:password@smtp.fylke.no',
  );

/** The parts of a URL. Text that is none is refused by a check of its own, but reaches the others too: there it counts as localhost. */
function urlOf(text: string): URL {
  return new URL(URL.canParse(text) ? text : 'http://localhost/');
}

/** One bare address; a name in it would replace the county's. */
export const mailbox = plain.regex(
  /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/,
  'is not a plain e-mail address, such as arshjul@fylke.no',
);

/** A secret that is sent in a header. */
export const bearerToken = z
  .string()
  .min(16, 'is shorter than 16 characters')
  .regex(/^\S+$/, 'contains white space');
