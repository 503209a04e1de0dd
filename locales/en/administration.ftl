# Administration, arranged by what an administrator wants to do.
