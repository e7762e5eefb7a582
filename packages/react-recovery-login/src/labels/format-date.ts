import type { Labels } from './labels.ts'

/** A day in the reader's own time zone and language, such as "24 November 2026". @param time Epoch milliseconds. */
export function formatDate(time: number, { locale }: Pick<Labels, 'locale'>): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(time)
}

/** A time of day, such as "14:05". @param time Epoch milliseconds. */
export function formatTime(time: number, { locale }: Pick<Labels, 'locale'>): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(time)
}
