import { IntlMessageFormat } from 'intl-messageformat'
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/locales/en/catalog.js'
import { ja } from '../../src/locales/ja/catalog.js'
import type { MessageKey } from '../../src/locales/message-key.js'

const keys = Object.keys(en) as MessageKey[]

/** The names of a message's arguments; throws on a message that is no ICU MessageFormat. */
function argumentsOf(message: string, locale: string): string[] {
  const names = new Set<string>()
  const walk = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound && 'value' in element) names.add(element.value)
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe('the Japanese catalog', () => {
  test('has every key of the English one and no other', () => {
    expect(Object.keys(ja).sort()).toEqual([...keys].sort())
  })

  test.each(keys)('%s takes the same values in both languages, and says something', (key) => {
    expect(argumentsOf(ja[key], 'ja')).toEqual(argumentsOf(en[key], 'en'))
    expect(ja[key].trim()).not.toBe('')
  })

  test('no English sentence was left in it', () => {
    const untranslated = keys.filter((key) => /[a-z]{3,} [a-z]{3,} [a-z]{3,}/i.test(ja[key]) && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(ja[key]))
    expect(untranslated).toEqual([])
  })
})

test.each(keys.filter((key) => /^(?:desk|targets)\..*_does$/.test(key)))('%s stands whole below its choice', (key) => {
  // Slack takes 75 characters there; more would be cut.
  expect(Math.max(en[key].length, ja[key].length)).toBeLessThanOrEqual(75)
})

test('arguments are found where they are nested', () => {
  expect(argumentsOf('{count, plural, one {# of {name}} other {# {kind}}}', 'en')).toEqual(['count', 'kind', 'name'])
})
