import { ownMember, parseJson } from '../protocol/own-member.ts'
import type { Answer } from './answer.ts'

/** One answer's place in a store, and its seal. */
export interface AnswerSeal {
  /** 43 characters that tell nothing. */
  readonly key: string
  seal(answer: Answer): Promise<string>
  /** Undefined if it was not sealed here, or changed. */
  open(sealed: string): Promise<Answer | undefined>
}

/** Bytes. */
const IV = 12
const utf8 = new TextEncoder()

/**
 * The store's key and the sealing key of one request, both from the secret and every part of the request: neither the
 * store nor the store with the secret opens anything without the mfa token and the code. Web Crypto instead of a JWE,
 * because nobody else reads the value: AES-256-GCM, keys by HMAC-SHA-256.
 *
 * @see RFC 2104 (HMAC), NIST SP 800-108 (a key per purpose), NIST SP 800-38D (GCM)
 */
export async function answerSeal(secret: string, parts: readonly string[]): Promise<AnswerSeal> {
  const hmac = await hmacOf(secret)
  const raw = await hmac(['seal', ...parts])
  const sealing = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  return {
    key: encode(await hmac(['answer', ...parts])),
    async seal({ status, body, headers }) {
      const text = JSON.stringify({ status, body, headers: [...new Headers(headers)] })
      const iv = crypto.getRandomValues(new Uint8Array(IV))
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        sealing,
        utf8.encode(text),
      )
      return `${encode(iv)}.${encode(new Uint8Array(sealed))}`
    },
    async open(sealed) {
      try {
        const [iv = '', text = ''] = sealed.split('.')
        const algorithm = { name: 'AES-GCM', iv: decode(iv) }
        const opened = await crypto.subtle.decrypt(algorithm, sealing, decode(text))
        return answerOf(parseJson(new TextDecoder().decode(opened)))
      } catch {
        return undefined
      }
    },
  }
}

/** A key that only who knows the secret and every part can find. */
export async function storeKey(secret: string, parts: readonly string[]): Promise<string> {
  const hmac = await hmacOf(secret)
  return encode(await hmac(parts))
}

type Hmac = (parts: readonly string[]) => Promise<Uint8Array<ArrayBuffer>>

/** Each part has its length before it, so that no two lists give the same bytes. */
async function hmacOf(secret: string): Promise<Hmac> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  return async (parts) => {
    const text = parts.map((part) => `${part.length}:${part}`).join('')
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)))
  }
}

function answerOf(opened: unknown): Answer {
  return {
    status: ownMember(opened, 'status') as number,
    body: ownMember(opened, 'body') as Answer['body'],
    headers: ownMember(opened, 'headers') as [string, string][],
  }
}

/** base64url without padding (RFC 4648 §5). */
function encode(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
