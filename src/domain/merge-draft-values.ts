import type { DraftFile, DraftValues } from './draft.js'

/**
 * What a draft holds after the form was read again. `typed` is only what the form showed: a field left out was not on it
 * (a locked customer's form has no category) and stays; an emptied one comes as `''`. Answers of other categories stay.
 * Files are listed whole. One kept from before comes with its id and tick alone, for the form knows no more of it.
 */
export function mergeDraftValues(stored: DraftValues, typed: DraftValues): DraftValues {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as DraftValues
  return {
    ...stored,
    ...given,
    ...(stored.answers || given.answers ? { answers: { ...stored.answers, ...given.answers } } : {}),
    ...(given.files ? { files: given.files.flatMap((file) => knownFile(file, stored.files ?? [])) } : {}),
  }
}

/** Only what Slack told is ever fetched: a file without an address must be one the draft holds. */
function knownFile(file: DraftFile, stored: readonly DraftFile[]): DraftFile[] {
  if (file.sourceUrl !== '') return [file]
  const known = stored.find((each) => each.slackFileId === file.slackFileId)
  return known ? [{ ...known, chosen: file.chosen }] : []
}
