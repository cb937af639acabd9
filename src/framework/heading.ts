/** What an entry of the framework is called where people read it: its heading, else its name in the knowledge base. */
export function headingOf({
  name,
  heading,
}: {
  readonly name: string;
  readonly heading?: string | undefined;
}): string {
  return heading ?? name;
}
