"""`strongback serve` with a log of its own, for the benchmarks of the app."""

import datetime
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("STRONGBACK", ROOT / "build/release/strongback")
WEB = pathlib.Path(os.environ.get("STRONGBACK_WEB", ROOT / "web/dist"))
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def trains_today(example):
    """The example's file, with today among the days and no start in the future."""
    text = (ROOT / "examples" / f"{example}.toml").read_text()
    today = datetime.date.today().weekday()
    days = json.dumps([DAYS[(today + ahead) % 7] for ahead in (0, 2, 4)])
    text = re.sub(r"^days = .*$", f"days = {days}", text, flags=re.MULTILINE)
    text = re.sub(r"^at = \{.*$", 'at = "18:00"', text, flags=re.MULTILINE)
    return re.sub(r"^(start|days_per_week) = .*$", "", text, flags=re.MULTILINE)


class Served:
    """A running server; `with` ends it and removes its log."""

    def __init__(self, *words):
        self.folder = tempfile.mkdtemp(prefix="strongback-bench-")
        command = [PROGRAM, "serve", "--port", "0", "--db", f"{self.folder}/log.db", "--web", WEB,
                   *words]
        # A cache of its own: what was computed before must not make this run faster.
        environment = {**os.environ, "XDG_CACHE_HOME": self.folder}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self.code = ""
        self.address = ""
        while line := self.process.stdout.readline():
            if found := re.search(r"http://\S+:\d+", line):
                self.address = found.group()
            if found := re.search(r"Code for new accounts: (\S+)", line):
                self.code = found.group(1)
            if line.startswith("Stop it"):
                break
        self.port = urllib.parse.urlsplit(self.address).port

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder)

    def ask(self, method, path, body=None, headers=()):
        """Status, headers and body of one request over a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Host": f"localhost:{self.port}", **dict(headers)}
        if body is not None:
            sent["Content-Type"] = "application/json"
            body = json.dumps(body)
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        result = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return result

    def begin(self, example, headers=()):
        status, _, text = self.ask("POST", "/api/start", {"toml": trains_today(example)}, headers)
        if status != 200:
            raise RuntimeError(f"{example} cannot begin: {text.decode()}")

    def sign_up(self, name, address):
        """The cookie of a new account, made from `address`."""
        words = {"name": name, "password": "four words that differ", "code": self.code}
        status, headers, text = self.ask("POST", "/api/account/sign-up", words,
                                         {"X-Forwarded-For": address})
        if status != 200:
            raise RuntimeError(f"{name} cannot sign up: {text.decode()}")
        return headers["Set-Cookie"].split(";")[0]

    def crowd(self, count):
        """Cookies of so many people who have begun; for a server with accounts."""
        cookies = [self.sign_up(f"person {i}", f"10.0.0.{i}") for i in range(count)]
        for cookie in cookies:
            self.begin("novice", {"Cookie": cookie})
        return cookies

    def sets(self, cookie=""):
        """How many sets the log of one person holds."""
        _, _, text = self.ask("GET", "/api/events?after=0", headers={"Cookie": cookie})
        return sum(event["kind"] == "set_done" for event in json.loads(text)["events"])

    def connect(self, timeout=60):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    @staticmethod
    def today():
        return datetime.date.today().isoformat()

    @staticmethod
    def now_ms():
        return int(datetime.datetime.now().timestamp() * 1000)

    def resident_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return round(int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024, 1)
