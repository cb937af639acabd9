/** All texts for those who work in this language, by the path of their file: one file of the built page. */
export default import.meta.glob<Readonly<Record<string, unknown>>>(
  '../../../../../data/locales/workbench/*.en.yaml',
  {
    import: 'default',
    eager: true,
  },
);
