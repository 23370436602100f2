import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueNotice, noticed } from '../../../src/domain/clocks/clock-notices.js'
import { noClock, shownClock, targetSeconds, turnClock } from '../../../src/domain/clocks/response-clock.js'
import type { ClockRule, ClockTurn, ResponseClock, ShownClock } from '../../../src/domain/clocks/response-clock.js'
import { defaultTargets } from '../../../src/domain/clocks/response-targets.js'
import { defaultHours } from '../../../src/domain/clocks/working-hours.js'
import { severities, supportTiers } from '../../../src/domain/words.js'

const rule: ClockRule = { tier: 'PREMIUM', severity: 'P2', timeZone: 'Asia/Tokyo', targets: defaultTargets, hours: defaultHours }
/** A Monday, nine in the morning in UTC. */
const start = new Date('2026-03-02T09:00:00Z')
const at = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)

/** Turns a clock at these minutes after the start, and tells what was due meanwhile as the job does. */
function turned(turns: readonly [ClockTurn, number, Partial<ClockRule>?][]): ResponseClock {
  return turns.reduce((clock, [turn, minutes, more]) => turnClock(clock, turn, { ...rule, ...more }, at(minutes)), noClock)
}

describe('the defaults', () => {
  it.each([
    ['STANDARD', [[240, true], [480, false], [1440, false], [1440, false]]],
    ['ENHANCED', [[60, true], [240, true], [480, false], [480, false]]],
    ['PREMIUM', [[15, true], [120, true], [240, true], [480, false]]],
  ] as const)('of %s are Google’s', (tier, wanted) => {
    expect(severities.map((severity) => [defaultTargets[tier][severity].minutes, defaultTargets[tier][severity].aroundTheClock])).toEqual(wanted)
  })

  it('never let an answer come later for a better tier or a worse severity', () => {
    for (const [index, tier] of supportTiers.entries()) {
      const seconds = severities.map((severity) => targetSeconds({ targets: defaultTargets, tier, severity }))
      expect(seconds).toEqual(seconds.toSorted((a, b) => a - b))
      const better = supportTiers[index + 1] ?? tier
      expect(severities.filter((severity) => defaultTargets[better][severity].minutes > defaultTargets[tier][severity].minutes)).toEqual([])
    }
  })
})

describe('turning the clock', () => {
  const running = { since: start, targetAt: at(120), remindAt: at(90), breachAt: at(120) }
  it.each<[string, [ClockTurn, number, Partial<ClockRule>?][], Partial<ResponseClock>]>([
    ['runs from its start', [['start', 0]], running],
    ['starts when it goes on without ever having run', [['resume', 0]], running],
    ['reminds five minutes before a short target', [['start', 0, { severity: 'P1' }]], { since: start, targetAt: at(15), remindAt: at(10), breachAt: at(15) }],
    ['stands still', [['start', 0], ['pause', 30]], { spent: 1800 }],
    ['stands still with a second at least', [['start', 0], ['pause', 0]], { spent: 1 }],
    ['goes on with what was left', [['start', 0], ['pause', 30], ['resume', 1000]], { since: at(1000), spent: 1800, targetAt: at(1090), remindAt: at(1060), breachAt: at(1090) }],
    ['goes on more than once', [['start', 0], ['pause', 30], ['resume', 100], ['pause', 130], ['resume', 200]], { since: at(200), spent: 3600, targetAt: at(260), remindAt: at(230), breachAt: at(260) }],
    ['reminds at once when less is left than the reminder wants', [['start', 0], ['pause', 100], ['resume', 200]], { since: at(200), spent: 6000, targetAt: at(220), remindAt: at(200), breachAt: at(220) }],
    ['is due at once when nothing is left', [['start', 0], ['pause', 130], ['resume', 200]], { since: at(200), spent: 7800, targetAt: at(200), remindAt: at(200), breachAt: at(200) }],
    ['does not pause twice', [['start', 0], ['pause', 30], ['pause', 60]], { spent: 1800 }],
    ['does not go on while it runs', [['start', 0], ['resume', 30]], running],
    ['is met', [['start', 0], ['meet', 30]], { spent: 1800, targetAt: at(120), answeredAt: at(30) }],
    ['is met once', [['start', 0], ['meet', 30], ['meet', 60], ['resume', 60], ['pause', 70], ['rescale', 80]], { spent: 1800, targetAt: at(120), answeredAt: at(30) }],
    ['is met while it stands still', [['start', 0], ['pause', 30], ['meet', 600]], { spent: 1800, targetAt: at(690), answeredAt: at(600) }],
    ['is met late while it stands still', [['start', 0], ['pause', 130], ['meet', 600]], { spent: 7800, targetAt: at(590), answeredAt: at(600) }],
    ['starts anew after it was met', [['start', -500], ['meet', -400], ['start', 0]], running],
    ['counts by the new severity since it began', [['start', 0], ['rescale', 5, { severity: 'P1' }]], { since: start, targetAt: at(15), remindAt: at(10), breachAt: at(15) }],
    ['may be overdue by the new severity', [['start', 0], ['rescale', 60, { severity: 'P1' }]], { since: start, targetAt: at(15), remindAt: at(10), breachAt: at(15) }],
    ['keeps what counted before it last went on', [['start', 0], ['pause', 30], ['resume', 100], ['rescale', 110, { severity: 'P3' }]], { since: at(100), spent: 1800, targetAt: at(310), remindAt: at(250), breachAt: at(310) }],
    ['is not moved by a new severity while it stands still', [['start', 0], ['pause', 30], ['rescale', 60, { severity: 'P1' }]], { spent: 1800 }],
    ['is gone when the case is closed', [['start', 0], ['pause', 30], ['stop', 60]], {}],
    ['stays met when the case is closed', [['start', 0], ['meet', 30], ['stop', 60]], { spent: 1800, targetAt: at(120), answeredAt: at(30) }],
    ['has nothing to pause, meet, rescale or stop before it ran', [['pause', 1], ['meet', 2], ['rescale', 3], ['stop', 4]], {}],
  ])('%s', (_what, turns, wanted) => {
    expect(turned(turns)).toEqual({ ...noClock, ...wanted })
  })

  it('counts working hours where the case is', () => {
    // 18:00 in Tokyo: the eight hours begin tomorrow at nine there.
    expect(turned([['start', 0, { severity: 'P4' }]])).toMatchObject({ targetAt: new Date('2026-03-03T08:00:00Z'), remindAt: new Date('2026-03-03T06:00:00Z') })
    expect(turned([['start', 0, { severity: 'P4', hours: { ...defaultHours, timeZone: 'UTC' } }]])).toMatchObject({ targetAt: new Date('2026-03-02T17:00:00Z') })
    expect(turned([['start', 0, { severity: 'P4' }], ['pause', 16 * 60, { severity: 'P4' }]])).toMatchObject({ spent: 3600 })
  })

  it('reminds of no target that is as short as the reminder', () => {
    const targets = { ...defaultTargets, PREMIUM: { ...defaultTargets.PREMIUM, P2: { minutes: 5, aroundTheClock: true } } }
    expect(turned([['start', 0, { targets }]])).toMatchObject({ remindAt: null, breachAt: at(5) })
  })

  it('never lets pauses change what an answer may take', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5000 })), { maxLength: 5 }), (pauses) => {
      let minutes = 0
      let clock = turnClock(noClock, 'start', rule, start)
      for (const [run, still] of pauses) {
        clock = turnClock(clock, 'pause', rule, at((minutes += run)))
        clock = turnClock(clock, 'resume', rule, at((minutes += still)))
      }
      const stood = pauses.reduce((sum, [, still]) => sum + still, 0)
      expect(clock.targetAt).toEqual(at(120 + stood))
    }))
  })
})

describe('what is told of a clock', () => {
  const clock = turned([['start', 0]])
  it.each([[89, null], [90, 'near'], [119, 'near'], [120, 'passed'], [9000, 'passed']] as const)('after %d minutes', (minutes, notice) => {
    expect(dueNotice(clock, at(minutes))).toBe(notice)
  })

  it('is told once each, whatever the clock does then', () => {
    const near = noticed(clock, 'near')
    expect(near).toEqual({ ...clock, reminded: true, remindAt: null })
    expect([dueNotice(near, at(119)), dueNotice(near, at(120))]).toEqual([null, 'passed'])
    const passed = noticed(near, 'passed')
    expect(passed).toEqual({ ...near, breached: true, breachAt: null })
    for (const turns of [['rescale'], ['pause', 'resume']] as const) {
      const after = turns.reduce((each, turn) => turnClock(each, turn, { ...rule, severity: 'P3' }, at(130)), passed)
      expect(after).toMatchObject({ remindAt: null, breachAt: null, reminded: true, breached: true })
      expect(dueNotice(after, at(100_000))).toBeNull()
    }
    expect(dueNotice(turnClock(passed, 'start', rule, at(200)), at(320))).toBe('passed')
  })

  it('leaves the reminder out that came with the breach', () => {
    expect(dueNotice(noticed(clock, 'passed'), at(120))).toBeNull()
    expect(noticed(clock, 'passed')).toMatchObject({ reminded: true, remindAt: null })
  })

  it('is not told of a clock that stands still or was met', () => {
    for (const turn of ['pause', 'meet', 'stop'] as const) expect(dueNotice(turnClock(clock, turn, rule, at(30)), at(9000))).toBeNull()
  })
})

describe('what is shown of a clock', () => {
  const shown = (turns: readonly [ClockTurn, number][], minutes: number) => shownClock({ ...turned(turns), targetSeconds: 7200 }, at(minutes))
  it.each<[string, [ClockTurn, number][], number, ShownClock]>([
    ['nothing before it ran', [], 0, null],
    ['running', [['start', 0]], 120, { how: 'running', at: at(120), passed: false }],
    ['running past its target', [['start', 0]], 120.001, { how: 'running', at: at(120), passed: true }],
    ['paused', [['start', 0], ['pause', 30]], 500, { how: 'paused', leftSeconds: 5400 }],
    ['paused when nothing was left', [['start', 0], ['pause', 130]], 500, { how: 'paused', leftSeconds: 0 }],
    ['met in the last moment', [['start', 0], ['meet', 120]], 500, { how: 'met', at: at(120), inTime: true }],
    ['met late', [['start', 0], ['meet', 121]], 500, { how: 'met', at: at(121), inTime: false }],
    ['met while it stood still', [['start', 0], ['pause', 30], ['meet', 300]], 500, { how: 'met', at: at(300), inTime: true }],
    ['met late while it stood still', [['start', 0], ['pause', 130], ['meet', 300]], 500, { how: 'met', at: at(300), inTime: false }],
    ['nothing once it is closed', [['start', 0], ['stop', 30]], 500, null],
  ])('%s', (_what, turns, minutes, wanted) => {
    expect(shown(turns, minutes)).toEqual(wanted)
  })
})
