import { forgetOld } from '../store/forget-old.js'
import { keepApprovalTimes } from './approvals/keep-approval-times.js'
import { sealAudit } from './audit/seal-audit.js'
import { keepCaseTimes } from './cases/keep-case-times.js'
import { startOldCases } from './cases/start-old-cases.js'
import type { Deps } from './deps.js'

export interface ChoreLog {
  info(facts: object, words: string): void
  error(facts: object, words: string): void
}

const hour = 3_600_000

/**
 * What is to be done now and then, one after the other: requests expire and are reminded of, response targets are told of,
 * the audit trail is sealed, and once an hour cases from before there were clocks and reminders get theirs, and old rows are
 * forgotten: both look at more than what is due. One that fails is logged and keeps no other from its turn; the next round
 * tries it again. A round never rejects.
 */
export function chores(deps: Deps, log: ChoreLog): () => Promise<void> {
  const startOld = hourly(async () => !(await startOldCases(deps)))
  const forget = hourly(async (now) => {
    await deps.store.transaction((tx) => forgetOld(tx, now))
    return true
  })

  /** `work` answers whether it is done for this hour; if not, or if it fails, it has its turn again in the next round. */
  function hourly(work: (now: Date) => Promise<boolean>): () => Promise<void> {
    let doneAt: number | null = null
    return async () => {
      const now = deps.now()
      // The sandbox's clock may go back.
      if (doneAt !== null && Math.abs(now.getTime() - doneAt) < hour) return
      doneAt = (await work(now)) ? now.getTime() : null
    }
  }

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

  return async () => {
    await attempt('requests could not all be expired or reminded of; the next round tries again', () => keepApprovalTimes(deps))
    await attempt('cases from before could not all be clocked; the next round tries again', startOld)
    await attempt('response targets could not all be told of; the next round tries again', () => keepCaseTimes(deps))
    await attempt('the audit trail could not be sealed; the next round tries again', seal)
    await attempt('old rows could not be forgotten; the next round tries again', forget)
  }
}
