import Sheets
import Web

/// Problems any file may have.
extension ImportFault {
    static let noSuchFile = error(
        "no_such_file",
        Text(
            ky: "Мындай файл же папка жок.", ru: "Нет такого файла или папки.", kk: "Мұндай файл немесе қалта жоқ.",
            en: "There is no such file or folder."))

    static func moreErrors(_ count: Int) -> ImportFault {
        error("more_problems", more(count))
    }

    static func moreWarnings(_ count: Int) -> ImportFault {
        warning("more_problems", more(count))
    }

    private static func more(_ count: Int) -> Text {
        Text(
            ky: "Дагы \(count) көйгөй бар, алар көрсөтүлгөн жок.", ru: "Ещё проблем: \(count), они не показаны.",
            kk: "Тағы \(count) мәселе бар, олар көрсетілмеген.", en: "\(count) more problems are not shown.")
    }

    static func missingColumn(_ name: String) -> ImportFault {
        error(
            "missing_column",
            Text(
                ky: "«\(name)» тилкеси жок.", ru: "Нет столбца «\(name)».", kk: "«\(name)» бағаны жоқ.",
                en: "The column “\(name)” is missing."))
    }

    static func duplicateColumn(_ name: String) -> ImportFault {
        error(
            "duplicate_column",
            Text(
                ky: "«\(name)» тилкеси эки жолу бар.", ru: "Столбец «\(name)» есть дважды.",
                kk: "«\(name)» бағаны екі рет бар.", en: "The column “\(name)” comes twice."))
    }

    static func extraColumn(_ name: String) -> ImportFault {
        warning(
            "unknown_column",
            Text(
                ky: "«\(name)» тилкеси белгисиз, окулган жок.", ru: "Столбец «\(name)» неизвестен и не прочитан.",
                kk: "«\(name)» бағаны белгісіз, оқылмады.", en: "The column “\(name)” is unknown and was not read."))
    }

    static func missingValue(_ name: String) -> ImportFault {
        error(
            "missing_value",
            Text(
                ky: "«\(name)» толтурулган эмес.", ru: "«\(name)» не заполнено.", kk: "«\(name)» толтырылмаған.",
                en: "“\(name)” is blank."))
    }

    static func badDay(_ value: String) -> ImportFault {
        error(
            "bad_date",
            Text(
                ky: "«\(value)» деген күн жок.", ru: "«\(value)» не является датой.", kk: "«\(value)» деген күн жоқ.",
                en: "“\(value)” is not a date."))
    }

    /// A file that a reader of sheets refuses.
    static func sheet(_ problem: SheetProblem) -> ImportFault {
        error(code(problem.code), words(problem))
    }

    private static func code(_ code: SheetProblem.Code) -> String {
        code.rawValue.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }

    private static func words(_ problem: SheetProblem) -> Text {
        switch problem.code {
        case .unsafeName, .duplicateName: unsafeName(problem.sheet ?? "")
        case .oldExcel, .htmlNotExcel, .openDocument: saveAsWorkbook
        case .emptyFile:
            Text(
                ky: "Файл бош. Excel'де саптары барын карап, .xlsx түрүндө сактап, кайра жүктөңүз.",
                ru:
                    "Файл пуст. Проверьте в Excel, что строки на месте, сохраните как .xlsx и загрузите снова.",
                kk: "Файл бос. Excel-де жолдары барын қарап, .xlsx түрінде сақтап, қайта жүктеңіз.",
                en:
                    "The file is empty. See in Excel that its rows are there, save it as .xlsx and bring it again."
            )
        case .unreadable, .truncated, .missingEntry:
            andSave(
                Text(
                    ky: "Файл бузулган же башка түрдө.", ru: "Файл повреждён или другого вида.",
                    kk: "Файл бүлінген немесе басқа түрде.", en: "The file is damaged or of another kind."))
        case .tooLarge, .tooManyCells, .tooManyEntries:
            Text(ky: "Файл өтө чоң.", ru: "Файл слишком велик.", kk: "Файл тым үлкен.", en: "The file is too large.")
        case .encrypted:
            Text(
                ky: "Файл сырсөз менен жабык. Excel'де ачып, сырсөзүн алып салып, кайра жүктөңүз.",
                ru: "Файл закрыт паролем. Откройте его в Excel, снимите пароль и загрузите снова.",
                kk: "Файл құпиясөзбен жабық. Excel-де ашып, құпиясөзін алып тастап, қайта жүктеңіз.",
                en: "The file is locked by a password. Open it in Excel, take the password off and bring it again.")
        case .doctype:
            Text(
                ky: "Файлда тыюу салынган XML бар.", ru: "В файле запрещённый XML.",
                kk: "Файлда тыйым салынған XML бар.",
                en: "The file holds forbidden XML.")
        case .notASpreadsheet, .nulByte:
            andSave(
                Text(
                    ky: "Бул таблица эмес.", ru: "Это не таблица.", kk: "Бұл кесте емес.",
                    en: "This is not a spreadsheet."))
        case .badEncoding:
            andSave(
                Text(
                    ky: "Текст UTF-8 коддоосунда эмес.", ru: "Текст не в кодировке UTF-8.",
                    kk: "Мәтін UTF-8 кодында емес.", en: "The text is not UTF-8."))
        case .unterminatedQuote, .brokenQuote:
            Text(
                ky: "Тырмакча туура жабылган эмес.", ru: "Кавычка закрыта неверно.", kk: "Тырнақша дұрыс жабылмаған.",
                en: "A quote is not closed properly.")
        case .notWritten:
            Text(
                ky: "Файлды жазууга болбоду.", ru: "Файл не удалось записать.", kk: "Файлды жазу мүмкін болмады.",
                en: "The file could not be written.")
        }
    }

    private static func unsafeName(_ name: String) -> Text {
        Text(
            ky: "Архивде кооптуу же кайталанган ат бар: \(name).",
            ru: "В архиве опасное или повторённое имя: \(name).",
            kk: "Мұрағатта қауіпті не қайталанған атау бар: \(name).",
            en: "The archive holds an unsafe or repeated name: \(name).")
    }

    private static func andSave(_ what: Text) -> Text {
        Text(
            ky: "\(what.ky) Тизмени Excel'де ачып, .xlsx түрүндө сактап, кайра жүктөңүз.",
            ru: "\(what.ru) Откройте список в Excel, сохраните как .xlsx и загрузите снова.",
            kk: "\(what.kk) Тізімді Excel-де ашып, .xlsx түрінде сақтап, қайта жүктеңіз.",
            en: "\(what.en) Open the list in Excel, save it as .xlsx and bring it again.")
    }

    private static let saveAsWorkbook = Text(
        ky: "Файлды Excel'де ачып, .xlsx түрүндө сактаңыз.", ru: "Откройте файл в Excel и сохраните как .xlsx.",
        kk: "Файлды Excel-де ашып, .xlsx түрінде сақтаңыз.", en: "Open the file and save it as .xlsx.")
}
