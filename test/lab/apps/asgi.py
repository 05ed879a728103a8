"""The lab's application for ASGI servers. LAB_DEEDS says what which route does; the others answer as usual."""
import asyncio, ctypes, json, os, random

deeds = json.loads(os.environ.get("LAB_DEEDS", "{}"))
held = []


def deed_of(path):
    for start, deed in deeds.items():
        if path.startswith(start):
            return deed
    return None


async def body_of(receive):
    while (await receive()).get("more_body"):
        pass


async def answer(send, status, body, headers=(), more=False):
    named = [(name.encode(), value.encode()) for name, value in headers]
    await send({"type": "http.response.start", "status": status, "headers": named})
    await send({"type": "http.response.body", "body": body, "more_body": more})


async def usual(scope, receive, send):
    await body_of(receive)
    await asyncio.sleep(random.uniform(0.002, 0.03))
    body = json.dumps({"path": scope["path"]}).encode()
    await answer(send, 200, body, [("content-type", "application/json"), ("content-length", str(len(body)))])


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    deed = deed_of(scope["path"])
    does = deed["does"] if deed else None
    if does == "sleep":
        await asyncio.sleep(deed["seconds"])
    elif does == "eat":
        while True:
            held.append(bytearray(os.urandom(1024)) * 1024)
            await asyncio.sleep(0.004)
    elif does == "segv":
        ctypes.string_at(0)
    elif does == "abort":
        os.abort()
    elif does == "exit":
        os._exit(3)
    elif does == "raise":
        raise ValueError("no such product")
    elif does == "short":
        await answer(send, 200, b"x" * 20000, [("content-type", "text/csv"), ("content-length", "90000")])
        return
    elif does == "unfinished":
        await answer(send, 200, b"x" * 20000, [("content-type", "text/csv")], more=True)
        raise RuntimeError("row 311 could not be read")
    elif does == "refuse-body":
        await answer(send, 413, b"", [("connection", "close"), ("content-length", "0")])
        return
    await usual(scope, receive, send)
