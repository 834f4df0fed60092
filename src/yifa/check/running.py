"""Check thousands of files on all cores: in order, with bounded memory, and without one bad file ending the run."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Final

from yifa.check.files import Checked, Job, Task, check_file

SECONDS: Final = 300
"""A file that takes longer is given up."""
_AHEAD: Final = 8
"""How many files for each core are under way or wait to be told."""
_MEMORY: Final = 6 * 1024**3
"""Address space of one process; a file that wants more fails alone."""
_FEW: Final = 4
_CRASHED: Final = "检查程序处理这个文件时异常退出，其余文件照常检查。请用原来的软件打开后另存，再单独检查。"
_TOO_LONG: Final = "检查超过{0}秒，已经跳过，其余文件照常检查。请拆分后再查。"


def check_files(
    jobs: Sequence[Job], task: Task, workers: int | None = None, seconds: int = SECONDS
) -> Iterator[Checked]:
    """Check files in their order, on as many cores as there are when there are several.

    Stopping the iteration (also by Ctrl-C) ends the processes at once.
    """
    count = min(workers or os.cpu_count() or 1, len(jobs))
    if count < 2 or len(jobs) < _FEW:
        yield from (check_file(job.path, task, job.docx) for job in jobs)
        return
    run = _Run(task, count, seconds)
    try:
        yield from run.all(deque(jobs))
    finally:
        run.stop()


class _Run:
    """A pool of processes that is made anew when one of them dies."""

    def __init__(self, task: Task, workers: int, seconds: int) -> None:
        self.task = task
        self.workers = workers
        self.seconds = seconds
        self.pool = self._pool(workers)

    def all(self, waiting: deque[Job]) -> Iterator[Checked]:
        under_way: deque[tuple[Job, Future[Checked]]] = deque()
        while waiting or under_way:
            while waiting and len(under_way) < self.workers * _AHEAD and (begun := self._begin(waiting[0])):
                under_way.append((waiting.popleft(), begun))
            if not under_way:
                self._again(under_way, waiting)
                continue
            job, future = under_way.popleft()
            try:
                yield future.result(self.seconds)
            except TimeoutError:
                yield Checked(job.path, error=f"无法检查“{job.path.name}”：{_TOO_LONG.format(self.seconds)}")
                self._again(under_way, waiting)
            except BrokenProcessPool:
                # Any of those under way may be the one that ended its process: each is tried in one of its own.
                suspects = [job, *(one for one, later in under_way if not _ready(later))]
                done = [(one, later) for one, later in under_way if _ready(later)]
                told = {one.path: self._alone(one) for one in suspects} | {one.path: f.result() for one, f in done}
                yield from (told[one.path] for one in (job, *(other for other, _ in under_way)))
                under_way.clear()
                self._again(under_way, waiting)

    def _begin(self, job: Job) -> Future[Checked] | None:
        try:
            return self.pool.submit(check_file, job.path, self.task, job.docx)
        except BrokenProcessPool:
            return None  # those under way will tell

    def _alone(self, job: Job) -> Checked:
        pool = self._pool(1)
        try:
            return pool.submit(check_file, job.path, self.task, job.docx).result(self.seconds)
        except (BrokenProcessPool, TimeoutError):
            return Checked(job.path, error=f"无法检查“{job.path.name}”：{_CRASHED}")
        finally:
            _end(pool)

    def _again(self, under_way: deque[tuple[Job, Future[Checked]]], waiting: deque[Job]) -> None:
        """A new pool; what was under way is begun again in its order."""
        waiting.extendleft(job for job, _ in reversed(under_way))
        under_way.clear()
        _end(self.pool)
        self.pool = self._pool(self.workers)

    def stop(self) -> None:
        _end(self.pool)

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, initializer=_prepare)


def _ready(future: Future[Checked]) -> bool:
    return future.done() and future.exception() is None


def _prepare() -> None:
    """Ctrl-C is for the process that started us; memory is limited so that one file cannot take all of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY if hard < 0 else min(_MEMORY, hard), hard))


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes at once: one may be stuck in a file, and `shutdown` alone would wait for it."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
    for process in processes:
        process.join()
