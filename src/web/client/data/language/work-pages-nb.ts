/** All other texts for those who work, by the path of their file. */
export default import.meta.glob<Readonly<Record<string, unknown>>>(
  [
    '../../../../../data/locales/workbench/*.nb.yaml',
    '!../../../../../data/locales/workbench/{bulk,changes,cycle,editing,flaw,importing,live,menu,nobody}.nb.yaml',
  ],
  {
    import: 'default',
    eager: true,
  },
);
