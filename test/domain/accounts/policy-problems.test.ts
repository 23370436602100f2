import { describe, expect, test } from 'vitest'
import type { PolicyValue } from '../../../src/domain/accounts/policy.js'
import { bareChannel, policyProblems } from '../../../src/domain/accounts/policy-problems.js'

const policy: PolicyValue = {
  domain: 'hikari.example', desk: 'BUILT_IN', updatesChannel: 'C1', approvalChannel: null, p1NeedsApproval: false, escalationNeedsApproval: false,
  remindAfterHours: 4, expireAfterHours: 72, reopenWindowDays: 30,
}

describe('policyProblems', () => {
  test.each<[Partial<PolicyValue>, object[]]>([
    [{}, []],
    [{ remindAfterHours: 1, expireAfterHours: 2, reopenWindowDays: 1 }, []],
    [{ remindAfterHours: 168, expireAfterHours: 720, reopenWindowDays: 365 }, []],
    [{ remindAfterHours: 0 }, [{ field: 'remindAfterHours', problem: 'not_a_number', min: 1, max: 168 }]],
    [{ remindAfterHours: 169 }, [{ field: 'remindAfterHours', problem: 'not_a_number', min: 1, max: 168 }]],
    [{ expireAfterHours: 721 }, [{ field: 'expireAfterHours', problem: 'not_a_number', min: 2, max: 720 }]],
    [{ remindAfterHours: 1, expireAfterHours: 1 }, [{ field: 'expireAfterHours', problem: 'not_a_number', min: 2, max: 720 }]],
    [{ reopenWindowDays: 0.5 }, [{ field: 'reopenWindowDays', problem: 'not_a_number', min: 1, max: 365 }]],
    [{ reopenWindowDays: Number.NaN }, [{ field: 'reopenWindowDays', problem: 'not_a_number', min: 1, max: 365 }]],
    [{ remindAfterHours: 72 }, [{ field: 'remindAfterHours', problem: 'reminder_after_expiry' }]],
    [{ updatesChannel: 'case updates', approvalChannel: 'a=b' }, [{ field: 'updatesChannel', problem: 'unknown' }, { field: 'approvalChannel', problem: 'unknown' }]],
  ])('%j', (change, problems) => expect(policyProblems({ ...policy, ...change })).toEqual(problems))
})

test.each([[null, null], ['', null], [' # ', null], ['#updates', 'updates'], [' C1 ', 'C1']])('bareChannel(%j)', (typed, kept) => expect(bareChannel(typed)).toBe(kept))
