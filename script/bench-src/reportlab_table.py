#!/usr/bin/env python3
"""The entries of a wl export as a PDF by reportlab's table: what `wl export pdf` is compared with.

Usage: reportlab_table.py CSV PDF
"""
import csv
import os
import sys

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

fonts = os.path.join(os.path.dirname(__file__), "../../src/export/pdf/fonts")
pdfmetrics.registerFont(TTFont("Sans", os.path.join(fonts, "DejaVuSans.ttf")))
pdfmetrics.registerFont(TTFont("Bold", os.path.join(fonts, "DejaVuSans-Bold.ttf")))

small = ParagraphStyle("note", fontName="Sans", fontSize=6.5, leading=8.5)
rows = [["Entry", "Date", "Start", "End", "Technician", "Note", "h:mm:ss", "Hours"]]
total = 0
with open(sys.argv[1], encoding="utf-8-sig", newline="") as source:
    for entry in csv.DictReader(source):
        seconds = int(entry["duration_seconds"] or 0)
        total += seconds
        note = entry["note"].replace("&", "&amp;").replace("<", "&lt;")
        rows.append([
            entry["id"], entry["start_ts"][:10], entry["start_ts"][11:19], entry["end_ts"][11:19],
            entry["user_name"], Paragraph(note, small),
            f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}", entry["hours"],
        ])
cents = (total + 18) // 36
rows.append(["", "", "", "", "Total", "", f"{total // 3600}:{total // 60 % 60:02}:{total % 60:02}",
             f"{cents // 100}.{cents % 100:02}"])

table = LongTable(rows, colWidths=[36, 52, 44, 44, 96, 140, 48, 40], repeatRows=1)
table.setStyle(TableStyle([
    ("FONT", (0, 0), (-1, -1), "Sans", 7.5, 9.5),
    ("FONT", (0, 0), (-1, 0), "Bold", 6.5, 8.5),
    ("FONT", (0, -1), (-1, -1), "Bold", 7.5, 9.5),
    ("ALIGN", (-2, 0), (-1, -1), "RIGHT"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.3, HexColor("#bfbfbf")),
]))


def footer(canvas, document):
    canvas.setFont("Sans", 6.5)
    canvas.drawRightString(A4[0] - 48, 40, f"page {document.page}")


SimpleDocTemplate(sys.argv[2], pagesize=A4, leftMargin=48, rightMargin=48, topMargin=48, bottomMargin=64).build(
    [table], onFirstPage=footer, onLaterPages=footer)
