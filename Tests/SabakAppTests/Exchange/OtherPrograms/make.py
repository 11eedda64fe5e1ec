"""Makes the lists in this folder with programs that are not ours: openpyxl 3.1.5, xlsxwriter 3.3.1, csv and zipfile of
Python. Run it in an environment that has them; the files are kept as they came out."""

import csv
import datetime
import io
import pathlib
import unicodedata
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
PUPILS = [
    ("Абдразаков Азамат Бакытович", datetime.date(2015, 3, 1), "м", 20103201500011, "Абдразакова Гүлнара"),
    ("Дүйшөнова Мээрим", datetime.date(2015, 4, 12), "ж", 11204201500022, "Дүйшөнова Бурул"),
    ("Бакыт уулу Тилек", datetime.date(2014, 12, 31), "м", 23112201400033, ""),
]
HEADER = ["№", "Аты-жөнү", "Туулган күнү", "Жынысы", "ПИН", "Энеси"]


def titled():
    """Titles in merged cells above, the class merged beside its pupils, totals and a signature below."""
    book = xlsxwriter.Workbook(HERE / "titled.xlsx")
    sheet, day = book.add_worksheet("Лист1"), book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.merge_range("A1:G1", "Средняя школа № 7 г. Ош")
    sheet.merge_range("A2:G2", "Список учащихся на 2026/2027 учебный год")
    sheet.write_row("A4", ["Класс"] + HEADER)
    sheet.merge_range("A5:A7", "5 «А»")
    for row, pupil in enumerate(PUPILS, 4):
        sheet.write_row(row, 1, [row - 3, pupil[0]])
        sheet.write_datetime(row, 3, datetime.datetime.combine(pupil[1], datetime.time()), day)
        sheet.write(row, 4, pupil[2])
        sheet.write_number(row, 5, pupil[3])
        sheet.write(row, 6, pupil[4])
    sheet.write("B8", "Итого:")
    sheet.write("C8", "3 учащихся")
    sheet.write("B10", "Директор: Осмонова Г. Т.")
    book.close()


def sheet_a_class():
    """A sheet a class, days as text and as days, headers in Kazakh, a sheet of instructions before."""
    book = openpyxl.Workbook()
    book.active.title = "Нұсқау"
    book.active["A1"] = "Толтырыңыз"
    for name in ("5А", "5Б"):
        sheet = book.create_sheet(name)
        sheet.append([f"{name} сыныбы"])
        sheet.merge_cells("A1:D1")
        sheet.append(["№", "Тегі", "Есімі", "Туған күні", "Жынысы"])
        for number, pupil in enumerate(PUPILS[:2], 1):
            surname, given = pupil[0].split()[:2]
            day = pupil[1] if number == 1 else pupil[1].strftime("%d.%m.%Y")
            sheet.append([number, surname + ("" if name == "5А" else "ев"), given, day, {"м": "ер", "ж": "қыз"}[pupil[2]]])
    book.save(HERE / "sheet-a-class.xlsx")


def since_1904():
    """Days counted from 1904, as Excel for Macintosh does."""
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["ФИО", "Дата рождения", "Класс"])
    for pupil in PUPILS:
        book.active.append([pupil[0], pupil[1], "5А"])
    book.save(HERE / "since-1904.xlsx")
    book = xlsxwriter.Workbook(HERE / "since-1904-too.xlsx", {"date_1904": True})
    sheet, day = book.add_worksheet(), book.add_format({"num_format": 14})
    sheet.write_row(0, 0, ["ФИО", "Дата рождения", "Класс"])
    for row, pupil in enumerate(PUPILS, 1):
        sheet.write(row, 0, pupil[0])
        sheet.write_datetime(row, 1, datetime.datetime.combine(pupil[1], datetime.time()), day)
        sheet.write(row, 2, "5А")
    book.close()


def lost_digits():
    """A number that became 2.05E+13, as a number and as text."""
    book = openpyxl.Workbook()
    book.active.append(["ФИО", "Класс", "ПИН"])
    book.active.append([PUPILS[0][0], "5А", "2,01032E+13"])
    book.active.append([PUPILS[1][0], "5А", "1.1204E13"])
    book.active.append([PUPILS[2][0], "5А", str(PUPILS[2][3])])
    book.save(HERE / "lost-digits.xlsx")


def without_places():
    """Inline strings, rows and cells without places, latin letters among Cyrillic ones, letters in two parts."""
    rows = [["ФИО", "Класс", "Туулган күнү"]]
    rows += [[unicodedata.normalize("NFD", "Дүйшөнова Мээрим Байзаковна"), "5A", "12.04.2015"]]
    rows += [["Aсанов Улан", "5А", "1 марта 2015 г."]]
    cell = "<c t='inlineStr'><is><t>{}</t></is></c>".format
    sheet = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
    space, office = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
    link = f"<Relationship Id='r1' Type='{office}/{{}}' Target='{{}}'/>"
    parts = {
        "_rels/.rels": f"<Relationships>{link.format('officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/_rels/workbook.xml.rels":
            f"<Relationships>{link.format('worksheet', 'worksheets/sheet1.xml')}</Relationships>",
        "xl/workbook.xml": f"<workbook xmlns='{space}' xmlns:r='{office}'><sheets><sheet name='Лист1' sheetId='1' "
            "r:id='r1'/></sheets></workbook>",
        "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{space}'><sheetData>{sheet}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(HERE / "without-places.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def texts():
    """The same list as Windows, DOS, Excel's unicode text and Excel's UTF-8 write it, and one that lost its letters."""
    rows = [["Школа № 7"], ["ФИО", "Класс", "Дата рождения", "Мать"]]
    rows += [["Асанов Улан", "5А", "01.03.2015", "Асанова Нина"], ["Ким Вера", "5-Б", "12.04.2015", ""]]
    rows += [["Итого: 2"]]

    def text(rows, separator):
        file = io.StringIO()
        csv.writer(file, delimiter=separator).writerows(rows)
        return file.getvalue()

    (HERE / "windows.csv").write_bytes(text(rows, ";").encode("cp1251"))
    (HERE / "dos.csv").write_bytes(text(rows, ";").encode("cp866"))
    (HERE / "unicode.txt").write_bytes(text(rows, "\t").encode("utf-16"))
    (HERE / "utf8.csv").write_bytes(text(rows, ";").encode("utf-8-sig"))
    lost = [["Аты-жөнү", "Сынып"], ["Дүйшөнова Мээрим", "5А"], ["Өмүрбек уулу Нурбөлөт", "5А"], ["Коңурбаева Айгүл", "5Ә"]]
    (HERE / "lost-letters.csv").write_bytes(text(lost, ";").encode("cp1251", "replace"))


def lessons():
    """A load list with totals a teacher, and a week drawn as a grid."""
    book = xlsxwriter.Workbook(HERE / "load.xlsx")
    sheet = book.add_worksheet("Тарификация")
    sheet.merge_range("A1:E1", "Тарификация на 2026/27")
    sheet.write_row("A2", ["Учитель", "Предмет", "5А", "5Б", "Всего"])
    sheet.write_row("A3", ["Осмонова Г. Т.", "Математика", 5, 5])
    sheet.write_formula("E3", "=SUM(C3:D3)", None, 10)
    sheet.write_row("A4", ["", "Информатика", 1, "-"])
    sheet.write_formula("E4", "=SUM(C4:D4)", None, 1)
    sheet.write_row("A5", ["Ким Роза Викторовна", "Русский язык", "", 3.5, 3.5])
    sheet.write_row("A6", ["Итого", "", 6, 8.5, 14.5])
    book.close()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Расписание уроков"])
    sheet.append(["День", "№", "5А", "Каб.", "5Б", "Каб."])
    for day, number, one, room, other, place in [
        ("Понедельник", 1, "Математика", 12, "Русский язык", 5), (None, 2, "Информатика", 30, "Математика", 12),
        ("Вторник", 1, "-", None, "Математика", 12),
    ]:
        sheet.append([day, number, one, room, other, place])
    sheet.merge_cells("A3:A4")
    book.save(HERE / "week.xlsx")


for make in (titled, sheet_a_class, since_1904, lost_digits, without_places, texts, lessons):
    make()
