import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../src/slack/in-order.js'
import { pageValue, readListPage } from '../../src/slack/lists/list-state.js'
import { errorLine, slackLogger, withoutSecrets } from '../../src/slack/log.js'
import { readableText } from '../../src/slack/message-text.js'
import { readFilingValues } from '../../src/slack/modals/read-filing-values.js'
import { BrokenPayload, readCaseNumber } from '../../src/slack/payloads.js'
import { trackRunning } from '../../src/slack/running.js'
import { cut, cutStart } from '../../src/slack/views/cut.js'
import { ago } from '../../src/slack/views/dates.js'
import { escapeCut } from '../../src/slack/views/escape.js'
import { blockIdOf, fieldOfBlock, questionBlockId } from '../../src/slack/views/filing/filing-block-ids.js'
import { wholeText } from '../../src/slack/whole-text.js'
import { now } from './samples.js'

const anyText = fc.string({ unit: 'binary', maxLength: 300 })

/** No half of a character stands alone. */
const isWhole = (text: string): boolean => Buffer.from(text, 'utf8').toString('utf8') === text

describe('cutting', () => {
  test('never longer than asked, never inside a character, unchanged when it fits', () => {
    fc.assert(fc.property(anyText, fc.integer({ min: 2, max: 100 }), (text, max) => {
      for (const shortened of [cut(text, max), cutStart(text, max)]) {
        expect(shortened.length).toBeLessThanOrEqual(max)
        if (isWhole(text)) expect(isWhole(shortened)).toBe(true)
      }
      if (text.length <= max) expect(cut(text, max)).toBe(text)
    }))
  })

  test('escaped text is cut between entities', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('<', '&', '>', 'a', '配', '🚚')).map((all) => all.join('')), fc.integer({ min: 2, max: 40 }), (text, max) => {
      const shown = escapeCut(text, max)
      expect(shown.length).toBeLessThanOrEqual(max)
      expect(shown.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[<>&]/)
    }))
  })
})

describe('block ids', () => {
  test('any question is found again, whatever its ids hold', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (categoryId, questionId) => {
      expect(fieldOfBlock(questionBlockId(categoryId, questionId, 'draft-1'))).toBe(`question:${questionId}`)
    }))
  })
  test('fields by their first part; others ask nothing', () => {
    expect(fieldOfBlock(blockIdOf('timeZone', 'draft-1', 'America/Argentina/Buenos_Aires'))).toBe('timeZone')
    expect(fieldOfBlock('x7Hq')).toBeNull()
    expect(fieldOfBlock('question.only')).toBeNull()
  })
})

test.each([
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['see <https://acme.example/x|the page>', 'see the page (https://acme.example/x)'],
  ['<http://acme.example|acme.example>', 'acme.example'],
  ['<mailto:jane@acme.example|jane@acme.example>', 'jane@acme.example'],
  ['<@U123> in <#C1|general> <!here>', '@U123 in #general @here'],
  ['<!subteam^S1|@team>', '@team'],
  ['2 > 1 < 3', '2 > 1 < 3'],
])('a message %j reads %j', (text, read) => {
  expect(readableText(text)).toBe(read)
})

describe('what comes back from buttons', () => {
  test.each(['', '{"broken', '1e3', '-1', '0', '2147483648', '10; drop'])('%j is no case number', (value) => {
    expect(() => readCaseNumber(value)).toThrow(BrokenPayload)
  })
  test('a page survives the way through Slack; anything else is broken', () => {
    const page = { filters: { words: 'mail', mine: true }, after: 'x' }
    expect(readListPage(pageValue(page)!)).toEqual(page)
    for (const value of ['', '{"filters"', '[]', '{"filters":1}', 'null']) expect(() => readListPage(value)).toThrow(BrokenPayload)
  })
  test('what does not fit into a button makes none', () => {
    expect(pageValue({ filters: { words: '"'.repeat(1000) }, after: 'x' })).toBeNull()
  })
})

describe('text that no store takes', () => {
  const state = (field: string, element: object) => ({ state: { values: { [`${field}.draft-1`]: { x: element } } } })

  test.each([['a\0b', 'ab'], ['a\ud800b', 'a\ufffdb'], ['\udc00', '\ufffd'], ['配 🚚', '配 🚚']])('%j enters as %j', (typed, read) => {
    expect(wholeText(typed)).toBe(read)
    expect(readFilingValues(state('title', { value: typed }))).toEqual({ title: read })
    expect(readFilingValues(state('attachments', { files: [{ id: 'F1', name: typed }] })).files).toMatchObject([{ name: read }])
    expect(readListPage(JSON.stringify({ filters: { words: typed } }))).toEqual({ filters: { words: read } })
  })

  test.each(['0', '-1', '2147483648', '9999999999', '1e3', ''])('%j is no customer', (value) => {
    expect(readFilingValues(state('customer', { selected_option: { value } }))).toEqual({})
  })

  test('2147483647 could be one', () => {
    expect(readFilingValues(state('customer', { selected_option: { value: '2147483647' } }))).toEqual({ customerId: 2_147_483_647 })
  })
})

describe('logs', () => {
  test('an error says what and where, and nothing of the query that failed', () => {
    const error = new Error('Invalid `tx.draft.updateMany()` invocation:\n{ values: { title: "what was typed" } }\n   at the door\nThe column is missing.')
    error.name = 'PrismaClientKnownRequestError'
    const line = errorLine(error)
    expect(line).toMatch(/^PrismaClientKnownRequestError: The column is missing\.\n\s+at .*small-parts/)
    expect(line).not.toMatch(/what was typed|the door/)
    expect(errorLine(new Error('the disk is full'))).toMatch(/^Error: the disk is full\n\s+at /)
  })

  test.each(['xoxb-12-ab', 'xapp-1-A', 'xoxp-9', 'https://hooks.slack.com/commands/T/1/x', 'wss://x/?ticket=abc', 'Bearer xyz'])('%s stays out', (secret) => {
    expect(withoutSecrets(`before ${secret} after`)).toMatch(/^before .*\[left out\] after$/)
  })
  test('Slack’s libraries say nothing of payloads, and warn without tokens', () => {
    const lines: string[] = []
    const write = (facts: object, message: string): void => void lines.push(`${JSON.stringify(facts)} ${message}`)
    const logger = slackLogger({ debug: write, info: write, warn: write, error: write }, 'bolt')
    logger.debug({ body: 'secret words' })
    logger.warn('failed with', new Error('xoxb-1-2'), { token: 'xapp-3' })
    expect(lines).toEqual(['{"from":"bolt"} failed with [left out] {"token":"[left out]"}'])
  })
})

describe('changes of one form', () => {
  test('are done in the order they came, and older ones know that newer wait', async () => {
    const run = inOrder()
    const done: string[] = []
    let release = (): void => undefined
    const first = run('a', () => new Promise<void>((resolve) => { release = () => { done.push('1'); resolve() } }))
    const second = run('a', async (newerWaits) => void done.push(`2${newerWaits() ? ' overtaken' : ''}`))
    const third = run('a', async (newerWaits) => void done.push(`3${newerWaits() ? ' overtaken' : ''}`))
    await run('b', async () => void done.push('b'))
    release()
    await Promise.all([first, second, third])
    expect(done).toEqual(['b', '1', '2 overtaken', '3'])
  })
  test('go on after one that failed', async () => {
    const run = inOrder()
    const failed = run('a', () => Promise.reject(new Error('no')))
    const next = run('a', () => Promise.resolve('yes'))
    await expect(failed).rejects.toThrow('no')
    await expect(next).resolves.toBe('yes')
  })
})

test('a stop waits for what runs, and not for ever', async () => {
  const running = trackRunning()
  let finish = (): void => undefined
  void running.track(new Promise<void>((resolve) => { finish = resolve }))
  await expect(running.settled(5)).resolves.toBe(false)
  finish()
  await expect(running.settled(1000)).resolves.toBe(true)
})

test.each([[-30, 'now'], [-300, '5 minutes ago'], [-7200, '2 hours ago'], [-86_400, 'yesterday'], [-3 * 86_400, '3 days ago']])('%i seconds from now is %s', (seconds, words) => {
  expect(ago(new Date(now.getTime() + seconds * 1000), now, 'en')).toBe(words)
})
