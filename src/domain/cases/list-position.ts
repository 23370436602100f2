/** Where a page of cases by last update ends, as text for a button. */
export interface ListPosition {
  updatedAt: Date
  number: number
}

export function writeListPosition({ updatedAt, number }: ListPosition): string {
  return `${updatedAt.getTime()}-${number}`
}

/** Null for anything that is no position: whoever reads it begins at the beginning. */
export function readListPosition(text: string | undefined): ListPosition | null {
  const match = /^(\d{1,15})-(\d{1,10})$/.exec(text ?? '')
  const updatedAt = keptTime(match?.[1])
  const number = keptNumber(match?.[2])
  return updatedAt && number !== null ? { updatedAt, number } : null
}

/** Digits as a number that stores keep, in 32 bits; null when it is larger. */
export function keptNumber(digits = ''): number | null {
  const number = Number(digits)
  return digits !== '' && number <= 2_147_483_647 ? number : null
}

/** Milliseconds in digits as a moment that stores keep and compare; null beyond the year 9999. */
export function keptTime(digits = ''): Date | null {
  const time = Number(digits)
  return digits !== '' && time <= 253_402_300_799_999 ? new Date(time) : null
}
