import type { Page, Request } from 'playwright'

/** Counts the recovery codes that the page sends from now on. */
export function countPosts(page: Page): { readonly count: number } {
  const posts = { count: 0 }
  page.on('request', (request) => {
    if (sendsCode(request)) posts.count += 1
  })
  return posts
}

/** Whether a request sends a code. A look for a lost answer doesn't: no handler sends it on. */
export function sendsCode(request: Request): boolean {
  const body = request.postData() ?? ''
  return body.includes('mfa-recovery-code') && !body.includes('repeat=look')
}
