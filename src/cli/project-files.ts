import { fileURLToPath } from 'node:url'

/** Files of the project, found from `src/cli` and from `dist/cli` alike. */
const root = new URL('../../', import.meta.url)

export const manifestFile = fileURLToPath(new URL('manifest.yml', root))
/** The sandbox page as it was built. */
export const pageDir = fileURLToPath(new URL('dist/sandbox/page', root))
