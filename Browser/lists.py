"""The Excel files that a Kyrgyz school of any size has in its office, made up but plausible."""

import io
import random
import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

SPACE = "http://schemas.openxmlformats.org"
PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{SPACE}/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml"
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{SPACE}/package/2006/relationships"><Relationship Id="r1"
        Type="{SPACE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{SPACE}/spreadsheetml/2006/main"
        xmlns:r="{SPACE}/officeDocument/2006/relationships"><sheets><sheet name="Лист1" sheetId="1" r:id="r1"/></sheets>
        </workbook>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{SPACE}/package/2006/relationships"><Relationship Id="r1"
        Type="{SPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
}


def workbook(lines):
    """A workbook of one sheet with these lines."""
    cells = "".join(
        f"<row r='{number}'>" + "".join(f"<c t='inlineStr'><is><t>{escape(str(text))}</t></is></c>" for text in line)
        + "</row>" for number, line in enumerate(lines, 1))
    sheet = f"<worksheet xmlns='{SPACE}/spreadsheetml/2006/main'><sheetData>{cells}</sheetData></worksheet>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (PARTS | {"xl/worksheets/sheet1.xml": sheet}).items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)
    return file.getvalue()


BOYS = """Азамат Айбек Акжол Акылбек Алмаз Алтынбек Арген Асылбек Бакыт Бекзат Бектур Данияр Дастан Доолот Замир Илияз
    Кайрат Канат Кубат Кутман Медер Мирбек Нурбек Нурсултан Рамис Самат Санжар Талант Темирлан Тилек Улан Урмат Чынгыз
    Эдил Элдияр Эрмек""".split()
GIRLS = """Адина Айбийке Айгүл Айжан Айзада Айназик Айпери Акмарал Алтынай Асел Бактыгүл Бегимай Бермет Гүлжан Гүлзат
    Данагүл Жазгүл Жаннат Жибек Жылдыз Каныкей Кундуз Мээрим Назик Нурайым Нурзат Перизат Салтанат Сезим Сымбат Толгонай
    Уулкан Чолпон Элиза Элнура Эркайым""".split()
SURNAMES = """Абдразаков Абдыкадыров Абышев Айтбаев Акматов Алымкулов Асанбеков Атабеков Байгазиев Байматов Бейшеев
    Бердибаев Дайырбеков Досматов Дүйшөнов Жанузаков Жекшенов Жолдошев Жумагулов Ибраимов Искаков Кадыралиев Калыков
    Карабаев Керимбеков Кожомкулов Койчуманов Коңурбаев Кубатбеков Курманов Кыдырбаев Маматов Медетов Молдокулов
    Мукамбетов Назаров Нурматов Омуралиев Орозбаев Раимкулов Сагынбаев Сатаров Сатыбалдиев Сыдыгалиев Табалдиев
    Токтосунов
    Тологонов Тургунбаев Уметалиев Чолпонбаев Шаршенов Эгембердиев Эсенов Эшимбеков""".split()
STREETS = "Манас, Токтогул, Ленин, Жибек Жолу, Ысык-Көл, Бакинская, Мектеп".split(", ")

# One teacher each, five hours in every class of the five that share these six.
TEAMS = [
    ["Математика"] * 5,
    ["Кыргыз тили"] * 3 + ["Кыргыз адабияты"] * 2,
    ["Орус тили"] * 3 + ["Кыргызстандын тарыхы"] * 2,
    ["Англис тили"] * 3 + ["Информатика"] * 2,
    ["Физика"] * 2 + ["Биология"] * 2 + ["Химия"],
    ["Дене тарбия"] * 2 + ["География"] * 2 + ["Музыка"],
]
PRIMARY = ["Кыргыз тили"] * 6 + ["Математика"] * 5 + ["Адабий окуу"] * 3 + ["Музыка", "Дене тарбия", "Дене тарбия"]
DAYS = ["Дүйшөмбү", "Шейшемби", "Шаршемби", "Бейшемби", "Жума"]
DIVIDED = "Англис тили"


class Lists:
    """What the offices of a school of so many pupils bring; the same for the same number."""

    def __init__(self, pupils, office):
        self.chance = random.Random(pupils)
        self.names = set()
        self.size = min(25, max(12, pupils // 20))
        self.classes = self.class_names(-(-pupils // self.size))
        self.pupils = [self.pupil(index) for index in range(pupils)]
        self.office = office
        self.load, self.timetable = [], []
        self.teachers = []
        self.teach()

    @staticmethod
    def class_names(count):
        grades = [1 + index % 11 for index in range(count)] if count >= 11 else [1, 5, 6, 7, 8, 9, 10][:count]
        letters = "АБВГД"
        seen, names = {}, []
        for grade in sorted(grades):
            seen[grade] = seen.get(grade, -1) + 1
            names.append(f"{grade}{letters[seen[grade]]}")
        return names

    # People

    def person(self, girl, surname=None):
        """A name that nobody of the school has yet."""
        while True:
            stem = surname or self.chance.choice(SURNAMES)
            father = self.chance.choice(BOYS)
            given = self.chance.choice(GIRLS if girl else BOYS)
            name = f"{stem}{'а' if girl else ''} {given} {father}{'овна' if girl else 'ович'}"
            if name not in self.names:
                self.names.add(name)
                return name, stem, father

    def phone(self):
        return f"+996 {self.chance.choice([500, 555, 700, 707, 777])} {self.chance.randrange(10**6):06}"

    def pupil(self, index):
        name = self.classes[index // self.size]
        grade = int(name[:-1])
        girl = self.chance.random() < 0.5
        full, stem, father = self.person(girl)
        born = date(2026 - 6 - grade, 1, 1) + timedelta(self.chance.randrange(365))
        number = f"{1 if girl else 2}{born:%d%m%Y}{index:05}"
        mother = f"{stem}а {self.chance.choice(GIRLS)} {self.chance.choice(BOYS)}овна"
        dad = f"{stem} {father}"
        home = f"{self.chance.choice(STREETS)} к., {self.chance.randrange(1, 120)}"
        return (index + 1, full, name, f"{born:%d.%m.%Y}", "кыз" if girl else "эркек", number, home, mother,
                self.phone(), dad, self.phone())

    def teacher(self, position):
        born = date(1966, 1, 1) + timedelta(self.chance.randrange(12_000))
        name = self.person(self.chance.random() < 0.8)[0]
        self.teachers.append((name, position, f"{born:%d.%m.%Y}", self.phone()))
        return name

    # Teaching

    def teach(self):
        primary = [name for name in self.classes if int(name[:-1]) <= 4]
        upper = [name for name in self.classes if name not in primary]
        for name in primary:
            self.teach_primary(name, self.teacher("башталгыч класстын мугалими"))
        for start in range(0, len(upper), 5):
            self.teach_team(upper[start:start + 5])

    def place(self, name, day, number, subject, group="", room=""):
        self.timetable.append((name, DAYS[day], number, subject, group, room))

    def teach_primary(self, name, teacher):
        for subject in dict.fromkeys(PRIMARY):
            self.load.append((name, subject, "", teacher, PRIMARY.count(subject)))
        week = PRIMARY[:]
        self.chance.shuffle(week)
        for index, subject in enumerate(week):
            self.place(name, index % 5, index // 5 + 1, subject, room=f"1{self.classes.index(name):02}")

    def teach_team(self, classes):
        """Six teachers and five classes: at every hour each class has another teacher. English is taught in halves."""
        people = [self.teacher(f"{subjects[0]} мугалими") for subjects in TEAMS]
        second = self.teacher(f"{DIVIDED} мугалими")
        for turn, name in enumerate(classes):
            for subjects, teacher in zip(TEAMS, people):
                for subject in dict.fromkeys(subjects):
                    hours = subjects.count(subject)
                    if subject == DIVIDED:
                        self.load += [(name, subject, "1-топ", teacher, hours), (name, subject, "2-топ", second, hours)]
                    else:
                        self.load.append((name, subject, "", teacher, hours))
            for hour in range(30):
                team = (hour + turn) % 6
                subject = TEAMS[team][hour // 6]
                rooms = {"": f"2{self.classes.index(name):02}"}
                if subject == DIVIDED:
                    rooms = {"1-топ": "301", "2-топ": "302"}
                for group, room in rooms.items():
                    self.place(name, hour // 6, hour % 6 + 1, subject, group, room)

    # Files

    def students_file(self):
        head = ("К/н", "Аты-жөнү", "Классы", "Туулган күнү", "Жынысы", "ПИН", "Дареги", "Энеси", "Энесинин телефону",
                "Атасы", "Атасынын телефону")
        title = [("№ 12 орто мектебинин окуучуларынын тизмеси",), ("2026/27-окуу жылы",)]
        return workbook(title + [head] + self.pupils + [("Бардыгы", len(self.pupils))])

    def staff_file(self):
        head = ("К/н", "Аты-жөнү", "Кызматы", "Туулган күнү", "Телефону")
        rows = [(number, *row) for number, row in enumerate(self.office + self.teachers, 1)]
        return workbook([("Мектептин кызматкерлери",), head] + rows)

    def load_file(self):
        return workbook([("Класс", "Предмет", "Топ", "Мугалим", "Жумасына саат")] + self.load)

    def timetable_file(self):
        return workbook([("Класс", "Күн", "Сабак №", "Предмет", "Топ", "Кабинет")] + self.timetable)
