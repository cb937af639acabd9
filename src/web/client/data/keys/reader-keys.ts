/** The keys of what is fetched of who reads the page. */
export const readerKeys = {
  /** Who reads, whatever language its names are in. */
  anySession: ['session'],
  session: (language: string) => ['session', language],
  sessions: ['sessions'],
  tokens: ['tokens'],
  /** Of the change that ends the session. */
  signOut: ['sign-out'],
} as const;
