import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileAddress } from '../../src/delivery/senders/files/file-address.js'

const apiUrl = 'http://127.0.0.1:4000/api/'

test.each([
  'https://files.slack.com/files-pri/T1-F1/a.txt',
  'https://FILES.slack.com/files-pri/T1-F1/a.txt',
  'https://hikari.slack.com/files/a',
  'https://slack-files.com/T1-F1-abc',
  'http://127.0.0.1:4000/files/F1',
])('may be asked for a file: %s', (address) => expect(fileAddress(address, { apiUrl })).not.toBeNull())

test.each([
  'http://files.slack.com/a',
  'https://files.slack.com:8443/a',
  'https://token@files.slack.com/a',
  'https://files.slack.com@evil.example/a',
  'https://files.slack.com.evil.example/a',
  'https://evil-slack.com/a',
  'https://slack.com.evil.example/a',
  'https://notslack-files.com/a',
  'https://files.slack.com./a',
  'https://evil.example/#@files.slack.com',
  'https://evil.example\\@files.slack.com/a',
  'http://127.0.0.1:4001/files/F1',
  'http://127.0.0.1/files/F1',
  'https://127.0.0.1:4000/files/F1',
  'http://localhost:4000/files/F1',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'ftp://files.slack.com/a',
  'data:text/plain,hello',
  '//files.slack.com/a',
  'files.slack.com/a',
  '',
])('may not: %s', (address) => expect(fileAddress(address, { apiUrl })).toBeNull())

test('without a configured API there is no exception to https and Slack’s hosts', () => {
  expect(fileAddress('http://127.0.0.1:4000/files/F1')).toBeNull()
})

test('a redirect is judged by where it leads', () => {
  const base = new URL('https://files.slack.com/a')
  expect(fileAddress('/b', { base })?.href).toBe('https://files.slack.com/b')
  expect(fileAddress('//evil.example/b', { base })).toBeNull()
})

test('whatever address is made up, only Slack’s hosts over https and the API’s own origin are asked', () => {
  const host = fc.oneof(fc.domain(), fc.constantFrom('files.slack.com', 'slack-files.com', 'a.slack.com', 'slack.com', '127.0.0.1:4000', '[::1]'))
  const glue = fc.constantFrom('', '@', '.', '/', '\\', '#', '?', ':80', '%2e', '\t')
  const address = fc
    .tuple(fc.constantFrom('https://', 'http://', 'https:', 'HTTPS://', 'ftp://', '//'), host, glue, host, fc.webPath())
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(address, fc.webUrl(), fc.string()), (text) => {
      const url = fileAddress(text, { apiUrl })
      if (!url) return
      const slack = url.protocol === 'https:' && url.port === '' && /^(slack-files\.com|([a-z0-9-]+\.)+slack\.com)$/.test(url.hostname)
      expect(slack || url.origin === 'http://127.0.0.1:4000').toBe(true)
      expect(url.username + url.password).toBe('')
    }),
    { numRuns: 2000 },
  )
})
