/** The keys of what is the same for all who use the service. */
export const serviceKeys = {
  knowledge: ['knowledge'],
  partners: (language: string) => ['partners', language],
  settings: ['settings'],
} as const;
