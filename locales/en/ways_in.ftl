# Signing in: passkeys, other providers, letters with codes, sessions; one person with several ways in.
