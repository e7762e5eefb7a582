import type { Page } from 'playwright'

/** Counts the recovery codes that the page sends from now on. */
export function countPosts(page: Page): { readonly count: number } {
  const posts = { count: 0 }
  page.on('request', (request) => {
    if (request.postData()?.includes('mfa-recovery-code')) posts.count += 1
  })
  return posts
}
