import { describe, expect, it } from 'vitest'
import { effectiveAtOf } from '../../src/usecases/import/check-access.js'
import { accessChanges } from '../../src/domain/words.js'

const at = new Date('2026-03-02T09:00:00Z')
const dayLater = new Date('2026-03-03T09:00:00Z')

describe('when an imported access record takes effect', () => {
  it.each(accessChanges.filter((change) => change !== 'GRANT'))('%s: at once, as an import records what is', (change) => {
    expect(effectiveAtOf({ change, at })).toEqual(at)
  })

  it('a grant: a day later', () => {
    expect(effectiveAtOf({ change: 'GRANT', at })).toEqual(dayLater)
  })

  it('the time that is told', () => {
    expect(effectiveAtOf({ change: 'SWITCH_ON', at, effectiveAt: dayLater })).toEqual(dayLater)
  })
})
