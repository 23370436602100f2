import { describe, expect, test } from 'vitest'
import { readProfile } from '../../../src/slack/slack-people.js'

const told = { id: 'U1', name: 'mei', real_name: 'Mei Lin', locale: 'zh-TW', tz: 'Asia/Taipei', deleted: false, profile: { email: 'mei@hikari.example' } }

describe('what user_change tells', () => {
  test('is a whole profile', () => {
    expect(readProfile(told)).toEqual({
      userId: 'U1',
      profile: { email: 'mei@hikari.example', name: 'Mei Lin', locale: 'zh-TW', timeZone: 'Asia/Taipei', isBot: false, isDeleted: false, isGuest: false, isStranger: false },
    })
  })
  test('without a language changes nothing, so that nobody is answered in another one than theirs', () => {
    expect(readProfile({ ...told, locale: undefined })).toBeNull()
  })
  test('of somebody gone counts whatever else is missing (ACCOUNT-1)', () => {
    expect(readProfile({ id: 'U1', deleted: true })).toMatchObject({ userId: 'U1', profile: { isDeleted: true } })
  })
  test.each([undefined, null, 'U1', {}, { id: 7 }, { ...told, id: '' }])('%j is nobody', (sent) => {
    expect(readProfile(sent)).toBeNull()
  })
})
