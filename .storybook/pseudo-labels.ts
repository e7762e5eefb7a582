import { englishLabels, type Labels } from 'react-recovery-login/headless'

const accented: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', l: 'ļ', n: 'ñ', o: 'ö', r: 'ř', s: 'š', u: 'ü', y: 'ý' },
  ...{ A: 'Á', C: 'Ç', D: 'Ð', E: 'É', I: 'Í', N: 'Ñ', O: 'Ö', R: 'Ř', S: 'Š', U: 'Ü', W: 'Ŵ' },
}

/**
 * English with accents, a third longer: a text that stays plain isn't from the dictionary, and one that doesn't fit
 * won't fit in Finnish either. Keeps the brackets of a marked run, the places, and `locale`, which isn't a text.
 */
export const pseudoLabels = {
  ...Object.fromEntries(Object.entries(englishLabels).map(([key, label]) => [key, pseudo(label)])),
  locale: englishLabels.locale,
} as Labels

function pseudo(label: Labels[keyof Labels]): Labels[keyof Labels] {
  if (typeof label === 'string') return stretch(label)
  return { one: stretch(label.one ?? label.other), other: stretch(label.other) }
}

function stretch(text: string): string {
  const letters = text.replaceAll(/\{\w+\}|./gu, (letter) => accented[letter] ?? letter)
  return `${letters} ${'~'.repeat(Math.ceil(text.length / 3))}`
}
