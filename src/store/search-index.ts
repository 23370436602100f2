import type { Actor } from '../domain/actor.js'
import type { Tx } from './open-store.js'

export async function indexCustomer(_tx: Tx, _id: number): Promise<void> {}
export async function indexCustomers(_tx: Tx, _ids: readonly number[]): Promise<void> {}
export async function indexCase(_tx: Tx, _number: number): Promise<void> {}
export async function customerIdsMatching(_tx: Tx, _by: { actor: Actor; words: string; limit: number }): Promise<number[]> { return [] }
export async function caseNumbersMatching(_tx: Tx, _by: { actor: Actor; words: string; limit: number }): Promise<number[]> { return [] }
