import { expect, it } from 'vitest'
import { formatDate, formatTime } from './format-date.ts'

// In this machine's time zone.
const timestamp = new Date(2026, 10, 24, 14, 5).getTime()

it.each([
  ['en', 'November 24, 2026', '2:05 PM'],
  ['en-GB', '24 November 2026', '14:05'],
  ['de', '24. November 2026', '14:05'],
])('formats a day and a time in %s', (locale, day, time) => {
  expect(formatDate(timestamp, { locale })).toBe(day)
  // The kind of space before PM depends on the runtime.
  expect(formatTime(timestamp, { locale }).replace(/\s/, ' ')).toBe(time)
})
