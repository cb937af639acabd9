/** One thing wrong in one place of a file: the field is the path to it, the line counts from 1. */
export interface DataFlaw {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly what: string;
}

/** Faults that a person can put right. Created where the cause is known, worded once at the edge. */
export type Fault =
  | { readonly code: 'unknown-county'; readonly given: string; readonly known: readonly string[] }
  | {
      readonly code: 'invalid-argument';
      readonly name: string;
      readonly given: string;
      readonly what: string;
    }
  | { readonly code: 'invalid-setting'; readonly name: string; readonly what: string }
  | { readonly code: 'unreadable-file'; readonly file: string; readonly cause: string }
  | { readonly code: 'unwritable-file'; readonly file: string; readonly cause: string }
  | { readonly code: 'file-in-use'; readonly file: string }
  | { readonly code: 'newer-database'; readonly migration: string }
  | { readonly code: 'database-unavailable'; readonly cause: string }
  | { readonly code: 'port-in-use'; readonly host: string; readonly port: number }
  | { readonly code: 'invalid-data'; readonly flaws: readonly DataFlaw[] };

/** An error with a cause that a person can put right. */
export class ArshjulError extends Error {
  override readonly name = 'ArshjulError';

  constructor(readonly fault: Fault) {
    super(faultSentence(fault));
  }
}

/** The fault in one English line; several flaws of files take a line each. */
export function faultSentence(fault: Fault): string {
  switch (fault.code) {
    case 'unknown-county':
      return `unknown county ${JSON.stringify(fault.given)}: the counties are ${fault.known.join(', ')}`;
    case 'invalid-argument':
      return `${fault.name}: ${JSON.stringify(fault.given)} ${fault.what}`;
    case 'invalid-setting':
      return `${fault.name} ${fault.what}`;
    case 'unreadable-file':
      return `${fault.file}: cannot be read: ${fault.cause}`;
    case 'unwritable-file':
      return `${fault.file}: cannot be written: ${fault.cause}`;
    case 'file-in-use':
      return `${fault.file}: is in use; stop the service first`;
    case 'newer-database':
      return `DATABASE_URL names a database of a newer version of årshjul (migration ${fault.migration}); start that version instead`;
    case 'database-unavailable':
      return `DATABASE_URL: ${fault.cause}`;
    case 'port-in-use':
      return `${fault.host}:${fault.port} is already in use; set PORT to another port`;
    case 'invalid-data':
      return fault.flaws.map(flawSentence).join('\n');
    default:
      return fault satisfies never;
  }
}

function flawSentence({ file, line, field, what }: DataFlaw): string {
  return `${file}:${line}: ${field === '' ? '' : `${field}: `}${what}`;
}
