/**
 * The public half of the key that new versions are signed with. It stands in the code and not in `resources`: the archive of the
 * program is checked, what an office may edit is not. The private half is kept by whoever publishes the program, never here.
 */
export const updateKey = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAqSMId+omALShS2fZIz1XhwxcDo1OXnAzVA6T00uwd3Q=
-----END PUBLIC KEY-----`;
