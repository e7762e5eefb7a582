/**
 * Whether a text is an IPv4 or IPv6 address and nothing more: no port, no zone, no brackets.
 *
 * @see RFC 4291 §2.2, which the URL parser keeps to, down to an IPv4 address as the last part of an IPv6 one. For an
 * IPv4 address as a host it would also take `1.2.3` and octal numbers.
 */
export function isAddress(text: string): boolean {
  const before = text.includes(':') ? '' : '0:0:0:0:0:0:'
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${before}${text}]`)
}
