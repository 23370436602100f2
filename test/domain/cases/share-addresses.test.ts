import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { outboxMessageSchema } from '../../../src/store/outbox/outbox-payloads.js'
import { isShareAddress, parseShareAddresses } from '../../../src/domain/cases/share-addresses.js'

describe('whom a case is shared with (CASE-3)', () => {
  it.each([
    ['a@acme.example', ['a@acme.example'], []],
    ['A@Acme.Example\nb@acme.example', ['a@acme.example', 'b@acme.example'], []],
    ['a@acme.example, b@acme.example;c@acme.example', ['a@acme.example', 'b@acme.example', 'c@acme.example'], []],
    ['a@acme.example、b@acme.example，c@acme.example；d@acme.example', ['a@acme.example', 'b@acme.example', 'c@acme.example', 'd@acme.example'], []],
    ['a@acme.example b@acme.example', ['a@acme.example', 'b@acme.example'], []],
    ['a@acme.example\r\n\r\n a@ACME.example ,', ['a@acme.example'], []],
    ['Jane Doe <Jane@acme.example>', ['jane@acme.example'], []],
    ['<mailto:jane@acme.example|jane@acme.example>', ['jane@acme.example'], []],
    ['mailto:jane@acme.example', ['jane@acme.example'], []],
    ['ｊａｎｅ＠ａｃｍｅ．ｅｘａｍｐｌｅ', ['jane@acme.example'], []],
    ['björn@exämple.se', ['björn@exämple.se'], []],
    ["o'neil+x@mail.acme.example", ["o'neil+x@mail.acme.example"], []],
    ['jane', [], ['jane']],
    ['jane at acme', [], ['jane at acme']],
    ['a@acme.example, @acme.example, a@, a@b, a@b..c, .a@b.example, a@-b.example, a@1.2.3.4', ['a@acme.example'], ['@acme.example', 'a@', 'a@b', 'a@b..c', '.a@b.example', 'a@-b.example', 'a@1.2.3.4']],
    ['#team, #team', [], ['#team']],
    ['', [], []],
    [' \n,; ', [], []],
  ])('reads %j', (typed, addresses, bad) => {
    expect(parseShareAddresses(typed)).toEqual({ addresses, bad })
  })

  it('reads its own list again as the same, however it is parted', () => {
    const one = fc.emailAddress().map((each) => each.toLowerCase())
    fc.assert(fc.property(fc.uniqueArray(one, { maxLength: 8 }), fc.constantFrom('\n', ',', ', ', ';', ' '), (list, comma) => {
      const known = parseShareAddresses(list.join('\n')).addresses
      expect(parseShareAddresses(known.join(comma))).toEqual({ addresses: known, bad: [] })
    }))
  })

  it('loses nothing of what was typed', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a@b.example', 'x', '<', '@', '.', 'é'), { maxLength: 12 }), (parts) => {
      const { addresses, bad } = parseShareAddresses(parts.join(','))
      expect(addresses.length + bad.length).toBe(new Set(parts).size)
    }))
  })
})

test('what was read as an address is one for whoever sends to it', () => {
  const { addresses } = parseShareAddresses('jörg@bücher.example, o\'neil+x@acme.example, a.b@xn--bcher-kva.example')
  expect(addresses).toHaveLength(3)
  for (const email of addresses) {
    expect(isShareAddress(email)).toBe(true)
    expect(outboxMessageSchema.safeParse({ kind: 'share_email', caseNumber: 1, email }).success).toBe(true)
  }
  expect(outboxMessageSchema.safeParse({ kind: 'share_email', caseNumber: 1, email: 'a b@acme.example' }).success).toBe(false)
})
