import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData } from '../../src/domain/personal-data.js'

/** What was found, as `kind:text`. */
function found(text: string): string[] {
  return findPersonalData(text, 'title').map((finding) => `${finding.kind}:${text.slice(finding.start, finding.end)}`)
}

describe('email addresses (CASE-2)', () => {
  it.each([
    ['jane@acme.example bounced', ['jane@acme.example']],
    ['Jane <jane.doe+x@mail.acme.co.jp>, bob_1@b.io.', ['jane.doe+x@mail.acme.co.jp', 'bob_1@b.io']],
    ['連絡先はtaro@acme.exampleです。', ['taro@acme.example']],
    ['ｔａｒｏ＠ａｃｍｅ．ｃｏｍ', ['ｔａｒｏ＠ａｃｍｅ．ｃｏｍ']],
    ['用户@例子.广告', ['用户@例子.广告']],
    ['björn@exämple.se', ['björn@exämple.se']],
    ['иван@почта.рф', ['иван@почта.рф']],
    ['a@xn--bcher-kva.example', ['a@xn--bcher-kva.example']],
    ['https://x.example/?user=jane%40acme.com&b', ['jane%40acme.com']],
    ['jane [at] acme.example', ['jane [at] acme.example']],
    ['smtp.mailfrom=jane@acme.example;', ['jane@acme.example']],
    ['<mailto:jane@acme.example|jane@acme.example>', ['jane@acme.example', 'jane@acme.example']],
    ['jane​@acme.example', ['jane​@acme.example']],
    ['jane@acme.example.pdf', ['jane@acme.example']],
    ["From: o'neil@acme.example", ["o'neil@acme.example"]],
  ])('are found in %j', (text, expected) => {
    expect(found(text)).toEqual(expected.map((each) => `email:${each}`))
  })

  it.each([
    'meet @ 10.30', '@here look', 'logo@2x.png', '@slack/bolt@5.1.0', 'vitest@4.1.12', 'root@10.0.0.1', 'a@b', 'user@localhost', '@acme.example',
    'Message-ID: <CAF+abc123@mail.acme.example>', 'References: <a1@acme.example> <b2@acme.example>\n <c3@acme.example>', 'in-reply-to: 77@x.example',
    'see <CADk=x9Q@mail.gmail.com>', 'header.i=@acme.example', 'weight 5@kg.',
  ])('are not seen in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('are shown with their first letter and their domain', () => {
    expect(findPersonalData('to jane@acme.example', 'question:gmail.what')).toEqual([
      { place: 'question:gmail.what', kind: 'email', excerpt: 'j•••@acme.example', start: 3, end: 20 },
    ])
  })

  it('after a message id are still found', () => {
    expect(found('Message-ID: <x@acme.example>\nFrom: jane@acme.example')).toEqual(['email:jane@acme.example'])
  })
})

describe('payment cards (CASE-2)', () => {
  it.each([
    '4111111111111111', '4111 1111 1111 1111', '4111-1111-1111-1111', '5555555555554444', '378282246310005', '3782 822463 10005', '30569309025904',
    '3530111333300000', '6011111111111117', '4222222222222', '2223003122003222', '6212345678901265', '４１１１　１１１１　１１１１　１１１１',
  ])('are found: %s', (card) => {
    expect(found(`card ${card}.`)).toEqual([`card:${card}`])
    expect(found(`カード番号は${card}です`)).toEqual([`card:${card}`])
  })

  it.each([
    ['a wrong check digit', '4111111111111112'], ['a moment in milliseconds', '1763600000000'], ['a moment in microseconds', '1763600000000000'], ['too long', '41111111111111111111'],
    ['a part of an id', 'a4111111111111111'], ['a part of a uuid', '4111-1111-1111-1111-a'], ['zeros', '0000000000000000'], ['odd groups', '41111 1111111 1111'],
    ['in a page address', 'https://x.example/item/4111111111111111'],
  ])('are not seen in %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('show the last four digits', () => {
    expect(findPersonalData('4111 1111 1111 1111', 'title')[0]?.excerpt).toBe('•••1111')
  })
})

describe('government ids (CASE-2)', () => {
  it.each([
    ['US', '123-45-6789'], ['US', '123 45 6789'], ['JP', '1234-5678-9018'], ['JP', '1234 5678 9018'], ['JP', '123456789018'], ['JP', '１２３４５６７８９０１８'],
    ['FR', '1 85 05 78 006 084 91'], ['FR', '185057800608491'], ['FR', '2 69 05 49 588 157 80'], ['FR, Corsica', '1 85 05 2A 006 084 35'],
    ['SE', '811218-9876'], ['SE', '19811218-9876'], ['SE', '198112189876'], ['SE, over a hundred', '811218+9876'],
    ['TW', 'A123456789'], ['TW', 'F234567898'], ['KR', '900101-1234568'], ['KR', '9001011234568'], ['KR, since 2020', '201101-3234567'],
    ['GB', 'QQ 12 34 56 C'.replace('QQ', 'AB')], ['GB', 'AB123456C'],
  ])('of %s are found: %s', (_, id) => {
    expect(found(`it is ${id}, right`)).toEqual([`government_id:${id}`])
    expect(found(`番号「${id}」`)).toEqual([`government_id:${id}`])
  })

  it.each([
    ['SSN: 123456789', '123456789'], ['マイナンバーは123456789018', '123456789018'], ['personnummer 8112189876', '8112189876'],
  ])('are found by their name: %s', (text, id) => {
    expect(found(text)).toEqual([`government_id:${id}`])
  })

  it.each([
    ['an area that is not given out', '000-12-3456'], ['an area that is not given out', '912-34-5678'], ['nine bare digits', '123456789'], ['a wrong check digit', '1234-5678-9012'],
    ['a moment', '202611201003'], ['a case number by date', '20261120-1042'], ['a wrong key', '185057800608492'], ['a wrong check digit', '811218-9877'],
    ['no such month', '811318-9874'], ['a wrong check digit', 'A123456788'], ['no such day', '900139-1234568'], ['a prefix that is not given out', 'GB123456C'],
    ['a project', 'project 123456789018'], ['an order', '注文番号：123456789018'], ['ten bare digits', '8112189876'],
  ])('are not seen in %s: %s', (_, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('where personal data stands (CASE-2)', () => {
  it('is told in the order of the text, nothing twice', () => {
    expect(found('+81 90-1234-5678, jane@acme.example, 4111 1111 1111 1111, 123-45-6789')).toEqual([
      'phone:+81 90-1234-5678', 'email:jane@acme.example', 'card:4111 1111 1111 1111', 'government_id:123-45-6789',
    ])
  })

  it('is found at its own offsets, whatever stands around it', () => {
    const around = fc.string({ unit: fc.constantFrom('あ', '㈱', 'Ａ', '👩‍👩‍👧', 'é', ' ', '\n', '，', 'ｶﾞ', '（'), maxLength: 12 })
    const data = fc.constantFrom('jane@acme.example', '４１１１１１１１１１１１１１１１', '+46 70 123 45 67')
    fc.assert(fc.property(around, data, around, (before, personal, after) => {
      const text = `${before} ${personal} ${after}`
      expect(found(text).map((each) => each.slice(each.indexOf(':') + 1))).toEqual([personal])
    }))
  })

  it('never overlaps, and never shows what it masks', () => {
    const piece = fc.constantFrom('jane@acme.example', '090-1234-5678', '4111111111111111', '1234-5678-9018', '811218-9876', ' ', '-', ',', '1', 'a', '+', '(0)', '@')
    fc.assert(fc.property(fc.array(piece, { maxLength: 10 }).map((all) => all.join('')), (text) => {
      let last = 0
      for (const finding of findPersonalData(text, 'title')) {
        expect(finding.start).toBeGreaterThanOrEqual(last)
        expect(finding.end).toBeGreaterThan(finding.start)
        expect(finding.excerpt).not.toContain(text.slice(finding.start, finding.end))
        last = finding.end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }))
  })

  it.each(['1 '.repeat(50_000), '+1-'.repeat(30_000), 'a@'.repeat(50_000), '4111 '.repeat(20_000), `${'x'.repeat(100_000)}@`, 'References: <'.repeat(8_000), '電話'.repeat(50_000)])('takes no long time over hostile text', (text) => {
    const before = performance.now()
    findPersonalData(text, 'title')
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
