import type { Catalog } from '../message-key.js'
import { access } from './access.js'
import { approvals } from './approvals.js'
import { cases } from './cases.js'
import { cli } from './cli.js'
import { delivery } from './delivery.js'
import { filing } from './filing.js'
import { home } from './home.js'
import { imports } from './imports.js'
import { portal } from './portal.js'
import { refusals } from './refusals.js'

/** The Japanese catalog. */
export const ja: Catalog = { ...access, ...approvals, ...cases, ...cli, ...delivery, ...filing, ...home, ...imports, ...portal, ...refusals }
