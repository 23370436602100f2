import { describe, expect, it } from 'vitest'
import { findPersonalData } from '../../src/domain/personal-data.js'

function found(text: string): string[] {
  return findPersonalData(text, 'title').map((finding) => `${finding.kind}:${text.slice(finding.start, finding.end)}`)
}

describe('telephone numbers (CASE-2)', () => {
  it.each([
    ['international', '+81 3-1234-5678'], ['international', '+819012345678'], ['international', '+1 (415) 555-2671'], ['international', '+44 (0)20 7946 0958'],
    ['international', '+46 70 123 45 67'], ['international', '+33 6 12 34 56 78'], ['international', '+886 2 2345 6789'], ['international', '+82-10-1234-5678'],
    ['international', '+971 50 123 4567'], ['international', '0046 70 123 45 67'], ['full width', '＋８１ ９０−１２３４−５６７８'],
    ['JP', '03-1234-5678'], ['JP', '(03) 1234-5678'], ['JP', '090-1234-5678'], ['JP', '09012345678'], ['JP', '0120-123-456'], ['JP', '０９０－１２３４－５６７８'],
    ['FR', '06 12 34 56 78'], ['FR', '01.42.68.53.00'], ['FR', '0612345678'], ['FR', '06-12-34-56-78'],
    ['SE', '070-123 45 67'], ['SE', '08-123 456 78'], ['SE', '070-1234567'], ['SE', '0701234567'],
    ['TW', '0912-345-678'], ['TW', '(02) 2345-6789'], ['TW', '0912345678'],
    ['KR', '010-1234-5678'], ['KR', '02-345-6789'], ['KR', '01012345678'],
    ['US', '(415) 555-2671'], ['US', '415-555-2671'], ['US', '415.555.2671'], ['US', '1-415-555-2671'],
    ['UK', '020 7946 0958'], ['UK', '07700 900123'], ['UK', '07700900123'], ['UK', '(0161) 496 0000'],
  ])('of %s are found: %s', (_, number) => {
    expect(found(`please ring ${number}, thanks`)).toEqual([`phone:${number}`])
    expect(found(`電話は${number}です`)).toEqual([`phone:${number}`])
    expect(found(`Tel:${number}`)).toEqual([`phone:${number}`])
  })

  it.each([
    ['tel 5551234', '5551234'], ['Phone: 555 123 4567', '555 123 4567'], ['電話番号：12345678', '12345678'], ['téléphone : 0142685300', '0142685300'],
    ['전화 1588-1234', '1588-1234'], ['call me at 4155552671', '4155552671'], ['mobil_0701234567.txt', '0701234567'], ['order desk, phone 0612345678', '0612345678'],
  ])('are found by the word before: %s', (text, number) => {
    expect(found(text)).toEqual([`phone:${number}`])
  })

  it.each([
    ['a case number', 'case 1042'], ['a case number', 'Case 12345678'], ['a long case number', 'case #0912345678'], ['an order', 'order 0612345678'], ['an order', '注文番号 0912345678'],
    ['an order', 'orderId=0612345678'], ['a date', '2026-11-20'], ['a date', '20/11/2026'], ['a date and time', '01-12-2026 10:30'], ['dates', '01.12.2026-03.12.2026'],
    ['an ISO time', '2026-11-20T10:11:12Z'], ['an ISO time', '2026-11-20T10:11:12.123456+09:00'], ['an offset', 'UTC+09:00'], ['an offset', '+0900'], ['a version', '5.1.0'], ['a version', '10.0.19045.3693'],
    ['a version', 'Chrome 130.0.6723.117'], ['an IP address', '192.168.0.1'], ['an IP address', '8.8.8.8'], ['an IP address', '203.0.113.195:8080'], ['IPv6', '2001:db8::8a2e:370:7334'],
    ['a message id', '<20261120101112.0912345678@acme>'], ['a Slack time', '1763600000.123456'], ['a moment', '1763600000'], ['a moment', '1763600000000'], ['a uuid', '0b9f3a52-1234-5678-9012-345678901234'],
    ['a size', '10 000 000 bytes'], ['a sum', '1,234,567.89'], ['a SMTP answer', '550-5.1.1 and 421 4.7.0'], ['a screenshot', 'Screenshot_20261120_101112.png'], ['a photo', 'IMG_20261120_101112.jpg'],
    ['a code', 'error 0x80070005'], ['a hash', 'a09012345678f'], ['a page', 'https://x.example/t/0912345678'], ['a year span', '2019-2026'], ['a project', 'project-0312-345-6789'], ['a MAC address', '00-1B-44-11-3A-B7'],
    ['times', '09:00-10:30'], ['a date of a call', 'call 2026-11-20'], ['a date of a call', 'mobile: 20/11/2026'], ['an SKU', '1010020027'], ['a range', '100-200-3000'], ['a ticket', 'TKT-0912-345-678'], ['counts', '12 34 56 78 90'],
  ])('are not seen in %s: %s', (_, text) => {
    expect(found(text)).toEqual([])
    expect(found(`(${text})`)).toEqual([])
  })

  it('are shown by their first and last digits', () => {
    expect(findPersonalData('090-1234-5678', 'title')[0]?.excerpt).toBe('09•••78')
    expect(findPersonalData('+81 90-1234-5678', 'title')[0]?.excerpt).toBe('+81•••78')
  })
})
