/** GitHub does not tell logins by capital letters. */
export function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Apps have logins, too, and approve nothing for a person. */
export function isPerson(login: string): boolean {
  return login !== "" && !/\[bot\]$/i.test(login);
}
