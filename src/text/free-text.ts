import { z } from 'zod';
import { REFUSALS, refusedText } from './refused-text.js';

/** Refuses what nobody may write into a plan; for schemas of texts with a special form, such as addresses. */
export function notRefused(text: string, context: z.RefinementCtx<string>): void {
  const code = refusedText(text);
  if (code !== undefined) context.addIssue({ code: 'custom', message: REFUSALS[code], params: { code } });
}

/**
 * Text that people write. This is a plan, never a pupil record: a national identity number is refused, and so is what
 * cannot be stored or shown.
 */
export const freeText = (max: number) =>
  z.string().max(max, `is longer than ${max} characters`).superRefine(notRefused);

/** Text that people have written, and that was bound in length where they wrote it. */
export const writtenText = z.string().superRefine(notRefused);

/** A web address that people write, escapes (`%20`) and all. */
export const webAddress = () =>
  z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }).superRefine((address, context) => {
    notRefused(address, context);
    if (context.issues.length === 0) notRefused(unescaped(address), context);
  });

/** An e-mail address that people write. */
export const mailAddress = () => z.email().max(254).superRefine(notRefused);

/** The address with its escapes read, as far as they are UTF-8. */
function unescaped(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
