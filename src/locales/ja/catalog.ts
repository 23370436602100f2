import type { Catalog } from '../message-key.js'
import { cases } from './cases.js'
import { cli } from './cli.js'
import { delivery } from './delivery.js'
import { filing } from './filing.js'
import { home } from './home.js'
import { imports } from './imports.js'
import { refusals } from './refusals.js'

/** The Japanese catalog. */
export const ja: Catalog = { ...cases, ...cli, ...delivery, ...filing, ...home, ...imports, ...refusals }
