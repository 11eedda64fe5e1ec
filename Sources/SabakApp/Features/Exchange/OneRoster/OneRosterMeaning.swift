import Web

/// Problems of what a set means for a school.
extension ImportFault {
    static let noSchool = error(
        "no_school",
        Text(
            ky: "Топтомдо school түрүндөгү уюм жок.", ru: "В наборе нет организации вида school.",
            kk: "Жинақта school түріндегі ұйым жоқ.", en: "The set holds no organisation of the type school."))

    static func severalSchools(_ names: [String]) -> ImportFault {
        let list = names.joined(separator: ", ")
        return error(
            "several_schools",
            Text(
                ky: "Топтомдо бир нече мектеп бар, бирин --org менен тандаңыз: \(list).",
                ru: "В наборе несколько школ, выберите одну через --org: \(list).",
                kk: "Жинақта бірнеше мектеп бар, біреуін --org арқылы таңдаңыз: \(list).",
                en: "The set holds several schools; choose one with --org: \(list)."))
    }

    static func unknownSchool(_ id: String) -> ImportFault {
        error(
            "unknown_school",
            Text(
                ky: "Топтомдо «\(id)» мектеби жок.", ru: "В наборе нет школы «\(id)».",
                kk: "Жинақта «\(id)» мектебі жоқ.",
                en: "The set holds no school “\(id)”."))
    }

    static let noYear = error(
        "no_school_year",
        Text(
            ky: "Окуу жылы белгисиз.", ru: "Учебный год не определён.", kk: "Оқу жылы белгісіз.",
            en: "The school year cannot be told."))

    static func otherYears(_ count: Int) -> ImportFault {
        warning(
            "other_years",
            Text(
                ky: "Мурунку жылдардын класстары алынган жок: \(count).", ru: "Классы прошлых лет не взяты: \(count).",
                kk: "Өткен жылдардың сыныптары алынбады: \(count).",
                en: "Classes of earlier years were left out: \(count)."))
    }

    static func otherOrg(_ count: Int) -> ImportFault {
        warning(
            "other_org",
            Text(
                ky: "Бул мектептин адамдары эмес, алынган жок: \(count).",
                ru: "Не люди этой школы, не взяты: \(count).",
                kk: "Бұл мектептің адамдары емес, алынбады: \(count).",
                en: "Not people of this school, left out: \(count)."))
    }

    static func staffAsGuardian(_ id: String) -> ImportFault {
        warning(
            "staff_as_guardian",
            Text(
                ky: "Кызматкер «\(id)» бул окуучунун ата-энеси катары жазылды.",
                ru: "Сотрудник «\(id)» записан как родитель этого ученика.",
                kk: "Қызметкер «\(id)» осы оқушының ата-анасы ретінде жазылды.",
                en: "“\(id)” of the staff is taken as a parent of this student."))
    }

    static func roleMismatch(_ id: String, _ role: String) -> ImportFault {
        warning(
            "role_mismatch",
            Text(
                ky: "«\(id)» мектепте \(role) эмес, сап алынган жок.",
                ru: "«\(id)» в школе не \(role), строка не взята.",
                kk: "«\(id)» мектепте \(role) емес, жол алынбады.",
                en: "“\(id)” is not a \(role) of the school; the row was left out."))
    }

    static func homeroomsDerived(_ count: Int) -> ImportFault {
        warning(
            "homerooms_derived",
            Text(
                ky: "Топтомдо homeroom жок; класстар сабактардан чыгарылды: \(count).",
                ru: "В наборе нет homeroom; классы выведены из занятий: \(count).",
                kk: "Жинақта homeroom жоқ; сыныптар сабақтардан шығарылды: \(count).",
                en: "The set has no homerooms; classes were derived from the lessons: \(count)."))
    }

    static func withoutClass(_ count: Int) -> ImportFault {
        warning(
            "without_class",
            Text(
                ky: "Классы жок окуучулар: \(count).", ru: "Ученики без класса: \(count).",
                kk: "Сыныбы жоқ оқушылар: \(count).", en: "Students without a class: \(count)."))
    }

    static func classUnreadable(_ title: String) -> ImportFault {
        error(
            "class_unreadable",
            Text(
                ky: "«\(title)»: класстын параллели белгисиз.", ru: "«\(title)»: параллель класса не определить.",
                kk: "«\(title)»: сыныптың параллелі белгісіз.", en: "“\(title)”: the grade of the class cannot be told."
            ))
    }

    static func gradeMismatch(_ title: String, _ grade: Int) -> ImportFault {
        warning(
            "grade_mismatch",
            Text(
                ky: "«\(title)» жана параллель \(grade) дал келбейт; аты чечет.",
                ru: "«\(title)» и параллель \(grade) расходятся; решает название.",
                kk: "«\(title)» және параллель \(grade) сәйкес емес; атауы шешеді.",
                en: "“\(title)” and grade \(grade) disagree; the title decides."))
    }

    static func classRenamed(_ title: String, _ name: String) -> ImportFault {
        warning(
            "class_renamed",
            Text(
                ky: "«\(title)» классы мурда бар, бул «\(name)» болду.",
                ru: "Класс «\(title)» уже есть, этот стал «\(name)».",
                kk: "«\(title)» сыныбы бұрын бар, бұл «\(name)» болды.",
                en: "There is a class “\(title)” already; this one became “\(name)”."))
    }

    static func massRemoval(_ gone: Int, of all: Int) -> ImportFault {
        error(
            "mass_removal",
            Text(
                ky:
                    "Файл \(all) адамдын \(gone) адамын чыгарат, 20 % дан көп. Ушундай керек болсо: --allow-removal.",
                ru: "Файл убирает \(gone) человек из \(all), это больше 20 %. Если так и нужно: --allow-removal.",
                kk:
                    "Файл \(all) адамның \(gone) адамын шығарады, 20 %-дан көп. Осылай керек болса: --allow-removal.",
                en: "The file drops \(gone) of \(all) people, more than 20 %. If that is meant: --allow-removal."))
    }

    static func leavingUnagreed(_ gone: Int, of all: Int) -> ImportFault {
        error(
            "leaving_unagreed",
            Text(
                ky: "Файлда \(all) адамдын \(gone) адамы жок. Алар кеткен болсо, төмөндө белгилеп, кайра текшериңиз.",
                ru: "В файле нет \(gone) человек из \(all). Если они выбыли, отметьте это ниже и проверьте снова.",
                kk: "Файлда \(all) адамның \(gone) адамы жоқ. Олар кеткен болса, төменде белгілеп, қайта тексеріңіз.",
                en: "The file lacks \(gone) of \(all) people. If they have left, mark it below and check again."))
    }

    static func peopleFirst(_ count: Int) -> ImportFault {
        error(
            "people_first",
            Text(
                ky: "Мектепте файлдагы мугалимдер же класстар жок: \(count). Адегенде катчы адамдарды жүктөсүн.",
                ru: "В школе нет учителей или классов из файла: \(count). Сначала людей загружает делопроизводитель.",
                kk: "Мектепте файлдағы мұғалімдер не сыныптар жоқ: \(count). Алдымен іс жүргізуші адамдарды жүктесін.",
                en: "The school lacks teachers or classes of the file: \(count). Let the clerk bring the people first.")
        )
    }

    static func peopleLeave(_ count: Int) -> ImportFault {
        warning(
            "people_leave",
            Text(
                ky: "Тизмеден чыккандар: \(count).", ru: "Выбывают из списков: \(count).",
                kk: "Тізімнен шығатындар: \(count).", en: "People who leave the lists: \(count)."))
    }
}
