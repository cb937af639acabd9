/** The texts of what everybody who works meets on the first page that they open, by the path of their file. */
export default import.meta.glob<Readonly<Record<string, unknown>>>(
  '../../../../../data/locales/workbench/{bulk,changes,cycle,editing,flaw,importing,live,menu,nobody}.nn.yaml',
  {
    import: 'default',
    eager: true,
  },
);
