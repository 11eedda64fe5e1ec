import Web

/// Problems of timetables that other programs have made.
extension ImportFault {
    static func wrongProgram(_ root: String) -> ImportFault {
        error(
            "wrong_file",
            Text(
                ky: "Бул файл ал программадан эмес («\(root)»).", ru: "Это файл не той программы («\(root)»).",
                kk: "Бұл файл ол бағдарламадан емес («\(root)»).", en: "This is a file of something else (“\(root)”)."))
    }

    static let fetWithoutData = error(
        "fet_without_data",
        Text(
            ky: "Бул FET түзгөн жадыбал гана. Жанындагы .fet файлды же папканы бүт бериңиз.",
            ru: "Это только результат FET. Дайте файл .fet рядом с ним или всю папку.",
            kk: "Бұл FET жасаған кесте ғана. Жанындағы .fet файлын не бүкіл қалтаны беріңіз.",
            en: "This is only a result of FET. Give the .fet file beside it, or the whole folder."))

    static func fetDays(_ count: Int) -> ImportFault {
        error(
            "too_many_days",
            Text(
                ky: "Файлда \(count) күн бар, жумада жети.", ru: "В файле \(count) дней, в неделе семь.",
                kk: "Файлда \(count) күн бар, аптада жеті.", en: "The file has \(count) days; a week has seven."))
    }

    static func exportLimited(_ placed: Int, _ named: Int) -> ImportFault {
        error(
            "export_limited",
            Text(
                ky: "Файлда \(named) сабактын \(placed) гана орду бар: акысыз версия он карточканы гана чыгарат. Толук "
                    + "версиядан чыгарыңыз.",
                ru: "В файле места только \(placed) из \(named) уроков: бесплатная версия выгружает десять карточек. "
                    + "Выгрузите из полной версии.",
                kk: "Файлда \(named) сабақтың \(placed) ғана орны бар: тегін нұсқа он карточканы ғана шығарады. Толық "
                    + "нұсқадан шығарыңыз.",
                en: "The file places only \(placed) of \(named) lessons: the free version exports ten cards. Export "
                    + "from the full version."))
    }

    static func lostNames(_ name: String) -> ImportFault {
        error(
            "lost_letters",
            Text(
                ky: "«\(name)»: тамгалар жоголгон. Файлды UTF-8 коддоосунда чыгарыңыз.",
                ru: "«\(name)»: буквы потеряны. Выгрузите файл в кодировке UTF-8.",
                kk: "«\(name)»: әріптер жоғалған. Файлды UTF-8 кодында шығарыңыз.",
                en: "“\(name)”: letters were lost. Export the file as UTF-8."))
    }

    static func unknownID(_ id: String) -> ImportFault {
        warning(
            "unknown_reference",
            Text(
                ky: "Файлда «\(id)» жок, бул жер алынган жок.", ru: "В файле нет «\(id)», это место не взято.",
                kk: "Файлда «\(id)» жоқ, бұл жер алынбады.", en: "The file has no “\(id)”; this was left out."))
    }

    static func wrongMask(_ mask: String) -> ImportFault {
        warning(
            "bad_mask",
            Text(
                ky: "«\(mask)»: күндөрдүн же жумалардын белгиси туура эмес, сабактын орду белгисиз.",
                ru: "«\(mask)»: неверная маска дней или недель, место урока неизвестно.",
                kk: "«\(mask)»: күндер не апталар маскасы қате, сабақтың орны белгісіз.",
                en: "“\(mask)”: a wrong mask of days or weeks; the place of the lesson is unknown."))
    }

    static func weekCycle(_ mask: String) -> ImportFault {
        warning(
            "week_cycle",
            Text(
                ky: "«\(mask)»: эки жумадан узун тегерек журналда жок.",
                ru: "«\(mask)»: цикла длиннее двух недель нет.",
                kk: "«\(mask)»: екі аптадан ұзын айналым жоқ.",
                en: "“\(mask)”: there is no cycle longer than two weeks."))
    }

    static func wrongPeriod(_ name: String) -> ImportFault {
        warning(
            "bad_lesson",
            Text(
                ky: "«\(name)»: мындай сабактын номери жок.", ru: "«\(name)»: нет такого номера урока.",
                kk: "«\(name)»: мұндай сабақ нөмірі жоқ.", en: "“\(name)”: there is no such lesson number."))
    }

    static let partOfYear = warning(
        "part_of_year",
        Text(
            ky: "Сабак айрым чейректерде гана; бүт жылга коюлат.",
            ru: "Урок только в части периодов; ставится на весь год.",
            kk: "Сабақ кейбір тоқсандарда ғана; бүкіл жылға қойылады.",
            en: "The lesson is held in some terms only; it is placed for the whole year."))

    static func notAClass(_ title: String, _ cards: Int) -> ImportFault {
        warning(
            "not_a_class",
            Text(
                ky: "«\(title)» класс эмес, сабактары алынган жок (\(cards)).",
                ru: "«\(title)» не класс, уроки не взяты (\(cards)).",
                kk: "«\(title)» сынып емес, сабақтары алынбады (\(cards)).",
                en: "“\(title)” is no class; its lessons were left out (\(cards))."))
    }

    static func lessonsUnplaced(_ count: Int) -> ImportFault {
        warning(
            "unplaced",
            Text(
                ky: "Коюла элек сабактар: \(count).", ru: "Нерасставленных уроков: \(count).",
                kk: "Қойылмаған сабақтар: \(count).", en: "Lessons without a place: \(count)."))
    }

    static let nothingPlaced = error(
        "no_cards",
        Text(
            ky: "Файлда коюлган бир да сабак жок.", ru: "В файле нет ни одного расставленного урока.",
            kk: "Файлда қойылған бірде-бір сабақ жоқ.", en: "The file places no lesson."))

    static func newPage(_ words: String) -> ImportFault {
        warning(
            "new_page",
            Text(
                ky: "Жүктөмгө кошулат: \(words).", ru: "Добавляется в нагрузку: \(words).",
                kk: "Жүктемеге қосылады: \(words).", en: "Added to the load: \(words)."))
    }

    static func newTeacher(_ name: String) -> ImportFault {
        warning(
            "new_teacher",
            Text(
                ky: "Кызматкер катары кошулат: \(name).", ru: "Добавляется сотрудник: \(name).",
                kk: "Қызметкер ретінде қосылады: \(name).", en: "Added to the staff: \(name)."))
    }

    static func newClass(_ name: String) -> ImportFault {
        warning(
            "new_class",
            Text(
                ky: "\(name) классы кошулат.", ru: "Добавляется класс \(name).", kk: "\(name) сыныбы қосылады.",
                en: "The class \(name) is added."))
    }

    static func noTeacher(_ words: String) -> ImportFault {
        warning(
            "no_teacher",
            Text(
                ky: "\(words): мугалими көрсөтүлгөн эмес, алынган жок.", ru: "\(words): учитель не указан, не взято.",
                kk: "\(words): мұғалімі көрсетілмеген, алынбады.", en: "\(words): no teacher is named; left out."))
    }
}
