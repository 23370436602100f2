import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAccessCommand } from '../../../src/slack/commands/access/parse-access-command.js'
import type { AccessCommand, AccessProblem } from '../../../src/slack/commands/access/parse-access-command.js'

const wrong = (problem: AccessProblem): AccessCommand => ({ verb: 'wrong', problem })

const table: [typed: string, means: AccessCommand][] = [
  ['', { verb: 'help' }],
  ['   ', { verb: 'help' }],
  ['help', { verb: 'help' }],
  ['HELP me', { verb: 'help' }],
  ['?', { verb: 'help' }],
  ['check globex.example', { verb: 'check', customer: 'globex.example' }],
  ['CHECK  Globex   Corporation ', { verb: 'check', customer: 'Globex Corporation' }],
  ['check "Globex Corporation"', { verb: 'check', customer: 'Globex Corporation' }],
  ['check', { verb: 'check', customer: '' }],
  ['check <http://globex.example|globex.example>', { verb: 'check', customer: 'globex.example' }],
  ['check https://globex.example', { verb: 'check', customer: 'https://globex.example' }],
  ['check Smith &amp; Sons', { verb: 'check', customer: 'Smith & Sons' }],
  ['ｃｈｅｃｋ　ｇｌｏｂｅｘ．ｅｘａｍｐｌｅ', { verb: 'check', customer: 'globex.example' }],
  ['check 中富商事', { verb: 'check', customer: '中富商事' }],
  ['request initech.example', { verb: 'request', customer: 'initech.example' }],
  ['request initech.example subscription:standard', { verb: 'request', customer: 'initech.example', subscription: 'standard' }],
  ['request subscription:"Business  Standard" initech.example', { verb: 'request', customer: 'initech.example', subscription: 'Business Standard' }],
  ['grant subscription:“Business Standard”', { verb: 'grant', customer: '', subscription: 'Business Standard' }],
  ['grant initech.example Subscription：「Business Standard」', { verb: 'grant', customer: 'initech.example', subscription: 'Business Standard' }],
  ['revoke', { verb: 'revoke', customer: '' }],
  ['revoke globex.example', { verb: 'revoke', customer: 'globex.example' }],
  ['history globex.example', { verb: 'history', customer: 'globex.example' }],
  ['check globex.example subscription:standard', wrong({ problem: 'no_subscription_here', verb: 'check' })],
  ['history globex.example subscription:standard', wrong({ problem: 'no_subscription_here', verb: 'history' })],
  ['request initech.example subscription:', wrong({ problem: 'empty_filter' })],
  ['request initech.example subscription:""', wrong({ problem: 'empty_filter' })],
  ['grant x subscription:a subscription:b', wrong({ problem: 'twice' })],
  ['request initech.example subscripton:standard', wrong({ problem: 'unknown_filter', tried: 'subscripton', nearest: 'subscription' })],
  ['request initech.example sku:standard', wrong({ problem: 'unknown_filter', tried: 'sku', nearest: null })],
  ['chek globex.example', { verb: 'unknown', tried: 'chek', nearest: 'check' }],
  ['grnat globex.example', { verb: 'unknown', tried: 'grnat', nearest: 'grant' }],
  ['globex.example', { verb: 'unknown', tried: 'globex.example', nearest: null }],
  ['x'.repeat(1001), wrong({ problem: 'too_long' })],
]

describe('/access', () => {
  test.each(table)('%s', (typed, means) => {
    expect(parseAccessCommand(typed)).toEqual(means)
  })

  test('reads anything without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((rest) => `grant ${rest}`)), (typed) => {
      expect(parseAccessCommand(typed)).toHaveProperty('verb')
    }))
  })
})
