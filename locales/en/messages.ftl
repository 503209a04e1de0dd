# Messages: digests, leaving a list with one click, the outbox, text messages, letters and phone lists.
