"""Signs in again where a request that was tried ended the session, changed the
password or locked the account: otherwise all that comes after it would be refused
before it reaches its work. Counts what each operation was answered with."""

import collections
import json
import os
import subprocess
import time

import requests
import schemathesis

DESK, SAYSO, STORE = os.environ["DESK"], os.environ["SAYSO"], os.environ["STORE"]
PASSWORD = "correct horse battery"
session = None
met = collections.defaultdict(collections.Counter)


def sign_in():
    for _ in range(20):
        a = requests.post(DESK + "/session", json={"name": "keeper", "password": PASSWORD}, timeout=60)
        if a.status_code == 204:
            return a.headers["Set-Cookie"].split(";")[0]
        if a.status_code == 429:  # what was tried before counts as attempts to sign in
            time.sleep(int(a.headers.get("Retry-After", 1)))
        else:  # mended by the command, as whoever runs the desk would
            subprocess.run([SAYSO, "accounts", "set", "keeper", "--role", "admin", "--locked=false", "--store", STORE], input=PASSWORD + "\n", text=True, check=True, capture_output=True)
    raise RuntimeError(f"no session: {a.status_code} {a.text}")


@schemathesis.auth(refresh_interval=None)
class Session:
    def get(self, case, context):
        global session
        session = session or sign_in()
        return session

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Cookie"] = data


@schemathesis.hook
def after_call(context, case, response):
    global session
    met[case.operation.label][response.status_code] += 1
    if response.status_code in (401, 403):
        session = None
    with open(os.environ["MET"], "w") as f:
        json.dump({k: dict(sorted(v.items())) for k, v in sorted(met.items())}, f, indent=0)
