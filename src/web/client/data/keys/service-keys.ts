/** The query keys of what is the same for all users. */
export const serviceKeys = {
  knowledge: ['knowledge'],
  partners: (language: string) => ['partners', language],
  settings: ['settings'],
} as const;
