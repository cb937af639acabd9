/** All other texts for those who work, by the path of their file. */
export default import.meta.glob<Readonly<Record<string, unknown>>>(
  [
    '../../../../../data/locales/workbench/*.en.yaml',
    '!../../../../../data/locales/workbench/{bulk,changes,cycle,editing,flaw,importing,live,menu,nobody}.en.yaml',
  ],
  {
    import: 'default',
    eager: true,
  },
);
