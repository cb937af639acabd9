declare module '*.yaml' {
  const content: Readonly<Record<string, unknown>>;
  export default content;
}
