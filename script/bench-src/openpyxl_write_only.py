#!/usr/bin/env python3
"""The entries of a wl export as a spreadsheet by openpyxl in its write-only mode: what `wl export xlsx` is
compared with. Its cells are numbers, dates, times and texts as there, without a sheet of totals.

Usage: openpyxl_write_only.py CSV XLSX
"""
import csv
import sys
from datetime import date, datetime, time, timedelta

from openpyxl import Workbook

local = lambda text: datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)
READ = {
    "id": int,
    "line_item": int,
    "duration_seconds": int,
    "hours": float,
    "start_ts": local,
    "end_ts": local,
    "approved_at": local,
    "edited_at": local,
    "date": date.fromisoformat,
    "start_time": time.fromisoformat,
    "end_time": time.fromisoformat,
}


def duration(text):
    hours, minutes, *seconds = map(int, text.split(":"))
    return timedelta(hours=hours, minutes=minutes, seconds=sum(seconds))


READ["duration_hm"] = duration
book = Workbook(write_only=True)
sheet = book.create_sheet("Time")
sheet.freeze_panes = "A2"
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = csv.reader(file)
    header = next(rows)
    sheet.append(header)
    read = [READ.get(name, str) for name in header]
    for row in rows:
        sheet.append([read(cell) if cell else None for read, cell in zip(read, row)])
book.save(sys.argv[2])
