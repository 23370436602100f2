import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeDomain, parsePortalCommand, portalVerbs } from '../../../src/slack/commands/portal/parse-portal-command.js'
import type { PortalCommand } from '../../../src/slack/commands/portal/parse-portal-command.js'
import { portalUsage, unknownPortalVerb } from '../../../src/slack/commands/portal/portal-usage.js'
import { english } from '../samples.js'

const table: [typed: string, means: PortalCommand][] = [
  ['', { verb: 'show' }],
  ['   ', { verb: 'show' }],
  ['help', { verb: 'help' }],
  ['?', { verb: 'help' }],
  ['HELP me', { verb: 'help' }],
  ['users', { verb: 'users' }],
  ['Users', { verb: 'users' }],
  ['ｕｓｅｒｓ', { verb: 'users' }],
  ['roles', { verb: 'roles' }],
  ['licences', { verb: 'licences' }],
  ['licenses', { verb: 'licences' }],
  ['alerts', { verb: 'alerts' }],
  ['policy', { verb: 'policy' }],
  ['targets', { verb: 'targets' }],
  ['target', { verb: 'targets' }],
  ['import', { verb: 'import' }],
  ['import users.json', { verb: 'import' }],
  ['switch', { verb: 'switch', domain: '' }],
  ['switch boreal.example', { verb: 'switch', domain: 'boreal.example' }],
  ['switch  BOREAL.example. please', { verb: 'switch', domain: 'boreal.example' }],
  ['switch <http://boreal.example|boreal.example>', { verb: 'switch', domain: 'boreal.example' }],
  ['switch <mailto:mei@boreal.example|mei@boreal.example>', { verb: 'switch', domain: 'boreal.example' }],
  ['swich boreal.example', { verb: 'unknown', tried: 'swich', nearest: 'switch' }],
  ['usres', { verb: 'unknown', tried: 'usres', nearest: 'users' }],
  ['migrate', { verb: 'unknown', tried: 'migrate', nearest: null }],
  ['deliveries', { verb: 'unknown', tried: 'deliveries', nearest: null }],
  ['toString', { verb: 'unknown', tried: 'toString', nearest: null }],
]

describe('what stands behind /portal', () => {
  test.each(table)('%j', (typed, means) => {
    expect(parsePortalCommand(typed)).toEqual(means)
  })

  test('anything can be typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(['show', 'unknown', ...portalVerbs]).toContain(parsePortalCommand(text).verb)
    }))
  })
})

describe('a domain to switch to', () => {
  const domains = ['hikari.example', 'boreal.example', 'bora.example', 'bora.example.jp']
  test.each([
    ['boreal.example', 'boreal.example'],
    ['bore', 'boreal.example'],
    ['h', 'hikari.example'],
    ['bora.example', 'bora.example'],
    ['bor', null],
    ['acme.example', 'acme.example'],
  ])('%j means %j', (typed, domain) => {
    expect(completeDomain(typed, domains)).toBe(domain)
  })
})

describe('the usage of /portal', () => {
  test('lists every verb, and offers none that is not there yet', () => {
    const { text } = portalUsage(english)
    for (const verb of portalVerbs) expect(text).toContain(`/portal ${verb}`)
    expect(text).not.toMatch(/migrate|deliveries/)
  })
  test('names the nearest verb, and what was typed as it was typed', () => {
    expect(unknownPortalVerb({ verb: 'unknown', tried: 'usres', nearest: 'users' }, english).text).toContain('There is no `/portal usres`. Did you mean `/portal users`?')
    expect(unknownPortalVerb({ verb: 'unknown', tried: '<!channel>', nearest: null }, english).text).toContain('&lt;!channel&gt;')
  })
})
