"""The server under load on loopback: requests a second, how long they take, memory before and after."""

import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

from served import Served

HERE = pathlib.Path(__file__).resolve().parent
EXERCISE = "one-arm-row-bench"  # of novice.toml
PEOPLE = 32
SECONDS = 2
CONNECTIONS = (1, 8, 64)
OF_ONE_PERSON = (1, 8)  # the server lets no more requests of one person wait, and answers 503

TODAY = ("today's session", {"BENCH_PATH": "/api/today"})
PACK = ("the pack of the coming days", {"BENCH_PATH": "/api/pack"})
PAGE = ("the first page", {"BENCH_PATH": "/"})
SET = ("logging a set", {"BENCH_EXERCISE": EXERCISE})


def wrk(server, connections, words):
    """One run of wrk; `words` are what wrk.lua reads."""
    environment = {**os.environ, "BENCH_PORT": str(server.port), **words}
    command = ["wrk", "-t", str(min(2, connections)), "-c", str(connections), "-d", f"{SECONDS}s",
               "-s", HERE / "wrk.lua", f"http://127.0.0.1:{server.port}"]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    line = next(one for one in said.stdout.splitlines() if one.startswith("{"))
    return {"connections": connections, **json.loads(line)}


def loaded(server, kind, people, connections, **more):
    what, words = kind
    before = server.resident_mb()
    runs = [wrk(server, count, {**words, **more}) for count in connections]
    return {"what": what, "people": people, "runs": runs,
            "resident_mb": [before, server.resident_mb()]}


def made_anew_ms(server, cookies):
    """How long each person's first pack takes, which the server then keeps for a minute."""
    taken = []
    for cookie in cookies:
        begun = time.perf_counter()
        status, _, _ = server.ask("GET", "/api/pack", headers={"Cookie": cookie})
        taken.append((time.perf_counter() - begun) * 1000)
        if status != 200:
            raise RuntimeError(f"/api/pack answers {status}")
    return {"people": len(taken), "p50_ms": round(statistics.median(taken), 1), "worst_ms": round(max(taken), 1)}


def of_one_person():
    with Served() as server:
        server.begin("novice")
        server.ask("GET", "/api/pack")
        rows = [loaded(server, PAGE, 1, CONNECTIONS),
                *(loaded(server, kind, 1, OF_ONE_PERSON) for kind in (TODAY, PACK, SET))]
        answered = sum(run["requests"] for run in rows[-1]["runs"])
        kept = server.sets()
        if kept < answered:
            raise RuntimeError(f"{answered} sets were answered, and only {kept} kept")
        return rows


def of_many_people():
    with Served("--behind-proxy") as server, tempfile.NamedTemporaryFile("w") as file:
        cookies = server.crowd(PEOPLE)
        print(*cookies, sep="\n", file=file, flush=True)
        more = {"BENCH_COOKIES": file.name}
        rows = [loaded(server, TODAY, PEOPLE, CONNECTIONS, **more)]
        anew = made_anew_ms(server, cookies)
        rows += [loaded(server, kind, PEOPLE, CONNECTIONS, **more) for kind in (PACK, SET)]
        return rows, anew


def measure():
    of_many, anew = of_many_people()
    rows = of_one_person() + of_many
    failed = sum(run["failed"] for row in rows for run in row["runs"])
    return {"seconds_a_run": SECONDS, "rows": rows, "pack_made_anew": anew, "failed": failed, "pass": failed == 0}


def show(result):
    print(f"\nLoad on loopback, {result['seconds_a_run']} s a run, the client on the same cores")
    print(f"  {'what':28} {'people':>6} {'connections':>11} {'requests/s':>11} {'p50 ms':>9} {'p99 ms':>9}"
          f" {'failed':>6}  memory MB")
    for row in result["rows"]:
        for i, run in enumerate(row["runs"]):
            memory = "{} to {}".format(*row["resident_mb"]) if i == 0 else ""
            print(f"  {row['what']:28} {row['people']:6} {run['connections']:11} {run['requests_per_s']:11,.0f}"
                  f" {run['p50_ms']:9.2f} {run['p99_ms']:9.2f} {run['failed']:6}  {memory}")
    anew = result["pack_made_anew"]
    print(f"  a pack made anew, one after the other for {anew['people']} people: {anew['p50_ms']} ms, at worst"
          f" {anew['worst_ms']} ms")
