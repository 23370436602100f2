import { describe, expect, it } from 'vitest'
import { defaultResponseMinutes, responseTarget } from '../../../src/domain/cases/response-target.js'
import { severities, supportTiers } from '../../../src/domain/words.js'

const filedAt = new Date('2026-11-20T10:00:00Z')

describe('the target of the first answer', () => {
  it.each([
    ['STANDARD', 'P1', 4], ['STANDARD', 'P2', 8], ['STANDARD', 'P3', 24], ['STANDARD', 'P4', 24],
    ['ENHANCED', 'P1', 1], ['ENHANCED', 'P2', 4], ['ENHANCED', 'P3', 8], ['ENHANCED', 'P4', 8],
    ['PREMIUM', 'P1', 0.25], ['PREMIUM', 'P2', 2], ['PREMIUM', 'P3', 4], ['PREMIUM', 'P4', 8],
  ] as const)('of %s, %s is %d hours after filing', (tier, severity, hours) => {
    expect(responseTarget(tier, severity, filedAt).getTime() - filedAt.getTime()).toBe(hours * 3_600_000)
  })

  it('never comes later for a better tier or a worse severity', () => {
    for (const [index, tier] of supportTiers.entries()) {
      const minutes = severities.map((severity) => defaultResponseMinutes[tier][severity])
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
      const better = supportTiers[index + 1] ?? tier
      expect(severities.filter((severity) => defaultResponseMinutes[better][severity] > defaultResponseMinutes[tier][severity])).toEqual([])
    }
  })

  it('follows settings', () => {
    const minutes = { ...defaultResponseMinutes, PREMIUM: { P1: 5, P2: 10, P3: 20, P4: 40 } }
    expect(responseTarget('PREMIUM', 'P1', filedAt, minutes)).toEqual(new Date('2026-11-20T10:05:00Z'))
  })
})
