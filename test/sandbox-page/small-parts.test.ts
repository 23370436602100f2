import { describe, expect, test } from 'vitest'
import { commandBeingTyped, completions, isCommand } from '../../src/sandbox/page/chat/command-completion.js'
import { initials } from '../../src/sandbox/page/people/avatar-look.js'
import { byOrganization } from '../../src/sandbox/page/people/by-organization.js'
import { formatPlace, parsePlace } from '../../src/sandbox/page/state/place-in-page.js'
import { filterTraffic } from '../../src/sandbox/page/traffic/filter-traffic.js'
import { jsonTokens } from '../../src/sandbox/page/traffic/json-tokens.js'
import type { Traffic } from '../../src/sandbox/protocol.js'

describe('slash commands', () => {
  const commands = ['/case', '/access', '/approvals'].map((command) => ({ command, description: '', usageHint: 'hint' }))
  test.each([
    ['/', 3],
    ['/a', 2],
    ['/A', 2],
    ['/case', 1],
    ['/case ', 0],
    ['hello /c', 0],
  ])('"%s" may become %i commands', (text, count) => {
    expect(completions(commands, text)).toHaveLength(count)
  })

  test('the hint shows once arguments begin', () => {
    expect(commandBeingTyped(commands, '/case new')?.command).toBe('/case')
    expect(commandBeingTyped(commands, '/case')).toBeUndefined()
  })

  test.each([['/case', true], ['/ x', false], ['//', false], ['hi', false]])('%s runs a command: %s', (text, expected) => {
    expect(isCommand(text)).toBe(expected)
  })
})

test.each(['#U1', '#U1/C1', '#U1/C1/1700000000.000100', '#U1/app/home', '#U1/app/messages'])('the address %s is read and written alike', (hash) => {
  expect(formatPlace(parsePlace(hash))).toBe(hash)
})

test.each([['Aiko Tanaka', 'AT'], ['Sven', 'S'], ['Ana Maria da Costa', 'AC'], ['田中 愛子', '田愛'], ['', '?']])('initials of %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('people stand by the domain of their address', () => {
  const person = (email: string) => ({ id: email, name: email, email, locale: 'en', timeZone: 'UTC', title: '' })
  const groups = byOrganization(['a@one.example', 'b@two.example', 'c@two.example'].map(person))
  expect(groups.map(({ domain, people }) => `${domain} ${people.length}`)).toEqual(['two.example 2', 'one.example 1'])
})

test('traffic is filtered by every word, newest first', () => {
  const entry = (n: number, name: string, request: unknown = {}): Traffic => ({
    n, at: 0, direction: 'to_bot', kind: 'command', name, ok: true, milliseconds: 1, request, response: {},
  })
  const all = [entry(1, '/case', { text: 'new acme' }), entry(2, '/access'), entry(3, '/case')]
  expect(filterTraffic(all, '').map(({ n }) => n)).toEqual([3, 2, 1])
  expect(filterTraffic(all, 'case acme').map(({ n }) => n)).toEqual([1])
})

test('JSON is cut into pieces without losing any', () => {
  const value = { text: 'a "b": 1', n: -1.5e3, yes: true, none: null, list: ['x'] }
  const tokens = jsonTokens(value)
  expect(tokens.map(({ text }) => text).join('')).toBe(JSON.stringify(value, null, 2))
  expect(tokens.filter(({ kind }) => kind === 'key').map(({ text }) => text)).toEqual(['"text"', '"n"', '"yes"', '"none"', '"list"'])
})
