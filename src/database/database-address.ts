/** Whether an address is that of a PostgreSQL server; else it is the path of an embedded database file. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** Why a text is not a valid database address; undefined when it is one. */
export function databaseAddressFlaw(text: string): string | undefined {
  // A single letter ahead of the colon is a drive.
  const isUrl = /^[a-z][a-z0-9+.-]+:/i.test(text);
  if (!isUrl) return undefined;
  if (!isPostgres(text)) return 'is neither a file path nor a postgres://… address';
  // An address of a socket has nothing between the password and the path, which is no URL.
  return URL.canParse(text.replace('@/', '@socket/'))
    ? undefined
    : 'is not a well-formed postgres://… address: percent-encode special characters in the password';
}

/** An address that can be shown: without user and password, wherever they occur. */
export function withoutPassword(address: string): string {
  return address
    .replace(/:\/\/.*@/s, '://(hidden)@')
    .replace(/((?:password|passwd|pwd|secret|token)=)[^&\s]*/gi, '$1(hidden)');
}
