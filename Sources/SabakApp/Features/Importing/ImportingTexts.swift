import SchoolRules
import Web

enum ImportingTexts {
    static let title = Text(ky: "Тизмелерди жүктөө", ru: "Загрузка списков", kk: "Тізімдерді жүктеу", en: "Bring lists")
    static let what = Text(
        ky: "Excel же CSV файлынан. Адегенде эмне болору көрсөтүлөт, анан гана жазылат.",
        ru: "Из файла Excel или CSV. Сначала показываем, что изменится, записываем только после вашего согласия.",
        kk: "Excel не CSV файлынан. Алдымен не өзгеретіні көрсетіледі, содан кейін ғана жазылады.",
        en: "From an Excel or CSV file. First you see what would change; nothing is written until you agree.")
    static let bring = Text(
        ky: "Тизмени жүктөө", ru: "Загрузить список", kk: "Тізімді жүктеу", en: "Bring a list")
    static let mine = Text(
        ky: "Жүктөлгөн тизмелер", ru: "Загруженные списки", kk: "Жүктелген тізімдер", en: "Lists brought so far")
    static let none = Text(
        ky: "Азырынча тизме жүктөлгөн жок.", ru: "Списков пока не загружали.", kk: "Әзірге тізім жүктелмеген.",
        en: "No list has been brought yet.")
    static let kept = Text(
        ky: "Жүктөлгөн файл тизме жазылгандан кийин дароо, калганы 30 күндөн кийин өчүрүлөт.",
        ru: "Файл удаляется сразу после записи списка, остальное — через 30 дней.",
        kk: "Файл тізім жазылған соң бірден, қалғаны 30 күннен кейін өшіріледі.",
        en: "The file is removed as soon as the list is in, all else after 30 days.")
    static let file = Text(ky: "Файл", ru: "Файл", kk: "Файл", en: "File")
    static let kind = Text(ky: "Эмне", ru: "Что", kk: "Не", en: "What")
    static let state = Text(ky: "Абалы", ru: "Состояние", kk: "Күйі", en: "State")
    static let who = Text(ky: "Ким", ru: "Кто", kk: "Кім", en: "Who")
    static let when = Text(ky: "Качан", ru: "Когда", kk: "Қашан", en: "When")
    static let upload = Text(ky: "Жүктөө", ru: "Загрузить", kk: "Жүктеу", en: "Upload")
    static let remove = Text(ky: "Өчүрүү", ru: "Удалить", kk: "Өшіру", en: "Remove")
    static let removed = Text(
        ky: "Тизме өчүрүлдү. Мурда жазылгандар өзгөргөн жок.",
        ru: "Список удалён. То, что уже записано, не изменилось.",
        kk: "Тізім өшірілді. Бұрын жазылғандар өзгермеді.",
        en: "The list is removed. What was written before has not changed.")
    static let toLists = Text(ky: "Бардык тизмелер", ru: "Все списки", kk: "Барлық тізімдер", en: "All lists")
    static let firstDay = Text(
        ky: "Жаңы жүгүртмө ушул күндөн", ru: "Новое расписание действует с", kk: "Жаңа кесте осы күннен",
        en: "The new timetable holds from")
    static let size = Text(
        ky: "Эң көп \(UploadedFiles.mostBytes >> 20) МБ.", ru: "Не больше \(UploadedFiles.mostBytes >> 20) МБ.",
        kk: "Ең көбі \(UploadedFiles.mostBytes >> 20) МБ.", en: "At most \(UploadedFiles.mostBytes >> 20) MB.")

    static let noFile = Text(ky: "Файлды тандаңыз", ru: "Выберите файл", kk: "Файлды таңдаңыз", en: "Choose a file")
    static func tooLarge(_ bytes: Int) -> Text {
        let size = (bytes + (1 << 20) - 1) >> 20
        let most = UploadedFiles.mostBytes >> 20
        return Text(
            ky: "Файл \(size) МБ, эң көп \(most) МБ болот. Сүрөттөрдү, бош барактарды өчүрүп, кайра сактаңыз.",
            ru: "Файл занимает \(size) МБ, можно не больше \(most). Уберите картинки и лишние листы и сохраните снова.",
            kk: "Файл \(size) МБ, ең көбі \(most) МБ болады. Суреттер мен артық парақтарды өшіріп, қайта сақтаңыз.",
            en: "The file has \(size) MB, \(most) is the most. Remove pictures and spare sheets and save it again.")
    }
    static let notRead = Text(
        ky: "Файл толук келген жок. Кайра жөнөтүңүз.", ru: "Файл дошёл не полностью. Отправьте ещё раз.",
        kk: "Файл толық келмеді. Қайта жіберіңіз.", en: "The file did not arrive whole. Send it again.")
    static let tooMany = Text(
        ky: "Бүтпөгөн тизмелер өтө көп. Керексиздерин өчүрүңүз.",
        ru: "Слишком много незаконченных списков. Удалите ненужные.",
        kk: "Аяқталмаған тізімдер тым көп. Керексіздерін өшіріңіз.",
        en: "There are too many unfinished lists. Remove those you do not need.")
    static let noDay = Text(
        ky: "Ушул окуу жылынын күнүн жазыңыз", ru: "Укажите день этого учебного года",
        kk: "Осы оқу жылының күнін жазыңыз", en: "Give a day of this school year")

    static func kind(_ kind: ImportKind) -> Text {
        switch kind {
        case .students:
            Text(
                ky: "Окуучулар жана ата-энелер", ru: "Ученики и родители", kk: "Оқушылар мен ата-аналар",
                en: "Students and parents")
        case .staff: Text(ky: "Кызматкерлер", ru: "Сотрудники", kk: "Қызметкерлер", en: "Staff")
        case .load: Text(ky: "Жүктөм", ru: "Нагрузка", kk: "Жүктеме", en: "Load")
        case .timetable:
            Text(ky: "Жүгүртмө, тизме", ru: "Расписание списком", kk: "Кесте, тізім", en: "Timetable as a list")
        case .asc:
            Text(
                ky: "Жүгүртмө, aSc Timetables", ru: "Расписание из aSc Timetables", kk: "Кесте, aSc Timetables",
                en: "Timetable of aSc Timetables")
        case .people:
            Text(
                ky: "OneRoster: адамдар", ru: "OneRoster: люди и классы", kk: "OneRoster: адамдар",
                en: "OneRoster: people and classes")
        case .teaching:
            Text(
                ky: "OneRoster: жүктөм", ru: "OneRoster: нагрузка", kk: "OneRoster: жүктеме", en: "OneRoster: load")
        case .fet: Text(ky: "Жүгүртмө, FET", ru: "Расписание из FET", kk: "Кесте, FET", en: "Timetable of FET")
        case .plan:
            Text(
                ky: "Календардык-тематикалык план", ru: "Календарно-тематический план",
                kk: "Күнтізбелік-тақырыптық жоспар", en: "Calendar-thematic plan")
        }
    }

    /// What the file has to hold.
    static func needs(_ kind: ImportKind) -> Text {
        switch kind {
        case .students:
            Text(
                ky: "Аты-жөнү жана классы керек. Туулган күнү, ПИН, жынысы, дареги, ата-энеси, телефону болсо алынат. "
                    + "Ар бир класс өз барагында болсо да болот.",
                ru: "Нужны ФИО и класс. Дата рождения, ПИН, пол, адрес, родители и телефоны берутся, если есть. "
                    + "Классы могут быть на отдельных листах.",
                kk: "Аты-жөні мен сыныбы керек. Туған күні, ЖСН, жынысы, мекенжайы, ата-анасы, телефоны болса алынады. "
                    + "Әр сынып өз парағында болса да болады.",
                en: "Full name and class are needed. Date of birth, PIN, sex, address, parents and phones are taken "
                    + "where they are. Classes may stand on sheets of their own.")
        case .staff:
            Text(
                ky: "Аты-жөнү керек. Кызматы, туулган күнү, телефону болсо алынат. Ролду тизме бербейт.",
                ru: "Нужны ФИО. Должность, дата рождения и телефон берутся, если есть. Ролей список не даёт.",
                kk: "Аты-жөні керек. Лауазымы, туған күні, телефоны болса алынады. Рөлді тізім бермейді.",
                en: "Full names are needed. Position, date of birth and phone are taken where they are. A list gives "
                    + "no roles.")
        case .load:
            Text(
                ky:
                    "Класс, предмет, мугалим жана жумасына саат; топ болсо топ. "
                    + "Класстары тилке болгон таблица да болот.",
                ru:
                    "Класс, предмет, учитель и часы в неделю; группа, если есть. "
                    + "Подойдёт и таблица с классами в столбцах.",
                kk: "Сынып, пән, мұғалім және аптасына сағат; топ болса топ. Сыныптары баған болған кесте де болады.",
                en: "Class, subject, teacher and hours a week; the group if there is one. A table with a column a "
                    + "class will do too.")
        case .timetable:
            Text(
                ky: "Класс, күн, сабактын номери, предмет; кабинет, топ, А/Б жума болсо алынат. Жаңы версия түзүлөт.",
                ru:
                    "Класс, день, номер урока, предмет; кабинет, группа, неделя А/Б, если есть. "
                    + "Создаётся новая версия.",
                kk: "Сынып, күн, сабақ нөмірі, пән; кабинет, топ, А/Б апта болса алынады. Жаңа нұсқа жасалады.",
                en:
                    "Class, day, lesson number, subject; room, group and week A/B where they are. "
                    + "A new version is made."
            )
        case .asc:
            Text(
                ky: "aSc Timetables: Файл → Экспорт → aSc XML. Жаңы версия түзүлөт, мурункусу калат.",
                ru: "aSc Timetables: Файл → Экспорт → aSc XML. Создаётся новая версия, прежняя остаётся.",
                kk: "aSc Timetables: Файл → Экспорт → aSc XML. Жаңа нұсқа жасалады, бұрынғысы қалады.",
                en: "aSc Timetables: File → Export → aSc XML. A new version is made, the old one stays.")
        case .fet:
            Text(
                ky: "NAME_data_and_timetable.fet, же .fet менен бирге NAME_activities.xml. Эки файлды бирге тандаңыз.",
                ru: "NAME_data_and_timetable.fet или .fet вместе с NAME_activities.xml — выберите оба файла сразу.",
                kk: "NAME_data_and_timetable.fet немесе .fet пен NAME_activities.xml — екі файлды бірге таңдаңыз.",
                en: "NAME_data_and_timetable.fet, or the .fet with NAME_activities.xml: choose both files at once.")
        case .people:
            Text(
                ky: "Башка программадан алынган OneRoster 1.1 же 1.2 архиви: окуучулар, ата-энелер, кызматкерлер, "
                    + "класстар.",
                ru: "Архив OneRoster 1.1 или 1.2 из другой программы: ученики, родители, сотрудники, классы.",
                kk: "Басқа бағдарламадан алынған OneRoster 1.1 не 1.2 архиві: оқушылар, ата-аналар, қызметкерлер, "
                    + "сыныптар.",
                en: "A OneRoster 1.1 or 1.2 archive of another program: students, parents, staff, classes.")
        case .teaching:
            Text(
                ky: "Ошол эле OneRoster архиви: предметтер, топтор жана алардын мугалимдери. Адамдарды мурда катчы "
                    + "жүктөйт.",
                ru:
                    "Тот же архив OneRoster: предметы, группы и их учителя. "
                    + "Людей до этого загружает делопроизводитель.",
                kk: "Сол OneRoster архиві: пәндер, топтар және олардың мұғалімдері. Адамдарды бұған дейін іс жүргізуші "
                    + "жүктейді.",
                en:
                    "The same OneRoster archive: subjects, groups and their teachers. "
                    + "The clerk brings the people first."
            )
        case .plan:
            Text(
                ky: "Тема керек; саат, бөлүм, үй тапшырма болсо алынат. Предмет менен параллель өз тилкесинде же "
                    + "таблицанын үстүндө турсун.",
                ru: "Нужны темы; часы, раздел и домашнее задание берутся, если есть. Предмет и параллель — в столбцах "
                    + "или над таблицей.",
                kk: "Тақырып керек; сағат, бөлім, үй тапсырмасы болса алынады. Пән мен параллель өз бағанында не "
                    + "кестенің үстінде тұрсын.",
                en: "Topics are needed; hours, section and homework are taken where they are. Subject and grade stand "
                    + "in columns or above the table.")
        }
    }

    static func state(_ state: ImportState) -> Text {
        switch state {
        case .uploaded:
            Text(
                ky: "Тилкелерин текшериңиз", ru: "Проверьте столбцы", kk: "Бағандарын тексеріңіз",
                en: "Check the columns")
        case .checking: Text(ky: "Текшерилүүдө", ru: "Проверяется", kk: "Тексерілуде", en: "Being checked")
        case .ready: Text(ky: "Жазууга даяр", ru: "Готов к записи", kk: "Жазуға дайын", en: "Ready to be written")
        case .running: Text(ky: "Жазылууда", ru: "Записывается", kk: "Жазылуда", en: "Being written")
        case .done: Text(ky: "Жазылды", ru: "Записан", kk: "Жазылды", en: "Written")
        case .failed:
            Text(
                ky: "Үзүлдү, эч нерсе жазылган жок", ru: "Прервано, ничего не записано", kk: "Үзілді, ештеңе жазылмады",
                en: "Broken off, nothing was written")
        }
    }
}
