import type { Store } from '../../src/store/open-store.js'

/** Resolves when a transaction of PostgreSQL waits for a lock that another one of the same database has. */
export async function untilSomebodyWaits({ db }: Store): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ waiting: number | bigint }[]>`
      SELECT COUNT(*) AS "waiting" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (row && Number(row.waiting) > 0) return
  }
}
