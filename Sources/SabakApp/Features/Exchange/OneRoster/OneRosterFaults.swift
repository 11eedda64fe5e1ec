import SchoolRules
import Web

/// Problems of the form of a set: manifest, files, headers, cells.
extension ImportFault {
    static func notAtRoot(_ name: String) -> ImportFault {
        error(
            "not_at_root",
            Text(
                ky: "Файлдар архивдин түбүндө болушу керек: \(name).",
                ru: "Файлы должны лежать в корне архива: \(name).",
                kk: "Файлдар мұрағаттың түбірінде болуы керек: \(name).",
                en: "The files must lie at the root of the archive: \(name)."))
    }

    static func fileMissing(_ name: String) -> ImportFault {
        error(
            "file_missing",
            Text(
                ky: "\(name) файлы жок.", ru: "Нет файла \(name).", kk: "\(name) файлы жоқ.",
                en: "The file \(name) is missing."))
    }

    static let fileIgnored = warning(
        "file_ignored",
        Text(
            ky: "Манифест бул файлды жок дейт, ал окулган жок.", ru: "Манифест говорит, что файла нет; он не прочитан.",
            kk: "Манифест бұл файлды жоқ дейді, ол оқылмады.",
            en: "The manifest says this file is absent; it was not read."))

    static func fileNotNamed(_ name: String) -> ImportFault {
        error(
            "file_not_named",
            Text(
                ky: "Манифестте file.\(name) жок.", ru: "В манифесте нет file.\(name).",
                kk: "Манифестте file.\(name) жоқ.",
                en: "The manifest does not name file.\(name)."))
    }

    static func fileNotNamedUnread(_ name: String) -> ImportFault {
        warning("file_not_named", fileNotNamed(name).text)
    }

    static let unknownFile = warning(
        "unknown_file",
        Text(
            ky: "Бул файл топтомго кирбейт, окулган жок.", ru: "Файл не входит в набор и не прочитан.",
            kk: "Бұл файл жинаққа кірмейді, оқылмады.", en: "This file is not part of the set and was not read."))

    static func requiredFileAbsent(_ name: String) -> ImportFault {
        error(
            "required_file_absent",
            Text(
                ky: "\(name) болбосо, мектеп түзүлбөйт.", ru: "Без \(name) школу не создать.",
                kk: "\(name) болмаса, мектеп құрылмайды.", en: "A school cannot be made without \(name)."))
    }

    static let deltaNeedsSchool = error(
        "delta_needs_school",
        Text(
            ky: "Өзгөртүүлөр файлы (delta) буга чейин импорттолгон мектепке гана ылайык.",
            ru: "Файл изменений (delta) подходит только к школе, уже импортированной раньше.",
            kk: "Өзгерістер файлы (delta) бұрын импортталған мектепке ғана жарайды.",
            en: "A file of changes (delta) fits only a school that was imported before."))

    static func duplicateProperty(_ name: String) -> ImportFault {
        error(
            "duplicate_property",
            Text(
                ky: "\(name) эки жолу бар.", ru: "\(name) указано дважды.", kk: "\(name) екі рет бар.",
                en: "\(name) comes twice."))
    }

    static func missingProperty(_ name: String) -> ImportFault {
        error(
            "missing_property",
            Text(
                ky: "Манифестте \(name) жок.", ru: "В манифесте нет \(name).", kk: "Манифестте \(name) жоқ.",
                en: "The manifest does not give \(name)."))
    }

    static func unknownProperty(_ name: String) -> ImportFault {
        warning(
            "unknown_property",
            Text(
                ky: "«\(name)» касиети белгисиз.", ru: "Неизвестное свойство «\(name)».",
                kk: "«\(name)» қасиеті белгісіз.",
                en: "The property “\(name)” is unknown."))
    }

    static func badManifestVersion(_ value: String) -> ImportFault {
        error(
            "bad_manifest_version",
            Text(
                ky: "manifest.version 1.0 болушу керек, «\(value)» эмес.",
                ru: "manifest.version должна быть 1.0, а не «\(value)».",
                kk: "manifest.version 1.0 болуы керек, «\(value)» емес.",
                en: "manifest.version must be 1.0, not “\(value)”."))
    }

    static func unknownVersion(_ value: String) -> ImportFault {
        error(
            "unknown_version",
            Text(
                ky: "OneRoster 1.1 жана 1.2 окулат, «\(value)» эмес.",
                ru: "Читаются OneRoster 1.1 и 1.2, а не «\(value)».",
                kk: "OneRoster 1.1 және 1.2 оқылады, «\(value)» емес.",
                en: "OneRoster 1.1 and 1.2 are read, not “\(value)”."))
    }

    static func missingColumns(_ names: [String]) -> ImportFault {
        warning("missing_column", missingColumn(names.joined(separator: ", ")).text)
    }

    static func raggedRow(found: Int, expected: Int) -> ImportFault {
        error(
            "ragged_row",
            Text(
                ky: "Сапта \(found) уяча бар, \(expected) болушу керек.",
                ru: "В строке ячеек: \(found), а нужно \(expected).",
                kk: "Жолда \(found) ұяшық бар, \(expected) болуы керек.",
                en: "The row has \(found) cells instead of \(expected)."))
    }

    static let lineBreak = error(
        "line_break",
        Text(
            ky: "Уячанын ичинде сап которулган.", ru: "Внутри ячейки есть перевод строки.",
            kk: "Ұяшық ішінде жол ауысқан.", en: "There is a line break inside the cell."))

    static func badID(_ value: String) -> ImportFault {
        let shown = String(value.prefix(60))
        return error(
            "bad_id",
            Text(
                ky: "«\(shown)»: белгиде латын тамгалары, сандар жана . - _ / @ гана болот, 255 белгиге чейин.",
                ru: "«\(shown)»: в обозначении допустимы латинские буквы, цифры и . - _ / @, до 255 знаков.",
                kk: "«\(shown)»: белгіде латын әріптері, сандар және . - _ / @ ғана болады, 255 таңбаға дейін.",
                en: "“\(shown)”: an id holds Latin letters, digits and . - _ / @, at most 255 characters."))
    }

    static func duplicateID(_ value: String, first: Int) -> ImportFault {
        error(
            "duplicate_id",
            Text(
                ky: "«\(value)» мурда \(first)-сапта бар.", ru: "«\(value)» уже есть в строке \(first).",
                kk: "«\(value)» бұрын \(first)-жолда бар.", en: "“\(value)” stands in row \(first) already."))
    }

    static func notBlankInBulk(_ name: String, _ value: String) -> ImportFault {
        error(
            "not_blank_in_bulk",
            Text(
                ky: "Толук файлда (bulk) \(name) бош болушу керек, бул жерде «\(value)».",
                ru: "В полном файле (bulk) \(name) должно быть пусто, а здесь «\(value)».",
                kk: "Толық файлда (bulk) \(name) бос болуы керек, мұнда «\(value)».",
                en: "In a bulk file \(name) must be blank, but here it is “\(value)”."))
    }

    static func blankInDelta(_ name: String) -> ImportFault {
        error(
            "blank_in_delta",
            Text(
                ky: "Өзгөртүүлөр файлында (delta) \(name) толтурулушу керек.",
                ru: "В файле изменений (delta) \(name) должно быть заполнено.",
                kk: "Өзгерістер файлында (delta) \(name) толтырылуы керек.",
                en: "In a delta file \(name) must be filled."))
    }

    static func badInstant(_ value: String) -> ImportFault {
        error(
            "bad_instant",
            Text(
                ky: "«\(value)»: убакыт 2026-09-01T08:00:00Z түрүндө жазылат.",
                ru: "«\(value)»: время пишется как 2026-09-01T08:00:00Z.",
                kk: "«\(value)»: уақыт 2026-09-01T08:00:00Z түрінде жазылады.",
                en: "“\(value)”: a time is written as 2026-09-01T08:00:00Z."))
    }

    static func badWord(_ value: String, _ words: [String]) -> ImportFault {
        let list = words.joined(separator: ", ")
        return error(
            "bad_value",
            Text(
                ky: "«\(value)» болбойт. Болот: \(list).", ru: "«\(value)» не подходит. Возможно: \(list).",
                kk: "«\(value)» болмайды. Болады: \(list).", en: "“\(value)” is not one of: \(list)."))
    }

    static func badYear(_ value: String) -> ImportFault {
        error(
            "bad_year",
            Text(
                ky: "«\(value)» жыл эмес.", ru: "«\(value)» не является годом.", kk: "«\(value)» жыл емес.",
                en: "“\(value)” is not a year."))
    }

    static let datesReversed = error(
        "dates_reversed",
        Text(
            ky: "Аягы башынан мурда.", ru: "Конец раньше начала.", kk: "Соңы басынан бұрын.",
            en: "The end comes before the beginning."))

    static func unknownGrade(_ value: String) -> ImportFault {
        warning(
            "unknown_grade",
            Text(
                ky: "«\(value)»: параллель эки сан менен жазылат, мисалы 05.",
                ru: "«\(value)»: параллель пишется двумя цифрами, например 05.",
                kk: "«\(value)»: параллель екі санмен жазылады, мысалы 05.",
                en: "“\(value)”: a grade is written with two digits, such as 05."))
    }

    static func unequalSubjects(names: Int, codes: Int) -> ImportFault {
        error(
            "unequal_subjects",
            Text(
                ky: "Предметтер \(names), алардын коддору \(codes): бирдей болушу керек.",
                ru: "Предметов \(names), кодов \(codes): должно быть поровну.",
                kk: "Пәндер \(names), олардың кодтары \(codes): бірдей болуы керек.",
                en: "There are \(names) subjects and \(codes) codes; the counts must be equal."))
    }

    static func unknownReference(_ id: String, in file: String) -> ImportFault {
        error(
            "unknown_reference",
            Text(
                ky: "\(file) ичинде «\(id)» жок.", ru: "В \(file) нет «\(id)».", kk: "\(file) ішінде «\(id)» жоқ.",
                en: "There is no “\(id)” in \(file)."))
    }

    static func noRole(_ id: String) -> ImportFault {
        error(
            "no_role",
            Text(
                ky: "«\(id)» үчүн roles.csv ичинде роль жок.", ru: "Для «\(id)» нет роли в roles.csv.",
                kk: "«\(id)» үшін roles.csv ішінде рөл жоқ.", en: "“\(id)” has no role in roles.csv."))
    }

    static func classNameTaken(_ name: ClassName) -> ImportFault {
        error(
            "class_name_taken",
            Text(
                ky: "Мектепте башка \(name.display(Language.ky)) классы бар. Файлда бул классты башкача атаңыз.",
                ru: "В школе уже есть другой класс \(name.display(Language.ru)). Назовите этот класс в файле иначе.",
                kk: "Мектепте басқа \(name.display(Language.kk)) сыныбы бар. Файлда бұл сыныпты басқаша атаңыз.",
                en:
                    "The school has another class \(name.display(Language.en)). Name this class otherwise in the file."
            ))
    }
}
