"""Examines files on the machines of a dask cluster, which need the toolkit and none of the files.

The contents travel with the task. A worker that dies costs the file it was at, as it does here.
"""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from toolkit.errors import ToolkitError
from toolkit.examine import Examined, Plan, examine, unreadable
from toolkit.finding import Text
from toolkit.ooxml.limits import Limits
from toolkit.workers import DIED, MEND

_SCHEME = "dask://"
_AHEAD = 256  # files that travel before the first of them is back
_SECONDS = 10  # until a scheduler that does not answer is given up


def examine_on_cluster(paths: Iterable[Path], plan: Plan, address: str) -> Generator[Examined, None, None]:
    """Every file examined, in the order of the paths, by the cluster at ``dask://HOST:PORT``.

    Raises ToolkitError for an address that means nothing or does not answer, and for a missing
    extra ``cluster``; and whatever ``examine`` raises there.
    """
    client = _connected(address)
    try:
        waiting: deque[tuple[Path, Any]] = deque()
        for path in paths:
            waiting.append((path, _sent(client, path, plan)))
            if len(waiting) >= _AHEAD:
                yield _received(*waiting.popleft(), plan)
        while waiting:
            yield _received(*waiting.popleft(), plan)
    finally:
        client.close()


def examine_content(name: str, content: bytes, plan: Plan) -> Examined:
    """What a worker of the cluster does: the file is written down for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix="indicators-") as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        return examine(path, plan)


def _connected(address: str) -> Any:  # noqa: ANN401 - dask is not typed
    host = address.removeprefix(_SCHEME)
    if host == address or not host:
        raise _fault("应写作 dask://主机:端口", "should be written dask://HOST:PORT", address)
    try:
        import distributed
    except ImportError:
        raise _fault("需要安装扩展 cluster", "needs the extra “cluster” to be installed", address) from None
    connect: Any = distributed.Client  # dask is not typed
    try:
        return connect(f"tcp://{host}", timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _fault("连接不上", "does not answer", address) from error


def _fault(zh: str, en: str, address: str) -> ToolkitError:
    return ToolkitError(Text(f"--executor {address} {zh}。", f"--executor {address} {en}."))


def _sent(client: Any, path: Path, plan: Plan) -> Any:  # noqa: ANN401 - dask is not typed
    """The task for a file; None for what only this machine can judge: no file, or far too large."""
    if not path.is_file() or path.stat().st_size > Limits().file_bytes:
        return None
    return client.submit(examine_content, path.name, path.read_bytes(), plan, pure=False)


def _received(path: Path, task: Any, plan: Plan) -> Examined:  # noqa: ANN401 - dask is not typed
    from distributed.scheduler import KilledWorker

    if task is None:
        return examine(path, plan)
    try:
        examined: Examined = task.result()
    except KilledWorker:
        return unreadable(path, plan, DIED, MEND)
    return replace(examined, path=str(path))
