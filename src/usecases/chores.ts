import { forgetOld } from '../store/forget-old.js'
import { keepApprovalTimes } from './approvals/keep-approval-times.js'
import { sealAudit } from './audit/seal-audit.js'
import { keepCaseTimes } from './cases/keep-case-times.js'
import type { Deps } from './deps.js'

export interface ChoreLog {
  info(facts: object, words: string): void
  error(facts: object, words: string): void
}

const forgetEveryMilliseconds = 3_600_000

/**
 * What is to be done now and then, one after the other: requests expire and are reminded of, response targets are told of, the audit trail is sealed,
 * and once an hour old rows are forgotten. One that fails is logged and keeps no other from its turn; the next round
 * tries it again. A round never rejects.
 */
export function chores(deps: Deps, log: ChoreLog): () => Promise<void> {
  let forgottenAt: number | null = null

  async function attempt(words: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      log.error({ err: error }, words)
    }
  }

  async function seal(): Promise<void> {
    const { sealed, head } = await sealAudit(deps)
    // Whoever keeps the log can tell later that the chain's end was cut off.
    if (sealed > 0) log.info({ sealed, head }, 'audit rows were sealed')
  }

  async function forget(): Promise<void> {
    const now = deps.now()
    // The sandbox's clock may go back.
    if (forgottenAt !== null && Math.abs(now.getTime() - forgottenAt) < forgetEveryMilliseconds) return
    await deps.store.transaction((tx) => forgetOld(tx, now))
    forgottenAt = now.getTime()
  }

  return async () => {
    await attempt('requests could not all be expired or reminded of; the next round tries again', () => keepApprovalTimes(deps))
    await attempt('response targets could not all be told of; the next round tries again', () => keepCaseTimes(deps))
    await attempt('the audit trail could not be sealed; the next round tries again', seal)
    await attempt('old rows could not be forgotten; the next round tries again', forget)
  }
}
