"""A slow telephone line (慢速网络): a proxy in this process with the rate and the delay of a bad mobile connection.

Everything that passes is slowed down, the worker of a page included, which the browser's own emulation leaves out.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

RATE = 50_000
"""Bytes a second in each direction: 400 kbit/s, as “slow 3G” is usually emulated."""
DELAY = 0.2
"""Seconds in each direction: 400 ms there and back."""
CHUNK = 4096


class Direction:
    """One direction of the line, shared by all connections."""

    def __init__(self, rate: int, delay: float) -> None:
        self.rate, self.delay, self.free = rate, delay, 0.0
        self.carried = 0

    def arrival(self, size: int) -> float:
        """When the last byte of a piece handed over now comes out at the other end."""
        self.free = max(self.free, time.monotonic()) + size / self.rate
        self.carried += size
        return self.free + self.delay


class SlowLine:
    """The proxy; `up` and `down` count what was carried."""

    def __init__(self, port: int, target: int, rate: int = RATE, delay: float = DELAY) -> None:
        self.port, self.target = port, target
        self.up, self.down = Direction(rate, delay), Direction(rate, delay)

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection; its handshake takes a round trip as well."""
        await asyncio.sleep(self.up.delay + self.down.delay)
        with suppress(asyncio.CancelledError):  # the measurement is over
            await self._carried(reader, writer)

    async def _carried(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self.target)
        await asyncio.gather(_pump(reader, back, self.up), _pump(there, writer, self.down), return_exceptions=True)

    async def serve(self, ready: threading.Event) -> None:
        """Until the loop is stopped."""
        server = await asyncio.start_server(self.connected, "127.0.0.1", self.port)
        ready.set()
        async with server:
            await server.serve_forever()


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter, line: Direction) -> None:
    pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def deliver() -> None:
        while True:
            due, piece = await pieces.get()
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            if not piece:
                break
            sink.write(piece)
            await sink.drain()
        sink.close()

    delivering = asyncio.ensure_future(deliver())
    while piece := await source.read(CHUNK):
        pieces.put_nowait((line.arrival(len(piece)), piece))
        await asyncio.sleep(max(0.0, line.free - time.monotonic()))
    pieces.put_nowait((time.monotonic() + line.delay, b""))
    await delivering


@contextmanager
def slow_line(port: int, target: int) -> Iterator[SlowLine]:
    """The line while a block runs."""
    line, ready, loop = SlowLine(port, target), threading.Event(), asyncio.new_event_loop()

    def run() -> None:
        asyncio.set_event_loop(loop)
        with suppress(RuntimeError):  # the loop was stopped
            loop.run_until_complete(line.serve(ready))
        pending = asyncio.all_tasks(loop)
        for task in pending:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait(5)
    try:
        yield line
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
