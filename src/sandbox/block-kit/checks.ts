/**
 * Small checks that a table of Block Kit shapes is made of. A check looks at one value and adds a problem for each
 * thing that Slack would refuse, with Slack's words and the JSON pointer of the place.
 */
import { isObject } from '../json.js'

export interface Problem {
  pointer: string
  message: string
}

export type Check = (value: unknown, at: string, problems: Problem[]) => void

function refuse(problems: Problem[], pointer: string, message: string): void {
  problems.push({ pointer, message })
}

/** Length in characters as a reader counts them roughly: UTF-16 units, which is what Slack's limits are given in. */
export function string(max: number, min = 1): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string') return refuse(problems, at, 'must be a string')
    if (value.length < min) return refuse(problems, at, `must be more than ${min - 1} characters`)
    if (value.length > max) refuse(problems, at, `must be less than ${max + 1} characters`)
  }
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string' || !pattern.test(value)) refuse(problems, at, `must be ${what}`)
  }
}

export const url: Check = (value, at, problems) => {
  string(3000)(value, at, problems)
  if (typeof value === 'string' && !URL.canParse(value)) refuse(problems, at, 'must be a valid URL')
}

export const boolean: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') refuse(problems, at, 'must be a boolean')
}

export function integer(min: number, max: number): Check {
  return (value, at, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return refuse(problems, at, 'must be an integer')
    if (value < min) refuse(problems, at, `must be greater than or equal to ${min}`)
    if (value > max) refuse(problems, at, `must be less than or equal to ${max}`)
  }
}

export function oneOf(...allowed: (string | number)[]): Check {
  return (value, at, problems) => {
    if (!allowed.some((item) => item === value)) refuse(problems, at, 'must be a valid enum value')
  }
}

export function list(max: number, item: Check, min = 1): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value)) return refuse(problems, at, 'must be an array')
    if (value.length < min) refuse(problems, at, `no fewer than ${min} items allowed`)
    if (value.length > max) return refuse(problems, at, `no more than ${max} items allowed`)
    value.forEach((entry, i) => item(entry, `${at}/${i}`, problems))
  }
}

/** An object with these fields and no others. */
export function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, at, problems) => {
    if (!isObject(value)) return refuse(problems, at, 'must be an object')
    for (const [key, check] of Object.entries(required)) {
      if (value[key] === undefined || value[key] === null) refuse(problems, at, `missing required field: ${key}`)
      else check(value[key], `${at}/${key}`, problems)
    }
    for (const [key, entry] of Object.entries(value)) {
      if (key in required || entry === undefined) continue
      const check = optional[key]
      if (!check) refuse(problems, at, `invalid additional property: ${key}`)
      else check(entry, `${at}/${key}`, problems)
    }
  }
}

/** An object whose `type` chooses the check. */
export function byType(table: Record<string, Check>, allowed: readonly string[] = Object.keys(table)): Check {
  return (value, at, problems) => {
    if (!isObject(value)) return refuse(problems, at, 'must be an object')
    const type = value['type']
    if (type === undefined) return refuse(problems, at, 'missing required field: type')
    const check = typeof type === 'string' && allowed.includes(type) ? table[type] : undefined
    if (!check) return refuse(problems, at, `unsupported type: ${String(type)}`)
    check(value, at, problems)
  }
}

/** All of the checks, each on the whole value. */
export function all(...checks: Check[]): Check {
  return (value, at, problems) => {
    for (const check of checks) check(value, at, problems)
  }
}

/** A rule over an object's fields that a table of fields cannot say; it returns the words of the refusal. */
export function rule(test: (value: Record<string, unknown>) => string | undefined): Check {
  return (value, at, problems) => {
    if (!isObject(value)) return
    const message = test(value)
    if (message) refuse(problems, at, message)
  }
}

export const anything: Check = () => {}
