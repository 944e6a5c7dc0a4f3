"""Resident memory of the server after rounds of mixed requests."""

import concurrent.futures
import http.client
import json
import random
import time
import uuid

from load import EXERCISE, PEOPLE
from served import Served

ROUNDS = 3
REQUESTS = 10_000  # a round
CONNECTIONS = 8
GROWTH_TARGET_MB = 2.0  # from the first round to the last, when nothing new is logged


def a_set(identity):
    event = {"id": identity, "at_ms": int(time.time() * 1000), "offset_min": 0, "kind": "set_done",
             "exercise": EXERCISE, "reps": 10, "load_kg": 3}
    return json.dumps({"events": [event]})


def uuid7():
    """An id as the app makes them (RFC 9562)."""
    milliseconds = int(time.time() * 1000)
    number = milliseconds << 80 | 7 << 76 | random.getrandbits(12) << 64 | 2 << 62 | random.getrandbits(62)
    return str(uuid.UUID(int=number))


def requests(count, is_new):
    """Method, path, body and right status of `count` requests; a set is a new one, or always the same one."""
    same = a_set("019a22d8-a23d-7d5e-8eb8-c7c83f3caa96")
    for i in range(count):
        kind = i % 4
        if kind == 0:
            # The pack is the largest answer and the dearest: a few among the many.
            yield "GET", "/api/pack" if i % 400 == 0 else "/api/today", None, 200
        elif kind == 1:
            yield "GET", "/", None, 200
        elif kind == 2:
            yield "POST", "/api/events", a_set(uuid7()) if is_new else same, 200
        elif i % 8 == 3:
            yield "GET", "/api/nothing-here", None, 404
        else:
            yield "POST", "/api/events", "{", 422


def play(server, count, cookies, is_new):
    """Over one connection that stays open, for one person after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    headers = {"Host": f"localhost:{server.port}", "Content-Type": "application/json"}
    for i, (method, path, body, right) in enumerate(requests(count, is_new)):
        headers["Cookie"] = cookies[i // 4 % len(cookies)]
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != right:
            raise RuntimeError(f"{method} {path} answers {answer.status}, not {right}")
    connection.close()


def play_round(server, pool, cookies, is_new):
    """REQUESTS over all connections at once; how long they took [s]."""
    begun = time.perf_counter()
    running = [pool.submit(play, server, REQUESTS // CONNECTIONS, cookies[i::CONNECTIONS], is_new)
               for i in range(CONNECTIONS)]
    for done in running:
        done.result()
    return round(time.perf_counter() - begun, 1)


def rounds(is_new):
    with Served("--behind-proxy") as server, concurrent.futures.ThreadPoolExecutor(CONNECTIONS) as pool:
        cookies = server.crowd(PEOPLE)
        after, taken = [server.resident_mb()], []
        for _ in range(ROUNDS):
            taken.append(play_round(server, pool, cookies, is_new))
            after.append(server.resident_mb())
        return {"resident_mb": after, "took_s": taken, "sets": sum(map(server.sets, cookies)),
                "growth_mb": round(after[-1] - after[1], 1)}


def measure():
    same, new = rounds(is_new=False), rounds(is_new=True)
    return {"requests_a_round": REQUESTS, "same_set": same, "new_sets": new,
            "target_growth_mb": GROWTH_TARGET_MB, "pass": same["growth_mb"] < GROWTH_TARGET_MB}


def show(result):
    print(f"\nMemory [MB] at the start and after each of {ROUNDS} rounds of"
          f" {result['requests_a_round']:,} mixed requests of {PEOPLE} people")
    for name, row in (("the same set again", result["same_set"]), ("each set new", result["new_sets"])):
        figures = ", ".join(str(one) for one in row["resident_mb"])
        print(f"  {name:20} {figures}; from the first round to the last {row['growth_mb']:+} MB;"
              f" {row['sets']} sets in the log; {row['took_s']} s")
    print(f"  target: with the same set again, less than {result['target_growth_mb']:g} MB")
