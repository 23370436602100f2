import { describe, expect, test } from 'vitest'
import type { Inline } from '../../src/sandbox/page/text/mrkdwn-nodes.js'
import { plainWords } from '../../src/sandbox/page/text/mrkdwn-nodes.js'
import { parseInline } from '../../src/sandbox/page/text/parse-inline.js'
import { parseMarkdown } from '../../src/sandbox/page/text/parse-markdown.js'
import { parseMrkdwn } from '../../src/sandbox/page/text/parse-mrkdwn.js'

/** A short notation: `b(..)` bold, `i(..)` italic, `s(..)` strike, `` `..` `` code, `a[url](..)` link. */
function short(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text
        case 'bold':
        case 'italic':
        case 'strike':
          return `${node.type[0]}(${short(node.children)})`
        case 'code':
          return `\`${node.text}\``
        case 'link':
          return `a[${node.url}](${short(node.children)})`
        case 'user':
        case 'channel':
        case 'group':
          return `${node.type}[${node.id}](${node.label ?? ''})`
        case 'broadcast':
          return `!${node.range}`
        case 'date':
          return `date[${node.seconds}|${node.format}|${node.url ?? ''}](${node.fallback})`
        case 'emoji':
          return `:${node.name}:`
        case 'break':
          return '/'
      }
    })
    .join('')
}

describe('marks inside a line', () => {
  test.each([
    ['plain', 'plain'],
    ['*bold* _italic_ ~gone~ `code`', 'b(bold) i(italic) s(gone) `code`'],
    ['*bold _both_*', 'b(bold i(both))'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['*bold*, and (*this*)', 'b(bold), and (b(this))'],
    ['*not\nover lines*', '*not/over lines*'],
    ['*太字*です', '*太字*です'],
    ['*太字* です', 'b(太字) です'],
    ['`*no marks*`', '`*no marks*`'],
    ['*a `*` b*', 'b(a `*` b)'],
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['<https://a.example|the *a*>', 'a[https://a.example](the *a*)'],
    ['<https://a.example/?a=1&amp;b=2>', 'a[https://a.example/?a=1&b=2](https://a.example/?a=1&b=2)'],
    ['<mailto:a@b.example|a@b.example>', 'a[mailto:a@b.example](a@b.example)'],
    ['<javascript:alert(1)|click>', '<javascript:alert(1)|click>'],
    ['<@U01> <@U02|Aiko> <#C01|team> <!subteam^S1|@desk>', 'user[U01]() user[U02](Aiko) channel[C01](team) group[S1](@desk)'],
    ['<!here> <!channel>', '!here !channel'],
    ['<!date^1392734382^{date} at {time}^https://x.example|then>', 'date[1392734382|{date} at {time}|https://x.example](then)'],
    [':lock: :unknown: 10:30:45', ':lock: :unknown: 10:30:45'],
    ['a < b and c', 'a < b and c'],
    ['*<https://x.example|1042>*', 'b(a[https://x.example](1042))'],
  ])('%s', (text, expected) => {
    expect(short(parseInline(text))).toBe(expected)
  })

  test('an emoji is one only when it is known', () => {
    expect(parseInline(':lock: :nope:').map((node) => node.type)).toEqual(['emoji', 'text'])
  })
})

describe('blocks of a text', () => {
  const kinds = (text: string) => parseMrkdwn(text).map((block) => block.type)

  test('quotes, lists, code and paragraphs', () => {
    expect(kinds('Hello\nyou\n> quoted\n&gt; more\n• one\n2. two\n```\ncode *x*\n```\nend')).toEqual([
      'paragraph', 'quote', 'item', 'item', 'pre', 'paragraph',
    ])
  })

  test('code keeps its content as it is', () => {
    expect(parseMrkdwn('```a &lt; *b*\n  c```')).toEqual([{ type: 'pre', text: 'a < *b*\n  c' }])
  })

  test('an open fence stays text', () => {
    expect(kinds('a ``` b')).toEqual(['paragraph'])
  })

  test('three marks quote the rest', () => {
    expect(parseMrkdwn('>>> a\nb\nc')).toMatchObject([{ type: 'quote', children: [{ type: 'paragraph' }] }])
  })

  test('indented items know their depth', () => {
    expect(parseMrkdwn('• a\n    ◦ b')).toMatchObject([{ indent: 0 }, { marker: '◦', indent: 2 }])
  })
})

test('plain words have no markup', () => {
  expect(plainWords(parseInline('*Case* <@U01> <https://x|1042> :lock:'), () => 'Aiko')).toBe('Case Aiko 1042 :lock:')
})

test('Markdown is read with its own marks', () => {
  const blocks = parseMarkdown('# Title\n\nSome **bold** and *italic*, [link](https://x.example)\n- one\n- two\n\n> said\n\n```\ncode\n```\n---')
  expect(blocks.map((block) => block.type)).toEqual(['heading', 'paragraph', 'item', 'item', 'quote', 'pre', 'rule'])
  expect(short((blocks[1] as { children: Inline[] }).children)).toBe('Some b(bold) and i(italic), a[https://x.example](link)')
})
