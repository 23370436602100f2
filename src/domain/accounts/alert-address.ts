/** Where an account's email alerts go (ACCOUNT-4). */
export function alertAddress(account: { email: string; alertEmail: string | null }): string {
  return account.alertEmail ?? account.email
}
