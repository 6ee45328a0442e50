#!/usr/bin/env python3
"""The entries of a wl export as a PDF by reportlab's bare canvas, one drawString a cell: the fastest that
reportlab can do, and the second thing that `wl export pdf` is compared with.

Usage: reportlab_canvas.py CSV PDF
"""
import csv
import os
import sys

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

fonts = os.path.join(os.path.dirname(__file__), "../../src/export/pdf/fonts")
pdfmetrics.registerFont(TTFont("Sans", os.path.join(fonts, "DejaVuSans.ttf")))
pdfmetrics.registerFont(TTFont("Bold", os.path.join(fonts, "DejaVuSans-Bold.ttf")))

LEFT, RIGHT, TOP, BOTTOM = 48, A4[0] - 48, A4[1] - 48, 64
canvas = Canvas(sys.argv[2], pagesize=A4)


def head():
    canvas.setFont("Bold", 6.5)
    for x, title in ((LEFT, "Entry"), (92, "Date"), (146, "Start"), (220, "End"), (296, "Technician")):
        canvas.drawString(x, TOP, title)
    canvas.drawRightString(500, TOP, "h:mm:ss")
    canvas.drawRightString(RIGHT, TOP, "Hours")
    canvas.setFont("Sans", 7.5)
    return TOP - 14


def foot():
    canvas.setFont("Sans", 6.5)
    canvas.drawRightString(RIGHT, 40, f"page {canvas.getPageNumber()}")
    canvas.showPage()


def clock(seconds):
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


y = head()
total = 0
with open(sys.argv[1], encoding="utf-8-sig", newline="") as source:
    for entry in csv.DictReader(source):
        seconds = int(entry["duration_seconds"] or 0)
        total += seconds
        note = simpleSplit(entry["note"], "Sans", 7.5, 440 - 92) if entry["note"] else []
        if y - 10.5 - 9.8 * len(note) < BOTTOM:
            foot()
            y = head()
        canvas.drawString(LEFT, y, entry["id"])
        canvas.drawString(92, y, entry["start_ts"][:10])
        canvas.drawString(146, y, entry["start_ts"][11:])
        canvas.drawString(220, y, entry["end_ts"][11:])
        canvas.drawString(296, y, entry["user_name"])
        canvas.drawRightString(500, y, clock(seconds))
        canvas.drawRightString(RIGHT, y, entry["hours"])
        for line in note:
            y -= 9.8
            canvas.drawString(92, y, line)
        canvas.line(LEFT, y - 3, RIGHT, y - 3)
        y -= 14
cents = (total + 18) // 36
canvas.drawString(296, y, "Total")
canvas.drawRightString(500, y, clock(total))
canvas.drawRightString(RIGHT, y, f"{cents // 100}.{cents % 100:02}")
foot()
canvas.save()
