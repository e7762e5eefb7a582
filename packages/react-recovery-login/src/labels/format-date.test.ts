import { expect, it } from 'vitest'
import { formatDate, formatTime } from './format-date.ts'

// In the zone of whoever runs this.
const at = new Date(2026, 10, 24, 14, 5).getTime()

it.each([
  ['en', 'November 24, 2026', '2:05 PM'],
  ['en-GB', '24 November 2026', '14:05'],
  ['de', '24. November 2026', '14:05'],
])('writes a day and a time as %s does', (locale, day, time) => {
  expect(formatDate(at, { locale })).toBe(day)
  // Which blank stands before PM depends on the runtime.
  expect(formatTime(at, { locale }).replace(/\s/, ' ')).toBe(time)
})
