import type { z } from 'zod';

export interface SchemaFlaw {
  readonly path: readonly (string | number)[];
  readonly what: string;
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
        return issue.keys.map((key) => ({ path: [...path, key], what: 'is not a known key' }));
      case 'invalid_union':
        return unionFlaws(issue, path);
      case 'invalid_type':
        return [
          { path, what: issue.input === undefined ? missingOrWrong(issue) : `should be ${issue.expected}` },
        ];
      case 'invalid_value':
        return [{ path, what: `should be ${issue.values.map((value) => JSON.stringify(value)).join(', ')}` }];
      default:
        return [{ path, what: issue.message.charAt(0).toLowerCase() + issue.message.slice(1) }];
    }
  });
}

function missingOrWrong(issue: z.core.$ZodIssueInvalidType): string {
  return /received undefined$/.test(issue.message) ? 'is missing' : `should be ${issue.expected}`;
}

/** A value that fits no variant is judged by the variant it comes nearest to: the one with the fewest flaws. */
function unionFlaws(issue: z.core.$ZodIssueInvalidUnion, path: (string | number)[]): SchemaFlaw[] {
  const variants = issue.errors.filter((variant) => variant.length > 0);
  const nearest = variants
    .map((variant) => issueFlaws(variant, path))
    .sort((a, b) => weight(a) - weight(b))[0];
  return nearest ?? [{ path, what: 'fits no known form' }];
}

/** Missing and unknown keys show that another variant was meant; they weigh more than a wrong value. */
function weight(flaws: readonly SchemaFlaw[]): number {
  return flaws.reduce((sum, { what }) => sum + (/^is (missing|not a known key)/.test(what) ? 3 : 1), 0);
}
