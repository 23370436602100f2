export type PersonalDataKind = 'email' | 'phone' | 'card' | 'government_id'

/** What one search found, in offsets of the plain text. */
export interface Hit {
  kind: PersonalDataKind
  start: number
  end: number
  excerpt: string
}

/** Shows the first and last characters only, with three dots for however many lie between. */
export function masked(text: string, head: number, tail: number): string {
  const characters = [...text]
  return `${characters.slice(0, head).join('')}•••${tail === 0 ? '' : characters.slice(-tail).join('')}`
}

/** The sum of Luhn of a row of digits is a multiple of ten: payment cards and Swedish personal numbers. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const value = index % 2 === 1 ? digit * 2 : digit
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

/** A number that is called something else: an order, a case, a project. */
const otherNumber = /(?:\b(?:order|case|ticket|ref|reference|invoice|project|serial|sku|account|tracking|request|incident|bug|build|version|id|no|nr|dossier|commande|ärende|ordernummer|n°)\b|[a-z]id|番号|編號|單號|번호|№|#)[\s:.#=_-]*$/iu

/** Whether what stands right before `start` says that a bare number is no person's. */
export function isOtherNumber(text: string, start: number): boolean {
  return otherNumber.test(text.slice(Math.max(0, start - 24), start).replaceAll('_', ' '))
}
