import type { englishLabels } from './english-labels.ts'

/**
 * The labels with `{count}`. Each may have a text per plural form, since languages differ in which of them need one:
 * Polish writes "24 litery" and "25 liter".
 */
export const countedLabels = [
  'form.hint',
  'form.counter',
  'form.length.title',
  'form.appCode.text',
  'form.limited.spoken',
  'notice.codeName',
  'save.printAsk.text',
  'retype.short',
] as const

/** A text for each plural category of the language (CLDR, `Intl.PluralRules`). `other` is used if one is missing. */
export interface PluralLabel {
  readonly zero?: string | undefined
  readonly one?: string | undefined
  readonly two?: string | undefined
  readonly few?: string | undefined
  readonly many?: string | undefined
  readonly other: string
}

/** A complete dictionary: plain data, so it can be JSON, and a server component can pass it to a client component. */
export type Labels = {
  readonly [Key in keyof typeof englishLabels]: Key extends (typeof countedLabels)[number]
    ? string | PluralLabel
    : string
}

/** Texts that replace some of the English ones, or a whole locale. */
export type PartialLabels = { readonly [Key in keyof Labels]?: Labels[Key] | undefined }

type PlacesIn<Text> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesIn<Rest>
  : never
type PlacesOf<Label> = PlacesIn<Label extends string ? Label : Label[keyof Label]>

/** The names in braces in a label. */
export type LabelPlace<Key extends keyof Labels> = PlacesOf<(typeof englishLabels)[Key]>

/** A label with places, to be filled by `fillLabel`. */
export type FilledLabel = {
  [Key in keyof Labels]: [LabelPlace<Key>] extends [never] ? never : Key
}[keyof Labels]

/** The values for a label's places. Numbers are formatted in the locale's digits, dates as given. */
export type LabelValues<Key extends FilledLabel> = {
  readonly [Place in LabelPlace<Key>]: Place extends 'count' ? number : number | string
}

/**
 * Checks the places of a dictionary written in TypeScript; a text whose type is only `string`, as from JSON, passes.
 *
 * ```ts
 * const texts = { 'form.deadline': 'Offen bis {tiem}.' } as const
 * export const labels: PartialLabels = texts satisfies CheckedLabels<typeof texts> // an error: `{tiem}`
 * ```
 */
export type CheckedLabels<Texts> = {
  readonly [Key in keyof Texts]: Key extends keyof Labels
    ? Checked<Texts[Key], LabelPlace<Key>>
    : never
}

/** The label, or a type that tells the compiler what it needs. A plural form may omit the number ("a character"). */
type Checked<Label, Places extends string> = Label extends string
  ? CheckedText<Label, Places, Places>
  : {
      readonly [Form in keyof Label]: Form extends 'other'
        ? CheckedText<Label[Form], Places, Places>
        : CheckedText<Label[Form], Places, Exclude<Places, 'count'>>
    }

type CheckedText<Text, Known extends string, Needed extends string> = string extends Text
  ? string
  : [Exclude<PlacesIn<Text>, Known>, Exclude<Needed, PlacesIn<Text>>] extends [never, never]
    ? Text
    : { readonly needs: `{${Needed}}`; readonly unknown: Exclude<PlacesIn<Text>, Known> }
