import type { z } from 'zod';

export interface SchemaFlaw {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly code: string;
  /** What the sentence is about, such as the greatest length. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Says each of zod's issues in one sentence about one field. */
export function issueFlaws(
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[] = [],
): SchemaFlaw[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path] as (string | number)[];
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          path: [...path, key],
          what: 'is not a known key',
          code: 'unknown-key',
          data: {},
        }));
      case 'invalid_union':
        return 'options' in issue && issue.options
          ? [notOneOf(path, issue.options)]
          : unionFlaws(issue, path);
      case 'invalid_type': {
        const isMissing = issue.input === undefined && /received undefined$/.test(issue.message);
        return [
          isMissing
            ? { path, what: 'is missing', code: 'missing', data: {} }
            : { path, what: `should be ${issue.expected}`, code: 'wrong-type', data: {} },
        ];
      }
      case 'invalid_value':
        return [notOneOf(path, issue.values)];
      default: {
        const what = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
        return [{ path, what, ...codeOf(issue) }];
      }
    }
  });
}

function notOneOf(path: SchemaFlaw['path'], values: readonly z.core.util.Primitive[]): SchemaFlaw {
  const what = `should be ${values.map((value) => JSON.stringify(value)).join(', ')}`;
  return { path, what, code: 'not-one-of', data: {} };
}

/** The code of an issue about a value: of a check of our own the one that its schema names. */
function codeOf(issue: z.core.$ZodIssue): Pick<SchemaFlaw, 'code' | 'data'> {
  switch (issue.code) {
    case 'too_big':
      return { code: issue.origin === 'string' ? 'too-long' : 'too-many', data: { max: issue.maximum } };
    case 'too_small':
      return { code: issue.origin === 'string' ? 'too-short' : 'too-few', data: { min: issue.minimum } };
    case 'invalid_format':
      return { code: issue.format === 'url' ? 'no-address' : 'malformed', data: {} };
    case 'custom':
      return { code: String(issue.params?.code ?? 'invalid'), data: {} };
    default:
      return { code: 'invalid', data: {} };
  }
}

/** A value that fits no variant is judged by the variant it comes nearest to: the one with the fewest flaws. */
function unionFlaws(issue: z.core.$ZodIssueInvalidUnion, path: (string | number)[]): SchemaFlaw[] {
  const variants = issue.errors.filter((variant) => variant.length > 0);
  const nearest = variants
    .map((variant) => issueFlaws(variant, path))
    .sort((a, b) => weight(a) - weight(b))[0];
  return nearest ?? [{ path, what: 'does not match any known form', code: 'invalid', data: {} }];
}

/** Missing and unknown keys show that another variant was meant; they weigh more than a wrong value. */
function weight(flaws: readonly SchemaFlaw[]): number {
  return flaws.reduce((sum, { what }) => sum + (/^is (missing|not a known key)/.test(what) ? 3 : 1), 0);
}
