"""Run by every Python that starts with this folder on its path: its xlwings finds the office that started it.

So the code under test is what Excel would run, and nothing in it knows of LibreOffice.
"""

import os

from tests.excel.libreoffice.process import OFFICE

if pipe := os.environ.get(OFFICE):
    from toolkit.excel.libreoffice.bridge import resolved
    from toolkit.excel.libreoffice.engine import connected

    connected(resolved(pipe))
