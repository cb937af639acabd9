import { z } from 'zod';
import { REFUSALS, type Refusal, refusedText, unusableText } from './refused-text.js';

/** Text that people write. This is a plan, never a pupil record: a national identity number is refused, and so is what cannot be stored. */
export const freeText = (max: number) =>
  z.string().max(max, `is longer than ${max} characters`).superRefine(refuse(refusedText));

/** An id or another text that a machine makes and may be asked for: any that can be stored. */
export const storableText = () => z.string().superRefine(refuse(unusableText));

function refuse(refusalOf: (text: string) => Refusal | undefined) {
  return (text: string, context: z.RefinementCtx<string>) => {
    const code = refusalOf(text);
    if (code !== undefined) context.addIssue({ code: 'custom', message: REFUSALS[code], params: { code } });
  };
}
