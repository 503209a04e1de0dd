"""A mail server that keeps what it gets in a Maildir and refuses recipients it is told not to know.

    python3 mail_server.py PORT FOLDER [UNKNOWN@ADDRESS ...]
"""
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox


class House(Mailbox):
    def __init__(self, folder, unknown):
        super().__init__(folder)
        self.unknown = unknown

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.unknown:
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"


if __name__ == "__main__":
    port, folder, *unknown = sys.argv[1:]
    Controller(House(folder, unknown), hostname="127.0.0.1", port=int(port)).start()
    threading.Event().wait()
