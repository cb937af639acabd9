/**
 * Whether an address is in the domain that gets no mail (RFC 2606). The service makes up such addresses for people without
 * one: the first coordinator, and people whose address the provider has not verified. So nobody can prove to own one.
 */
export function isNobodysAddress(address: string): boolean {
  const domain = address.trim().toLowerCase().replace(/\.$/, '').split('@').at(-1) ?? '';
  return domain === 'invalid' || domain.endsWith('.invalid');
}
