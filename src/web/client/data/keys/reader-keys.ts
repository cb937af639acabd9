/** The query keys of the reader. */
export const readerKeys = {
  /** The session, in any language. */
  anySession: ['session'],
  session: (language: string) => ['session', language],
  sessions: ['sessions'],
  tokens: ['tokens'],
  /** The mutation that ends the session. */
  signOut: ['sign-out'],
} as const;
