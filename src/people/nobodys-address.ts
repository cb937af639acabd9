/**
 * Whether an address is one that no mail can have (RFC 2606). The service makes such up for whoever has none: the first
 * coordinator, and people of whom the provider has verified no address. So nobody can prove to own one.
 */
export function isNobodysAddress(address: string): boolean {
  const domain = address.trim().toLowerCase().replace(/\.$/, '').split('@').at(-1) ?? '';
  return domain === 'invalid' || domain.endsWith('.invalid');
}
