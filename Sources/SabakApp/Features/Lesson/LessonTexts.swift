import SchoolRules
import Web

enum LessonTexts {
    static let myDay = Text(ky: "Менин күнүм", ru: "Мой день", kk: "Менің күнім", en: "My day")
    static let topic = Text(ky: "Сабактын темасы", ru: "Тема урока", kk: "Сабақтың тақырыбы", en: "Lesson topic")
    static let kind = Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
    static let checkedOn = Text(ky: "Текшерилген күнү", ru: "Проверено", kk: "Тексерілген күні", en: "Checked on")
    static let planWork = Text(
        ky: "Текшерүү ишин пландоо", ru: "Запланировать работу", kk: "Жұмыс жоспарлау", en: "Plan a work")
    static let maximum = Text(ky: "Эң көп балл", ru: "Максимум баллов", kk: "Ең көп балл", en: "Maximum points")
    static let material = Text(
        ky: "Окулган материал", ru: "Пройденный материал", kk: "Өтілген материал", en: "Material covered")
    static let likeTopic = Text(ky: "Темадай эле", ru: "Как тема", kk: "Тақырыптағыдай", en: "As the topic")
    static let homework = Text(ky: "Үй тапшырмасы", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework")
    static let minutes = Text(
        ky: "Үй тапшырмасы, мүнөт", ru: "Задание, минут", kk: "Тапсырма, минут", en: "Homework, minutes")
    static let noHomework = Text(
        ky: "Үй тапшырмасы жок", ru: "Без домашнего задания", kk: "Үй тапсырмасы жоқ", en: "No homework")
    static let own = Text(
        ky: "Жеке үй тапшырмасы", ru: "Индивидуальное задание", kk: "Жеке үй тапсырмасы", en: "Individual homework")
    static let remarks = Text(ky: "Эскертүүлөр", ru: "Замечания", kk: "Ескертулер", en: "Remarks")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let task = Text(ky: "Тапшырма", ru: "Задание", kk: "Тапсырма", en: "Task")
    static let remark = Text(ky: "Эскертүү", ru: "Замечание", kk: "Ескерту", en: "Remark")
    static let page = Text(ky: "Журналдын бети", ru: "Страница журнала", kk: "Журнал беті", en: "Journal page")
    static let history = Text(ky: "Тарых", ru: "История", kk: "Тарих", en: "History")
    static let rollAndMarks = Text(
        ky: "Катышуу жана баалар", ru: "Посещаемость и оценки", kk: "Қатысу және бағалар", en: "Roll and marks")
    static let rollHint = Text(
        ky: "Баары катышты деп башталат. Жок болгонду гана белгилеңиз.",
        ru: "Сначала присутствуют все. Отметьте только тех, кого нет.",
        kk: "Алдымен бәрі қатысты. Тек жоқтарды белгілеңіз.",
        en: "Everybody is present to begin with. Mark only those who are not.")
    static let rollLater = Text(
        ky: "Катышуу жана баалар сабак башталганда коюлат.", ru: "Посещаемость и оценки отмечают, когда урок начнётся.",
        kk: "Қатысу мен бағалар сабақ басталғанда қойылады.", en: "Roll and marks are entered once the lesson begins.")
    static let attendance = Text(ky: "Катышуу", ru: "Посещаемость", kk: "Қатысу", en: "Attendance")
    static let present = Text(ky: "катышты", ru: "присутствует", kk: "қатысты", en: "present")
    static let minutesLate = Text(
        ky: "Канча мүнөт кечикти", ru: "На сколько минут опоздал", kk: "Неше минут кешікті", en: "Minutes late")
    static let mark = Text(ky: "Баа", ru: "Оценка", kk: "Баға", en: "Mark")
    static let secondMark = Text(ky: "Экинчи баа", ru: "Вторая оценка", kk: "Екінші баға", en: "Second mark")
    static let confirmRoll = Text(
        ky: "Катышууну тастыктоо", ru: "Подтвердить посещаемость", kk: "Қатысуды растау", en: "Confirm the roll")
    static let rollIsConfirmed = Text(
        ky: "Катышуу тастыкталган", ru: "Посещаемость подтверждена", kk: "Қатысу расталған", en: "Roll confirmed")
    static let isPlanned = Text(ky: "Пландалган", ru: "Запланирован", kk: "Жоспарланған", en: "Planned")
    static let onlyThis = Text(
        ky: "Сиз бул сабакты гана жаза аласыз", ru: "Вы можете записать только этот урок",
        kk: "Сіз тек осы сабақты жаза аласыз", en: "You may write only this lesson")
    static let readOnly = Text(
        ky: "Окуу үчүн гана: сабакты мугалими жазат", ru: "Только чтение: урок записывает его учитель",
        kk: "Тек оқу үшін: сабақты мұғалімі жазады", en: "Read only: the lesson is written by its teacher")
    static let termClosed = Text(
        ky: "Мезгил жабылган: жазуу өзгөртүлбөйт", ru: "Период закрыт: запись не меняется",
        kk: "Кезең жабылған: жазба өзгермейді", en: "The term is closed: the record does not change")
    static let late = Text(
        ky: "кечигип жазылды", ru: "записано с опозданием", kk: "кешігіп жазылды", en: "entered late")
    static let moved = Text(ky: "Жылдырылган сабак", ru: "Урок перенесён", kk: "Ауыстырылған сабақ", en: "Moved lesson")
    static let added = Text(ky: "Кошумча сабак", ru: "Дополнительный урок", kk: "Қосымша сабақ", en: "Extra lesson")
    static let completeNow = Text(
        ky: "Сабак толук жазылды.", ru: "Урок записан полностью.", kk: "Сабақ толық жазылды.",
        en: "The lesson is complete.")
    static let plannedHint = Text(
        ky: "Алдын ала жазылганы күндөлүктө «пландалган» деп көрүнөт.",
        ru: "Записанное заранее видно в дневнике как запланированное.",
        kk: "Алдын ала жазылғаны күнделікте «жоспарланған» деп көрінеді.",
        en: "What is entered in advance shows in the diary as planned.")
    static let absent = Text(ky: "жок", ru: "нет", kk: "жоқ", en: "absent")
    static let lateCount = Text(ky: "кечикти", ru: "опоздали", kk: "кешікті", en: "late")
    static let asked = Text(ky: "сунушталды", ru: "предложено", kk: "ұсынылды", en: "proposed")
    static let presentCount = Text(ky: "катышты", ru: "присутствуют", kk: "қатысты", en: "present")
    static let beforeLesson = Text(
        ky: "Беттин мурунку сабагы", ru: "Предыдущий урок страницы", kk: "Беттің алдыңғы сабағы",
        en: "Previous lesson of the page")
    static let afterLesson = Text(
        ky: "Беттин кийинки сабагы", ru: "Следующий урок страницы", kk: "Беттің келесі сабағы",
        en: "Next lesson of the page")
    static let otherLessons = Text(
        ky: "Беттин сабактары", ru: "Уроки страницы", kk: "Беттің сабақтары", en: "Lessons of the page")
    static let nobody = Text(
        ky: "Бул күнү тизмеде окуучу жок.", ru: "В этот день в списке нет учеников.", kk: "Бұл күні тізімде оқушы жоқ.",
        en: "There are no students on the list that day.")
    static let nobodyInGroup = Text(
        ky: "Бул топко окуучу бөлүнө элек: класс жетекчи аны «Чакан топтор» бетинде бөлөт.",
        ru: "В эту группу никто не распределён: классный руководитель делит класс на странице «Подгруппы».",
        kk: "Бұл топқа ешкім бөлінбеген: сынып жетекшісі сыныпты «Кіші топтар» бетінде бөледі.",
        en: "Nobody is in this group yet: the class teacher divides the class on the page Subgroups.")
    static let markedWhileAbsent = Text(
        ky: "Сабакта жок, бирок баасы бар", ru: "Отсутствует, но оценка есть", kk: "Сабақта жоқ, бірақ бағасы бар",
        en: "Absent, but has a mark")
    static let storedNow = Text(ky: "Азыр сакталганы", ru: "Сейчас записано", kk: "Қазір сақталғаны", en: "Stored now")
    static let inCell = Text(ky: "Азыр уячада", ru: "Сейчас в клетке", kk: "Қазір ұяшықта", en: "In the cell now")
    static let empty = Text(ky: "бош", ru: "пусто", kk: "бос", en: "empty")
    static let cellsLeft = Text(
        ky: "Калганы сакталды, белгиленген окуучуларды гана караңыз.",
        ru: "Остальное сохранено, проверьте только отмеченных учеников.",
        kk: "Қалғаны сақталды, тек белгіленген оқушыларды қараңыз.",
        en: "All else is saved; look only at the students marked.")
    static let nothingLost = Text(
        ky: "Сиз жазганыңыз төмөндө турат, эч нерсе жоголгон жок.", ru: "То, что вы ввели, осталось ниже.",
        kk: "Сіз жазғаныңыз төменде тұр, ештеңе жоғалған жоқ.", en: "What you typed is below; nothing is lost.")

    static func points(of maximum: Int) -> Text {
        Text(
            ky: "Балл, эң көбү \(maximum)", ru: "Баллы из \(maximum)", kk: "Балл, ең көбі \(maximum)",
            en: "Points of \(maximum)")
    }

    static func fromPlan(_ number: Int) -> Text {
        Text(
            ky: "пландан, № \(number)", ru: "по плану, № \(number)", kk: "жоспардан, № \(number)",
            en: "from the plan, No. \(number)")
    }

    static func room(_ room: String) -> Text {
        guard !room.isEmpty, room.allSatisfy(\.isNumber) else { return Text(same: room) }
        return Text(ky: "\(room)-кабинет", ru: "кабинет \(room)", kk: "\(room)-кабинет", en: "room \(room)")
    }

    static func copy(to name: String) -> Text {
        Text(ky: "Көчүрүү: \(name)", ru: "Скопировать в \(name)", kk: "Көшіру: \(name)", en: "Copy to \(name)")
    }

    static func copied(to name: String) -> Text {
        Text(
            ky: "Сакталды. \(name): тема жана үй тапшырмасы көчүрүлдү.",
            ru: "Сохранено. \(name): тема и домашнее задание скопированы.",
            kk: "Сақталды. \(name): тақырып пен үй тапсырмасы көшірілді.",
            en: "Saved. \(name): topic and homework are copied.")
    }

    static func notCopied(to name: String) -> Text {
        Text(
            ky: "Сакталды. \(name): өз жазуусу бар, көчүрүлгөн жок.",
            ru: "Сохранено. \(name): там уже есть своя запись, ничего не скопировано.",
            kk: "Сақталды. \(name): өз жазбасы бар, көшірілмеді.",
            en: "Saved. \(name) has a record of its own; nothing was copied.")
    }

    static func substitute(_ name: String) -> Text {
        Text(ky: "алмаштырат: \(name)", ru: "замещает \(name)", kk: "алмастырады: \(name)", en: "substitute: \(name)")
    }

    static func cancelled(_ reason: String) -> Text {
        Text(
            ky: "Жокко чыгарылды: \(reason)", ru: "Отменён: \(reason)", kk: "Болмайды: \(reason)",
            en: "Cancelled: \(reason)")
    }

    /// "30-ноябрга", "на 30 ноября", "30 қарашаға", "for 30 November".
    static func due(_ day: Day) -> Text {
        let ky = [
            "январга", "февралга", "мартка", "апрелге", "майга", "июнга", "июлга", "августка", "сентябрга",
            "октябрга", "ноябрга", "декабрга",
        ]
        let kk = [
            "қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға",
            "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға",
        ]
        return Text(
            ky: "\(day.day)-\(ky[day.month - 1]), \(day.weekdayWord(.ky))",
            ru: "на \(day.words(.ru)), \(day.weekdayWord(.ru))",
            kk: "\(day.day) \(kk[day.month - 1]), \(day.weekdayWord(.kk))",
            en: "for \(day.words(.en)), \(day.weekdayWord(.en))")
    }

    /// What is left to do, as a sentence.
    static func left(_ missing: [LessonPart]) -> Text {
        let names = { (language: Language) in
            missing.map { deed($0)[language] }.joined(separator: ", ")
        }
        return Text(
            ky: "Сабак толук болушу үчүн калды: \(names(.ky)).", ru: "Чтобы урок был полным, осталось: \(names(.ru)).",
            kk: "Сабақ толық болуы үшін қалды: \(names(.kk)).", en: "To complete the lesson: \(names(.en)).")
    }

    private static func deed(_ part: LessonPart) -> Text {
        switch part {
        case .topic: Text(ky: "теманы жазуу", ru: "записать тему", kk: "тақырыпты жазу", en: "write the topic")
        case .roll:
            Text(
                ky: "катышууну тастыктоо", ru: "подтвердить посещаемость", kk: "қатысуды растау", en: "confirm the roll"
            )
        case .homework:
            Text(
                ky: "үй тапшырмасын чечүү", ru: "решить с домашним заданием", kk: "үй тапсырмасын шешу",
                en: "decide on homework")
        }
    }

    /// Why somebody is proposed as absent.
    static func why(_ why: LessonRoll.Why) -> Text {
        switch why {
        case .family(let category):
            let words = announced(category)
            return Text(
                ky: "Ата-энеси: \(words.ky)", ru: "Родители: \(words.ru)", kk: "Ата-анасы: \(words.kk)",
                en: "Parents: \(words.en)")
        case .classTeacher(let category):
            let words = announced(category)
            return Text(
                ky: "Класс жетекчи: \(words.ky)", ru: "Классный руководитель: \(words.ru)",
                kk: "Сынып жетекшісі: \(words.kk)", en: "Class teacher: \(words.en)")
        case .absentAt(let lesson):
            return Text(
                ky: "\(lesson)-сабакта да жок болгон", ru: "Не был(а) и на \(lesson)-м уроке",
                kk: "\(lesson)-сабақта да болмаған", en: "Absent at lesson \(lesson) too")
        }
    }

    private static func announced(_ category: AbsenceCategory) -> Text {
        switch category {
        case .ill: Text(ky: "ооруп жатат", ru: "болеет", kk: "ауырып жатыр", en: "is ill")
        case .excused:
            Text(
                ky: "жүйөлүү себеп менен келбейт", ru: "не придёт по уважительной причине",
                kk: "дәлелді себеппен келмейді", en: "is away for a valid reason")
        case .present, .late, .unexcused, .unknown:
            Text(ky: "келбейт", ru: "не придёт", kk: "келмейді", en: "is not coming")
        }
    }
}
