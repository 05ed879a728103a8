"""The lab's application for WSGI servers. LAB_DEEDS says what which route does; the others answer as usual."""
import ctypes, hashlib, json, os, random, socket, time

deeds = json.loads(os.environ.get("LAB_DEEDS", "{}"))
held = []


def deed_of(path):
    for start, deed in deeds.items():
        if path.startswith(start):
            return deed
    return None


def usual(environ, start_response):
    left = int(environ.get("CONTENT_LENGTH") or 0)
    while left > 0:
        part = environ["wsgi.input"].read(min(left, 65536))
        if not part:
            break
        left -= len(part)
    time.sleep(random.uniform(0.002, 0.03))
    body = json.dumps({"path": environ["PATH_INFO"], "at": time.time()}).encode()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]


def spin(seconds):
    end = time.monotonic() + seconds
    # One call that holds the processor: a signal handler in Python waits for its end.
    hashlib.pbkdf2_hmac("sha256", b"x", b"y", int(seconds * 12_000_000))
    while time.monotonic() < end:
        pass


def unfinished():
    yield b"x" * 20000
    raise RuntimeError("row 311 could not be read")


def app(environ, start_response):
    deed = deed_of(environ["PATH_INFO"])
    does = deed["does"] if deed else None
    if does == "spin":
        spin(deed["seconds"])
    elif does == "sleep":
        time.sleep(deed["seconds"])
    elif does == "eat":
        while True:
            held.append(bytearray(os.urandom(1024)) * 1024)
            time.sleep(0.004)
    elif does == "segv":
        ctypes.string_at(0)
    elif does == "abort":
        os.abort()
    elif does == "exit":
        os._exit(3)
    elif does == "raise":
        raise ValueError("no such product")
    elif does == "short":
        start_response("200 OK", [("Content-Type", "text/csv"), ("Content-Length", "90000")])
        return [b"x" * 20000]
    elif does == "unfinished":
        start_response("200 OK", [("Content-Type", "text/csv")])
        return unfinished()
    elif does == "drop":
        own = environ.get("gunicorn.socket")
        if own is not None:
            own.shutdown(socket.SHUT_RDWR)
        return []
    elif does == "refuse-body":
        start_response("413 Content Too Large", [("Connection", "close"), ("Content-Length", "0")])
        return []
    return usual(environ, start_response)
