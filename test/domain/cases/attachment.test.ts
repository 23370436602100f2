import { describe, expect, it } from 'vitest'
import { fileMay, fileShownTo } from '../../../src/domain/cases/attachment.js'
import type { FileAction } from '../../../src/domain/cases/attachment.js'
import type { AttachmentState, CaseState, Desk, OrganizationKind } from '../../../src/domain/words.js'

const who = (accountId: string, organizationKind: OrganizationKind = 'RESELLER') => ({ accountId, organizationKind })
const builtIn = { state: 'NEW' as CaseState, desk: 'BUILT_IN' as Desk }

describe('what may be done with a file (CASE-2, CASE-4)', () => {
  const table: [AttachmentState, author: FileAction[], others: FileAction[], desk: FileAction[], shown: boolean][] = [
    ['CHECKING', ['withdraw'], [], [], false],
    ['HELD', ['get', 'release', 'withdraw'], [], [], false],
    ['RELEASED', ['get', 'requestRemoval'], ['get', 'requestRemoval'], ['get'], true],
    ['NOT_SEARCHED', ['get', 'requestRemoval'], ['get', 'requestRemoval'], ['get'], true],
    ['WITHDRAWN', [], [], [], false],
    ['FAILED', ['withdraw'], [], [], false],
  ]
  it.each(table)('%s: its author %j, others %j, the desk %j', (state, author, others, desk, shown) => {
    const file = { state, addedById: 'aiko' }
    expect(fileMay(file, builtIn, who('aiko'))).toEqual(author)
    expect(fileMay(file, builtIn, who('ben'))).toEqual(others)
    expect(fileMay(file, builtIn, who('pia', 'CUSTOMER'))).toEqual(others)
    expect(fileMay(file, builtIn, who('kim', 'VENDOR'))).toEqual(desk)
    expect(fileShownTo(file, who('ben'))).toBe(shown)
    expect(fileShownTo(file, who('aiko'))).toBe(state !== 'WITHDRAWN')
    expect(fileMay({ state, addedById: null }, builtIn, who('aiko'))).toEqual(others)
  })

  it('asks no desk that answers in a web portal for a removal, and none before the case is filed', () => {
    const file = { state: 'RELEASED' as const, addedById: 'aiko' }
    expect(fileMay(file, { ...builtIn, desk: 'PORTAL' }, who('aiko'))).toEqual(['get'])
    expect(fileMay(file, { ...builtIn, state: 'PENDING_APPROVAL' }, who('aiko'))).toEqual(['get'])
    expect(fileMay(file, { ...builtIn, state: 'CLOSED' }, who('ben'))).toEqual(['get', 'requestRemoval'])
  })
})
