/** „a…@beispiel.de“: enough for its owner to know which address is meant, too little for others to write to it. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = at > 0 ? address : '';
  return `${first}…${at > 0 ? address.slice(at) : ''}`;
}
