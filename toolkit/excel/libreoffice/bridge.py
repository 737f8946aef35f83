"""The bridge to a LibreOffice that runs already; it belongs to the system's Python or to the office's own."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

_SYSTEM = "/usr/lib/python3/dist-packages"


class NotInstalled(Exception):
    """LibreOffice or its bridge is not there."""


def uno(place: str = _SYSTEM) -> Any:
    """The bridge, looked for in this folder where this Python has none. Raises NotInstalled."""
    if "uno" not in sys.modules and place not in sys.path:
        sys.path.append(place)
    try:
        return import_module("uno")
    except ImportError as missing:
        raise NotInstalled("PYTHON3-UNO IS NOT INSTALLED for this Python") from missing


def resolved(pipe: str, name: str = "StarOffice.ComponentContext") -> Any:
    """What the LibreOffice that listens at a pipe gives by a name, its context if by no other."""
    local = uno().getComponentContext()
    resolver = "com.sun.star.bridge.UnoUrlResolver"
    resolve = local.ServiceManager.createInstanceWithContext(resolver, local).resolve
    return resolve(f"uno:{pipe};urp;{name}")
