"""Puts the calendar messages on its input (a JSON list of texts) into Thunderbird, one after another, by the code its mail
window uses, and prints what its calendar holds after each: a JSON list of lists of [UID, start in UTC, place].

Thunderbird is steered through Marionette, the remote protocol of Mozilla's programs, in a profile that is thrown away.
"""

import json
import socket
import subprocess
import sys
import tempfile
import time

PORT = 2828

SCRIPT = r"""
const [texts, address, done] = arguments;
(async () => {
  const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
  const { CalItipItem } = ChromeUtils.importESModule("resource:///modules/CalItipItem.sys.mjs");
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const identity = MailServices.accounts.createIdentity();
  identity.email = address;
  const account = MailServices.accounts.createAccount();
  account.incomingServer = MailServices.accounts.createIncomingServer("nobody", "mail.example", "pop3");
  account.addIdentity(identity);
  const calendar = cal.manager.createCalendar("storage", Services.io.newURI("moz-storage-calendar://"));
  calendar.name = "test";
  cal.manager.registerCalendar(calendar);
  calendar.setProperty("imip.identity.key", identity.key);
  const held = [];
  for (const text of texts) {
    const itip = new CalItipItem();
    itip.init(text);
    itip.targetCalendar = calendar;
    const status = itip.receivedMethod == "CANCEL" ? null : "ACCEPTED";
    await new Promise((resolve, reject) => {
      const listener = {
        QueryInterface: ChromeUtils.generateQI(["calIOperationListener"]),
        onOperationComplete(_calendar, code, _type, _id, detail) {
          Components.isSuccessCode(code) ? resolve() : reject(new Error(`${code} ${detail}`));
        },
        onGetResult() {},
      };
      // Without an action there is nothing Thunderbird would do with the message.
      cal.itip.processItipItem(itip, (_itip, _code, action) =>
        action ? action(listener, status, { responseMode: Ci.calIItipItem.NONE }) : resolve()
      );
    });
    const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null);
    held.push(items.map(i => [i.id, i.startDate.getInTimezone(cal.dtz.UTC).icalString, i.getProperty("LOCATION")]));
  }
  return held;
})().then(held => done({ held }), e => done({ error: `${e}\n${e.stack}` }));
"""


def read(connection):
    """One message: its length in bytes, a colon, JSON."""
    length = b""
    while not length.endswith(b":"):
        length += connection.recv(1)
    left, text = int(length[:-1]), b""
    while len(text) < left:
        text += connection.recv(left - len(text))
    return json.loads(text)


def ask(connection, number, command, **parameters):
    text = json.dumps([0, number, command, parameters]).encode()
    connection.sendall(b"%d:%s" % (len(text), text))
    _, _, error, answer = read(connection)
    if error:
        sys.exit(f"{command}: {error['message']}")
    return answer


def connected(thunderbird):
    for _ in range(240):
        try:
            return socket.create_connection(("127.0.0.1", PORT))
        except OSError:
            if thunderbird.poll() is not None:
                break
            time.sleep(0.25)
    sys.exit("Thunderbird does not answer")


def main(address, texts):
    with tempfile.TemporaryDirectory() as profile, open(f"{profile}/log", "w", encoding="utf-8") as log:
        flags = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile]
        thunderbird = subprocess.Popen(["thunderbird", *flags], stdout=log, stderr=log)
        try:
            connection = connected(thunderbird)
            read(connection)
            ask(connection, 1, "WebDriver:NewSession", capabilities={})
            ask(connection, 2, "Marionette:SetContext", value="chrome")
            ask(connection, 3, "WebDriver:SetTimeouts", script=60_000)
            answer = ask(connection, 4, "WebDriver:ExecuteAsyncScript", script=SCRIPT, args=[texts, address], sandbox="system")["value"]
            if "error" in answer:
                sys.exit(answer["error"])
            print(json.dumps(answer["held"]))
        finally:
            thunderbird.terminate()
            thunderbird.wait()


main(sys.argv[1], json.load(sys.stdin))
