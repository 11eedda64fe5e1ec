import Web

/// Problems of lists.
extension ImportFault {
    static let lostLetters = error(
        "lost_letters",
        Text(
            ky: "Тамгалар «?» болуп жоголгон. Файлды «CSV UTF-8» же .xlsx түрүндө сактаңыз.",
            ru: "Буквы потеряны и стали «?». Сохраните файл как «CSV UTF-8» или .xlsx.",
            kk: "Әріптер «?» болып жоғалған. Файлды «CSV UTF-8» немесе .xlsx түрінде сақтаңыз.",
            en: "Letters were lost and became “?”. Save the file as “CSV UTF-8” or .xlsx."))

    static let noRows = error(
        "no_rows",
        Text(
            ky: "Файлда сап жок. Тизмени толтуруп, кайра жүктөңүз.",
            ru: "В файле нет строк. Заполните список и загрузите снова.",
            kk: "Файлда жол жоқ. Тізімді толтырып, қайта жүктеңіз.",
            en: "The file has no rows. Fill the list in and bring it again."))

    /// - Parameter columns: any of them would do.
    static func missingColumn(_ columns: [ListColumn]) -> ImportFault {
        func list(_ language: Language) -> String {
            columns.flatMap { $0.sought(language) }.map { "«\($0)»" }.joined(separator: ", ")
        }
        let name = columns[0].words
        return error(
            "missing_column",
            Text(
                ky: "«\(name.ky)» тилкеси табылган жок. Изделди: \(list(.ky)).",
                ru: "Столбец «\(name.ru)» не найден. Искали: \(list(.ru)).",
                kk: "«\(name.kk)» бағаны табылмады. Ізделді: \(list(.kk)).",
                en: "The column «\(name.en)» was not found. Looked for: \(list(.en))."))
    }

    static func badValue(_ code: String, _ value: String) -> ImportFault {
        error(
            code,
            Text(
                ky: "«\(value)» түшүнүксүз.", ru: "«\(value)» не удалось понять.", kk: "«\(value)» түсініксіз.",
                en: "“\(value)” cannot be understood."))
    }

    static func badName(_ value: String) -> ImportFault {
        error(
            "bad_name",
            Text(
                ky: "«\(value)»: фамилиясы жана аты керек.", ru: "«\(value)»: нужны фамилия и имя.",
                kk: "«\(value)»: тегі мен аты керек.", en: "“\(value)”: a surname and a given name are needed."))
    }

    static func scientificNumber(_ value: String) -> ImportFault {
        error(
            "scientific_number",
            Text(
                ky: "«\(value)»: сандын цифралары жоголгон. Уячаны текст кылып, кайра жазыңыз.",
                ru: "«\(value)»: цифры числа потеряны. Сделайте ячейку текстовой и впишите заново.",
                kk: "«\(value)»: санның цифрлары жоғалған. Ұяшықты мәтін етіп, қайта жазыңыз.",
                en: "“\(value)”: digits of the number are lost. Make the cell text and type it again."))
    }

    static func duplicateRow(_ first: Int) -> ImportFault {
        error(
            "duplicate_row",
            Text(
                ky: "Бул \(first)-саптын кайталанышы.", ru: "Повторяет строку \(first).",
                kk: "Бұл \(first)-жолдың қайталануы.",
                en: "This repeats row \(first)."))
    }

    static func unknownClass(_ name: String) -> ImportFault {
        error(
            "unknown_class",
            Text(
                ky: "Мектепте «\(name)» классы жок.", ru: "В школе нет класса «\(name)».",
                kk: "Мектепте «\(name)» сыныбы жоқ.", en: "The school has no class “\(name)”."))
    }

    static func unknownSubject(_ name: String) -> ImportFault {
        error(
            "unknown_subject",
            Text(
                ky: "Мектепте «\(name)» предмети жок.", ru: "В школе нет предмета «\(name)».",
                kk: "Мектепте «\(name)» пәні жоқ.", en: "The school has no subject “\(name)”."))
    }

    static func newSubject(_ name: String) -> ImportFault {
        warning(
            "new_subject",
            Text(
                ky: "«\(name)» жаңы предмет катары кошулат.", ru: "«\(name)» добавляется как новый предмет.",
                kk: "«\(name)» жаңа пән ретінде қосылады.", en: "“\(name)” is added as a new subject."))
    }

    static func unknownTeacher(_ name: String) -> ImportFault {
        error(
            "unknown_teacher",
            Text(
                ky: "Кызматкерлер арасында «\(name)» жок.", ru: "Среди сотрудников нет «\(name)».",
                kk: "Қызметкерлер арасында «\(name)» жоқ.", en: "“\(name)” is not on the staff."))
    }

    static func ambiguousTeacher(_ name: String, _ candidates: [String]) -> ImportFault {
        let list = candidates.joined(separator: "; ")
        return error(
            "ambiguous_teacher",
            Text(
                ky: "«\(name)» бир нече кишиге туура келет: \(list).", ru: "«\(name)» подходит нескольким: \(list).",
                kk: "«\(name)» бірнеше адамға сай келеді: \(list).", en: "“\(name)” fits several: \(list)."))
    }

    static func unknownPage(_ words: String) -> ImportFault {
        error(
            "unknown_page",
            Text(
                ky: "Жүктөмдө мындай бет жок: \(words).", ru: "В нагрузке нет такой страницы: \(words).",
                kk: "Жүктемеде мұндай бет жоқ: \(words).", en: "The load has no such page: \(words)."))
    }

    static func ambiguousPage(_ words: String, _ groups: [String]) -> ImportFault {
        let list = groups.joined(separator: ", ")
        return error(
            "ambiguous_page",
            Text(
                ky: "\(words): топту көрсөтүңүз (\(list)).", ru: "\(words): укажите группу (\(list)).",
                kk: "\(words): топты көрсетіңіз (\(list)).", en: "\(words): name the group (\(list))."))
    }

    static func allGroups(_ words: String, _ groups: [String]) -> ImportFault {
        let list = groups.joined(separator: ", ")
        return warning(
            "all_groups",
            Text(
                ky: "\(words): топ көрсөтүлгөн эмес, бардыгына коюлат (\(list)).",
                ru: "\(words): группа не указана, урок ставится всем (\(list)).",
                kk: "\(words): топ көрсетілмеген, барлығына қойылады (\(list)).",
                en: "\(words): no group is named, so the lesson is for all of them (\(list))."))
    }

    static func noBell(_ number: Int, shift: Int) -> ImportFault {
        warning(
            "no_bell",
            Text(
                ky: "\(shift)-нөөмөттө \(number)-сабактын коңгуроосу жок, сабак болбойт.",
                ru: "Для урока \(number) смены \(shift) нет звонка, урока не будет.",
                kk: "\(shift)-ауысымда \(number)-сабақтың қоңырауы жоқ, сабақ болмайды.",
                en: "Shift \(shift) has no bell for lesson \(number); there will be no lesson."))
    }

    static func clash(_ first: Int) -> ImportFault {
        warning(
            "clash",
            Text(
                ky: "\(first)-сап менен бир убакта.", ru: "Одновременно со строкой \(first).",
                kk: "\(first)-жолмен бір уақытта.", en: "At the same time as row \(first)."))
    }

    static let severalDates = error(
        "several_dates",
        Text(
            ky: "Башталган күн баарында бирдей болушу керек.", ru: "Дата начала должна быть у всех строк одна.",
            kk: "Басталу күні бәрінде бірдей болуы керек.", en: "All rows must have the same first day."))

    static func studentMoved(_ name: String, from: String, to: String) -> ImportFault {
        warning(
            "student_moved",
            Text(
                ky: "\(name): \(from) классынан \(to) классына которулат.", ru: "\(name): перевод из \(from) в \(to).",
                kk: "\(name): \(from) сыныбынан \(to) сыныбына ауысады.", en: "\(name) moves from \(from) to \(to)."))
    }

    static func ambiguousPerson(_ name: String) -> ImportFault {
        error(
            "ambiguous_person",
            Text(
                ky: "\(name): мектепте мындай адам бир нече, туулган күнүн же ПИНди кошуңуз.",
                ru: "\(name): таких людей в школе несколько, добавьте дату рождения или ПИН.",
                kk: "\(name): мектепте мұндай адам бірнеше, туған күнін немесе ЖСН қосыңыз.",
                en: "\(name): the school has several such people; add the date of birth or the PIN."))
    }

    static func groupDivided(_ name: String) -> ImportFault {
        warning(
            "group_divided",
            Text(
                ky: "\(name): окуучулар тизме боюнча топторго бөлүндү, текшериңиз.",
                ru: "\(name): ученики поделены на группы по списку, проверьте.",
                kk: "\(name): оқушылар тізім бойынша топтарға бөлінді, тексеріңіз.",
                en: "\(name): students were divided into groups in order of the list; please check."))
    }

    static func loadEnded(_ name: String) -> ImportFault {
        warning(
            "load_ended",
            Text(
                ky: "\(name) бул беттен түшөт.", ru: "\(name) больше не ведёт эту страницу.",
                kk: "\(name) бұл беттен түседі.", en: "\(name) no longer teaches this page."))
    }

    static let unknownShape = error(
        "plan_without_subject",
        Text(
            ky: "Пландын предмети же параллели белгисиз: «Предмет» жана «Параллель» тилкелерин кошуңуз.",
            ru: "Не указаны предмет или параллель плана: добавьте столбцы «Предмет» и «Параллель».",
            kk: "Жоспардың пәні не параллелі белгісіз: «Пән» және «Параллель» бағандарын қосыңыз.",
            en: "The subject or grade of the plan is unknown: add the columns “Subject” and “Grade”."))

    static let planTooLong = error(
        "plan_too_long",
        Text(
            ky: "Пландын саптары өтө көп.", ru: "В плане слишком много строк.", kk: "Жоспардың жолдары тым көп.",
            en: "The plan has too many rows."))

    static func unknownKind(_ name: String) -> ImportFault {
        warning(
            "unknown_kind",
            Text(
                ky: "Иштин «\(name)» түрү белгисиз, алынган жок.", ru: "Вид работы «\(name)» неизвестен и не взят.",
                kk: "Жұмыстың «\(name)» түрі белгісіз, алынбады.",
                en: "The kind of work “\(name)” is unknown, left out."))
    }

    static func notTaught(_ subject: String, _ grade: Int) -> ImportFault {
        error(
            "not_taught",
            Text(
                ky: "\(subject), \(grade): сиз бул параллелде бул предметти окутпайсыз.",
                ru: "\(subject), \(grade): вы не ведёте этот предмет в этой параллели.",
                kk: "\(subject), \(grade): сіз бұл параллельде бұл пәнді жүргізбейсіз.",
                en: "\(subject), grade \(grade): you do not teach this subject there."))
    }

    static func noPages(_ subject: String, _ grade: Int) -> ImportFault {
        warning(
            "no_pages",
            Text(
                ky: "\(subject), \(grade): бет жок, план эч жерге тиркелген жок.",
                ru: "\(subject), \(grade): страниц нет, план никуда не прикреплён.",
                kk: "\(subject), \(grade): бет жоқ, жоспар ешқайда тіркелмеді.",
                en: "\(subject), grade \(grade): there are no pages, the plan is attached to nothing."))
    }
}
