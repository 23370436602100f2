import { describe, expect, test } from 'vitest'
import { channelChoices } from '../../src/sandbox/page/elements/channel-choices.js'
import { fileRefusal } from '../../src/sandbox/page/elements/file-refusal.js'
import { filterChoices } from '../../src/sandbox/page/elements/filter-choices.js'
import { toChoices } from '../../src/sandbox/page/elements/option.js'

const choices = [
  { value: '1', text: 'Gmail', description: 'Mail › Delivery' },
  { value: '2', text: 'Delivery problems', description: 'Mail' },
  { value: '3', text: 'Kalender för Åsa' },
  { value: '4', text: 'カレンダー' },
]
const found = (query: string) => filterChoices(choices, query).map((choice) => choice.value)

test.each([
  ['', ['1', '2', '3', '4']],
  ['delivery', ['2', '1']],
  ['mail del', ['1', '2']],
  ['asa for', ['3']],
  ['カレ', ['4']],
  ['nothing', []],
])('filter by "%s"', (query, expected) => {
  expect(found(query)).toEqual(expected)
})

test('options and groups become choices', () => {
  const plain = (text: string) => ({ type: 'plain_text' as const, text })
  const group = { label: plain('Asia'), options: [{ text: plain('Tokyo'), value: 't', description: plain('UTC+9') }] }
  expect(toChoices(undefined, [group], ({ text }) => text)).toMatchObject([{ value: 't', text: 'Tokyo', description: 'UTC+9', group: 'Asia' }])
})

describe('channels to choose from', () => {
  const channel = (id: string, isPrivate: boolean, kind: 'channel' | 'im' = 'channel') => ({ id, name: id.toLowerCase(), kind, isPrivate, topic: '', members: [] })
  const joined = [channel('TEAM', true), channel('UPDATES', false), channel('DM', true, 'im')]
  const all = [channel('UPDATES', false), channel('RANDOM', false), channel('OTHERS', true), channel('TEAM', true)]
  test.each([
    [undefined, ['TEAM', 'UPDATES', 'RANDOM']],
    [['public', 'private'] as const, ['TEAM', 'UPDATES', 'RANDOM']],
    [['private'] as const, ['TEAM']],
    [['public'] as const, ['UPDATES', 'RANDOM']],
    [['im'] as const, []],
  ])('%o: what the person is in, and public ones; never others’ private ones', (include, expected) => {
    expect(channelChoices(joined, all, include).map(({ value }) => value)).toEqual(expected)
  })
})

describe('files', () => {
  const element = { type: 'file_input' as const, max_files: 2, filetypes: ['PNG', 'txt'] }
  test.each([
    ['a.png', 10, 0, undefined],
    ['A.TXT', 10, 1, undefined],
    ['a.exe', 10, 0, /not of an accepted type/],
    ['a.png', 11 * 1024 * 1024, 0, /larger than 10 MB/],
    ['a.png', 10, 2, /Only 2 files/],
  ])('%s of %i bytes after %i', (name, size, already, expected) => {
    const refusal = fileRefusal({ name, size }, already, element)
    if (expected) expect(refusal).toMatch(expected)
    else expect(refusal).toBeUndefined()
  })
})
