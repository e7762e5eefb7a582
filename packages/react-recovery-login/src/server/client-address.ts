/**
 * Whether a text is exactly an IPv4 or IPv6 address: no port, zone or brackets.
 *
 * @see RFC 4291 §2.2, which the URL parser follows, including an IPv4 address at the end of an IPv6 one. A bare IPv4 host could also be `1.2.3` or octal.
 */
export function isAddress(text: string): boolean {
  const before = text.includes(':') ? '' : '0:0:0:0:0:0:'
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${before}${text}]`)
}
