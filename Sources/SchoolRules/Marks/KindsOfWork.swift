extension KindOfWork {
    /// The table a school starts with; weights are set by the school's own act.
    public static let standard: [KindOfWork] = [
        KindOfWork(
            id: 1, short: Names(ky: "ооз", ru: "отв", kk: "ауыз", en: "oral"),
            names: Names(ky: "Сабактагы жооп", ru: "Ответ на уроке", kk: "Сабақтағы жауап", en: "Lesson answer"),
            weight: 1),
        KindOfWork(
            id: 2, short: Names(ky: "ҮТ", ru: "ДЗ", kk: "ҮТ", en: "HW"),
            names: Names(ky: "Үй тапшырмасы", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework"),
            weight: 1),
        KindOfWork(
            id: 3, short: Names(ky: "ӨИ", ru: "СР", kk: "ӨЖ", en: "IW"),
            names: Names(
                ky: "Өз алдынча иш", ru: "Самостоятельная работа", kk: "Өзіндік жұмыс", en: "Independent work"),
            weight: 2, isWritten: true),
        KindOfWork(
            id: 4, short: Names(ky: "ПИ", ru: "ПР", kk: "ПЖ", en: "PW"),
            names: Names(
                ky: "Практикалык иш", ru: "Практическая работа", kk: "Практикалық жұмыс", en: "Practical work"),
            weight: 2, isRequired: true),
        KindOfWork(
            id: 5, short: Names(ky: "ЛИ", ru: "ЛР", kk: "ЗЖ", en: "LW"),
            names: Names(
                ky: "Лабораториялык иш", ru: "Лабораторная работа", kk: "Зертханалық жұмыс", en: "Laboratory work"),
            weight: 2, isRequired: true),
        KindOfWork(
            id: 6, short: Names(ky: "тест", ru: "тест", kk: "тест", en: "test"),
            names: Names(ky: "Тест", ru: "Тест", kk: "Тест", en: "Test"), weight: 2, isWritten: true),
        KindOfWork(
            id: 7, short: Names(ky: "жат", ru: "дикт", kk: "дикт", en: "dict"),
            names: Names(ky: "Жат жазуу", ru: "Диктант", kk: "Диктант", en: "Dictation"),
            weight: 2, isRequired: true, isWritten: true),
        KindOfWork(
            id: 8, short: Names(ky: "ТИ", ru: "КР", kk: "БЖ", en: "CW"),
            names: Names(ky: "Текшерүү иши", ru: "Контрольная работа", kk: "Бақылау жұмысы", en: "Control work"),
            weight: 3, isRequired: true, isWritten: true),
        KindOfWork(
            id: 9, short: Names(ky: "ДБ", ru: "соч", kk: "шығ", en: "essay"),
            names: Names(ky: "Дил баян", ru: "Сочинение", kk: "Шығарма", en: "Essay"),
            weight: 3, isRequired: true, isWritten: true),
        KindOfWork(
            id: 10, short: Names(ky: "баян", ru: "излож", kk: "мазм", en: "retell"),
            names: Names(ky: "Баяндама", ru: "Изложение", kk: "Мазмұндама", en: "Retelling"),
            weight: 3, isRequired: true, isWritten: true),
        KindOfWork(
            id: 11, short: Names(ky: "долб", ru: "проект", kk: "жоба", en: "project"),
            names: Names(ky: "Долбоор", ru: "Проект", kk: "Жоба", en: "Project"), weight: 2),
        KindOfWork(
            id: 12, short: Names(ky: "экз", ru: "экз", kk: "емт", en: "exam"),
            names: Names(ky: "Экзамен", ru: "Экзамен", kk: "Емтихан", en: "Exam"),
            weight: 3, isRequired: true, isWritten: true),
    ]
}
