"""Clients that the server must bear: 2,000 that are idle, slow ones, and those that send too much."""

import concurrent.futures
import http.client
import resource
import socket
import statistics
import time

from served import Served

IDLE = 2000
FRESH = 300  # requests, each over a connection of its own
FRESH_TARGET_MS = 50.0
FRESH_PATHS = ("/api/health", "/api/today", "/")
SLOWEST_S = 60  # what a slow client may take at most
BODY_KB = 1024  # the server takes no larger ones


def timed_ms(server, path):
    begun = time.perf_counter()
    status, _, _ = server.ask("GET", path)
    if status != 200:
        raise RuntimeError(f"{path} answers {status}")
    return (time.perf_counter() - begun) * 1000


def fresh_ms(server, count):
    return [timed_ms(server, FRESH_PATHS[i % len(FRESH_PATHS)]) for i in range(count)]


def is_answered(client):
    """Whether `client`, a connection that stays open, gets its answer."""
    try:
        client.request("GET", "/api/health")
        answer = client.getresponse()
        answer.read()
        return answer.status == 200
    except (OSError, http.client.HTTPException):
        return False


def open_client(server):
    client = http.client.HTTPConnection("localhost", server.port, timeout=60)
    client.sock = server.connect()
    client.auto_open = 0  # one that was closed stays closed
    return client


def idle():
    """Connections that asked once and then hold still, and how long a fresh request takes meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 3 * IDLE)), hard))
    with Served() as server:  # it inherits the limit
        server.begin("novice")
        alone = fresh_ms(server, FRESH)
        before = server.resident_mb()
        held = [client for client in (open_client(server) for _ in range(IDLE)) if is_answered(client)]
        beside = fresh_ms(server, FRESH)
        after = server.resident_mb()
        alive = sum(is_answered(client) for client in held)
        for client in held:
            client.close()
    return {"held": alive, "requests": FRESH,
            "p50_ms": round(statistics.median(beside), 2), "worst_ms": round(max(beside), 2),
            "alone_p50_ms": round(statistics.median(alone), 2), "alone_worst_ms": round(max(alone), 2),
            "resident_mb": [before, after], "target_ms": FRESH_TARGET_MS,
            "pass": alive == IDLE and max(beside) < FRESH_TARGET_MS}


def cut_off(server, start, piece, pause_s):
    """Sends `start`, then `piece` again and again: what comes back, after how long and how much."""
    client = server.connect()
    client.settimeout(max(pause_s, 0.001))
    begun, sent, said, is_closed = time.perf_counter(), len(start), b"", False
    try:
        client.sendall(start)
        while time.perf_counter() - begun < SLOWEST_S:
            try:
                part = client.recv(4096)
                said += part
                if not part:
                    is_closed = True
                    break
            except (TimeoutError, socket.timeout):
                client.sendall(piece)
                sent += len(piece)
    except (ConnectionError, BrokenPipeError):
        is_closed = True
    client.close()
    words = said.split()
    return {"status": int(words[1]) if len(words) > 1 else None, "is_closed": is_closed,
            "after_s": round(time.perf_counter() - begun, 1), "sent_kb": round(sent / 1024, 1)}


def cases(port):
    """Name: what is sent first, what is sent then again and again, after which pause [s]."""
    head = f"POST /api/events HTTP/1.1\r\nHost: localhost:{port}\r\n".encode()
    kind = head + b"Content-Type: application/json\r\n"
    return {
        "a header, a letter a second": (head + b"X: ", b"x", 1.0),
        "a body, a letter a second": (kind + b"Content-Length: 900\r\n\r\n", b" ", 1.0),
        "one header of 20 KB": (head + b"X: " + b"y" * 20480 + b"\r\n\r\n", b"", 1.0),
        "headers without end": (head, b"X-More: " + b"y" * 1000 + b"\r\n", 0),
        "a body announced as 2 MB": (kind + b"Content-Length: 2097152\r\n\r\n", b" " * 8192, 0),
        "chunks without end": (kind + b"Transfer-Encoding: chunked\r\n\r\n",
                               b"2000\r\n" + b" " * 8192 + b"\r\n", 0),
    }


def is_bounded(case):
    return case["is_closed"] and case["sent_kb"] < 1.1 * BODY_KB


def cut_offs():
    """Clients that are slow or send too much, all at once; others are answered meanwhile."""
    with Served() as server, concurrent.futures.ThreadPoolExecutor() as pool:
        server.begin("novice")
        all_cases = cases(server.port)
        running = {name: pool.submit(cut_off, server, *case) for name, case in all_cases.items()}
        fresh = fresh_ms(server, FRESH)
        rows = [{"what": name, **future.result()} for name, future in running.items()]
        return {"cases": rows, "fresh_p50_ms": round(statistics.median(fresh), 2),
                "fresh_worst_ms": round(max(fresh), 2), "resident_mb": server.resident_mb(),
                "pass": all(is_bounded(row) for row in rows)}


def measure():
    parts = {"idle": idle(), "cut_off": cut_offs()}
    return {**parts, "pass": all(part["pass"] for part in parts.values())}


def show(result):
    still = result["idle"]
    print(f"\n{still['held']} idle connections held: {still['requests']} fresh requests take"
          f" {still['p50_ms']} ms, at worst {still['worst_ms']} ms (target: below {still['target_ms']:g});"
          f" without them {still['alone_p50_ms']} and {still['alone_worst_ms']} ms;"
          f" memory {still['resident_mb'][0]} to {still['resident_mb'][1]} MB")
    print("\nSlow and oversized requests")
    for case in result["cut_off"]["cases"]:
        end = f"closed after {case['after_s']} s" if case["is_closed"] else f"open after {case['after_s']} s"
        print(f"  {case['what']:28} status {case['status'] or 'none'}, {end}, {case['sent_kb']} KB sent")
    print(f"  fresh requests meanwhile {result['cut_off']['fresh_p50_ms']} ms, at worst"
          f" {result['cut_off']['fresh_worst_ms']} ms")
