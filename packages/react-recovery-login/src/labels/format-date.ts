import type { Labels } from './labels.ts'

/** A day in the reader's own time zone and language, such as "24 November 2026". @param timestamp Epoch milliseconds. */
export function formatDate(timestamp: number, { locale }: Pick<Labels, 'locale'>): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(timestamp)
}

/** A time of day, such as "14:05". @param timestamp Epoch milliseconds. */
export function formatTime(timestamp: number, { locale }: Pick<Labels, 'locale'>): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(timestamp)
}
