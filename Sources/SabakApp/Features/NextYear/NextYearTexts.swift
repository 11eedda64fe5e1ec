import SchoolRules
import Web

enum NextYearTexts {
    static let what = Text(
        ky: "Администратор даярдайт, директор тастыктайт. Тастыкталмайынча эч нерсе өзгөрбөйт.",
        ru: "Готовит администратор, подтверждает директор. До подтверждения ничего не меняется.",
        kk: "Әкімші дайындайды, директор растайды. Расталғанша ештеңе өзгермейді.",
        en: "The administrator prepares it, the director confirms it. Nothing changes before that.")
    static let noClasses = Text(
        ky: "Жаңы жылга өткөрө турган класс жок.", ru: "Нет классов, которые перешли бы в новый год.",
        kk: "Жаңа жылға өтетін сынып жоқ.", en: "There are no classes to take into a new year.")
    static let prepareFirst = Text(
        ky: "Ар бир класс үчүн сунушту карап чыгып, даярдаңыз. Ким класста калаары андан кийин көрсөтүлөт.",
        ru: "Проверьте предложение по каждому классу и подготовьте год. Кто остаётся на второй год — после этого.",
        kk: "Әр сыныптың ұсынысын қарап, жылды дайындаңыз. Кім қалатыны содан кейін көрсетіледі.",
        en: "Look at the proposal for each class and prepare the year. Who stays behind is said after that.")
    static let notPrepared = Text(
        ky: "Администратор даярдай элек. Төмөндө — сунуш.",
        ru: "Администратор ещё не подготовил год. Ниже — предложение.",
        kk: "Әкімші әлі дайындаған жоқ. Төменде — ұсыныс.",
        en: "The administrator has not prepared it yet. Below is the proposal.")
    static let up = Text(
        ky: "класс өтөт", ru: "классов переходит", kk: "сынып көшеді", en: "classes go up")
    static let leavers = Text(
        ky: "окуучу бүтүрөт", ru: "учеников выпускается", kk: "оқушы бітіреді", en: "students leave")
    static let staying = Text(
        ky: "Класс менен эмес", ru: "Не с классом", kk: "Сыныппен емес", en: "Not with the class")
    static let stayers = Text(
        ky: "окуучу класста калат", ru: "остаются на второй год", kk: "оқушы сыныпта қалады",
        en: "students stay in the grade")
    static let movers = Text(
        ky: "окуучу башка класска өтөт", ru: "переходят в другой класс", kk: "оқушы басқа сыныпқа көшеді",
        en: "students go to another class")
    static let madeAnew = Text(
        ky: "Жаңыдан түзүлөт", ru: "Создаётся заново", kk: "Жаңадан құрылады", en: "Made anew")
    static let pages = Text(
        ky: "барак мугалими менен өтөт", ru: "страниц с учителями", kk: "бет мұғалімімен өтеді",
        en: "pages keep their teachers")
    static let also = Text(
        ky: """
            Чейректер жана каникулдар өлкөнүн үлгүсүнөн алынат, коңгуроолор ошол бойдон калат. Биринчи \
            класстарды мектеп кошот.
            """,
        ru: "Четверти и каникулы берутся из образца страны, звонки остаются прежними. Первые классы добавит школа.",
        kk: """
            Тоқсандар мен демалыстар ел үлгісінен алынады, қоңыраулар сол күйінде қалады. Бірінші сыныптарды \
            мектеп қосады.
            """,
        en: "Terms and breaks come from the country's pattern, bells stay. First grades are added by the school.")
    static let leavingDay = Text(
        ky: "Бүтүрүүчүлөрдүн акыркы күнү", ru: "Последний день выпускников", kk: "Бітірушілердің соңғы күні",
        en: "Last day of the leavers")
    static let now = Text(ky: "Азыр", ru: "Сейчас", kk: "Қазір", en: "Now")
    static let students = Text(ky: "Окуучулар", ru: "Ученики", kk: "Оқушылар", en: "Students")
    static let becomes = Text(ky: "Эмне болот", ru: "Что будет", kk: "Не болады", en: "What becomes of it")
    static let name = Text(ky: "Жаңы аты", ru: "Новое название", kk: "Жаңа атауы", en: "New name")
    static let teachers = Text(
        ky: "Мугалимдер өтөт", ru: "Учителя переходят", kk: "Мұғалімдер өтеді", en: "Teachers go on")
    static let keeps = Text(ky: "ооба", ru: "да", kk: "иә", en: "yes")
    static let choose = Text(ky: "тандоо", ru: "выбрать", kk: "таңдау", en: "choose")
    static let prepare = Text(ky: "Жылды даярдоо", ru: "Подготовить год", kk: "Жылды дайындау", en: "Prepare the year")
    static let savePlan = Text(
        ky: "Өзгөртүүнү сактоо", ru: "Сохранить изменения", kk: "Өзгерісті сақтау", en: "Save the changes")
    static let decision = Text(ky: "Чечим", ru: "Решение", kk: "Шешім", en: "Decision")
    static let confirm = Text(
        ky: "Жаңы жылды тастыктоо",
        ru: "Подтвердить новый год",
        kk: "Жаңа жылды растау",
        en: "Confirm the new year")
    static let withdraw = Text(ky: "Кайтарып алуу", ru: "Отозвать", kk: "Қайтарып алу", en: "Withdraw")
    static let directorWill = Text(
        ky: "Тастыктоону директор ушул барактан жасайт.", ru: "Подтверждает директор на этой же странице.",
        kk: "Директор осы беттен растайды.", en: "The director confirms it on this page.")
    static let onConfirm = Text(
        ky: """
            Тастыктаганда жаңы класстар, тизмелер, топтор жана жүктөмдүн сунушу түзүлөт; эски жылдын \
            баалары, сабактары жана тизмелери ошол бойдон калат. Артка кайтаруу жок.
            """,
        ru: """
            При подтверждении появятся новые классы, списки, подгруппы и предложение нагрузки; оценки, уроки \
            и списки старого года останутся как есть. Отменить это нельзя.
            """,
        kk: """
            Растағанда жаңа сыныптар, тізімдер, топтар және жүктеме ұсынысы жасалады; ескі жылдың бағалары, \
            сабақтары мен тізімдері сол күйінде қалады. Кері қайтаруға болмайды.
            """,
        en: """
            Confirming makes the new classes, lists, subgroups and proposed load; marks, lessons and lists \
            of the old year stay as they are. It cannot be undone.
            """
    )
    static let joinsNobody = Text(
        ky: "Ал класс өтпөйт: өткөн классты тандаңыз.",
        ru: "Тот класс не переходит: выберите класс, который переходит.",
        kk: "Ол сынып көшпейді: көшетін сыныпты таңдаңыз.", en: "That class does not go up: choose one that does.")
    static let newLetter = Text(
        ky: "Жаңы класстын тамгасы", ru: "Буква нового класса", kk: "Жаңа сыныптың әрпі", en: "Letter of a new class")
    static let newLetterHint = Text(
        ky: "Класс бөлүнсө: тамганы жазып, ага өтө тургандардан «жаңы класска» дегенди тандаңыз.",
        ru: "Если класс делится: напишите букву и выберите «в новый класс» тем, кто в него переходит.",
        kk: "Сынып бөлінсе: әріпті жазып, оған көшетіндерге «жаңа сыныпқа» дегенді таңдаңыз.",
        en: "Where a class is divided: write the letter and choose “to the new class” for those who go there.")
    static let goesToNew = Text(
        ky: "жаңы класска өтөт", ru: "в новый класс", kk: "жаңа сыныпқа көшеді", en: "to the new class")
    static let plans = Text(ky: "план", ru: "план", kk: "жоспар", en: "plan")
    static let wholeLoad = Text(
        ky: "Жаңы жылдын жүктөмү", ru: "Нагрузка нового года", kk: "Жаңа жылдың жүктемесі", en: "Load of the new year")
    static let newClasses = Text(
        ky: "Жаңы жылдын класстары", ru: "Классы нового года", kk: "Жаңа жылдың сыныптары",
        en: "Classes of the new year")
    static let notSaved = Text(
        ky: "Сакталган жок: белгиленген жерлерди оңдоңуз.", ru: "Не сохранено: исправьте отмеченное.",
        kk: "Сақталмады: белгіленгенді түзетіңіз.", en: "Not saved: mend what is marked.")
    static let dayOutsideYear = Text(
        ky: "Ушул окуу жылынын күнүн көрсөтүңүз.", ru: "Укажите день этого учебного года.",
        kk: "Осы оқу жылының күнін көрсетіңіз.", en: "Give a day of this school year.")
    static let badLetter = Text(
        ky: "Тамганы мындай жазыңыз: А, Б же 1.", ru: "Напишите букву так: А, Б или 1.",
        kk: "Әріпті былай жазыңыз: А, Ә немесе 1.", en: "Write the letter like this: А, Б or 1.")
    static let nameTaken = Text(
        ky: "Мындай класс болуп калды: башка тамга бериңиз.", ru: "Такой класс уже есть: дайте другую букву.",
        kk: "Мұндай сынып бар: басқа әріп беріңіз.", en: "There is such a class: give another letter.")
    static let stayingWhat = Text(
        ky: "Ким калат же башка класска өтөт, ошону тандаңыз; калгандары класс менен барат.",
        ru: "Выберите, кто остаётся или переходит в другой класс; остальные идут с классом.",
        kk: "Кім қалады немесе басқа сыныпқа көшеді, соны таңдаңыз; қалғандары сыныппен барады.",
        en: "Say who stays or goes to another class; all others go with the class.")
    static let staysSomewhere = Text(
        ky: "калат, классын катчы тандайт", ru: "остаётся, класс выберет делопроизводитель",
        kk: "қалады, сыныбын іс жүргізуші таңдайды", en: "stays, the clerk chooses the class")
    static let checkLoad = Text(
        ky: "Текшериле турган жүктөм", ru: "Нагрузка на проверку", kk: "Тексерілетін жүктеме", en: "Load to check")
    static let checkWhat = Text(
        ky: "Былтыркыдан алынды. Класстын сааттары башка болушу мүмкүн: карап, оңдоп, белгилеңиз.",
        ru: "Взято из прошлого года. У нового класса часы могут быть другими: посмотрите, поправьте и отметьте.",
        kk: "Былтырдан алынды. Сыныптың сағаттары басқа болуы мүмкін: қарап, түзетіп, белгілеңіз.",
        en: "Taken over from last year. The new grade may have other hours: look, mend, and mark as checked.")
    static let allChecked = Text(
        ky: "Баары текшерилди.", ru: "Всё проверено.", kk: "Бәрі тексерілді.", en: "Everything is checked.")
    static let checked = Text(ky: "Текшерилди", ru: "Проверено", kk: "Тексерілді", en: "Checked")
    static let across = Text(
        ky: "Бир нече класстын топтору", ru: "Группы из нескольких классов", kk: "Бірнеше сыныптың топтары",
        en: "Groups across classes")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let hours = Text(ky: "Саат", ru: "Часов", kk: "Сағат", en: "Hours")

    static let administratorPrepares = refusal(
        "administrator_prepares",
        Text(
            ky: "Жаңы жылды администратор даярдайт", ru: "Новый год готовит администратор",
            kk: "Жаңа жылды әкімші дайындайды", en: "The administrator prepares the new year"))
    static let directorConfirms = refusal(
        "director_confirms",
        Text(
            ky: "Жаңы жылды директор тастыктайт", ru: "Новый год подтверждает директор",
            kk: "Жаңа жылды директор растайды", en: "The director confirms the new year"))
    static let notAlone = refusal(
        "not_alone",
        Text(
            ky: "Өзүңүз даярдаганды өзүңүз тастыктай албайсыз", ru: "Подтвердить подготовленное самим собой нельзя",
            kk: "Өзіңіз дайындағанды өзіңіз растай алмайсыз", en: "You cannot confirm what you prepared yourself"))
    static let nothingToPrepare = Refusal.conflict(
        "nothing_to_prepare",
        Text(
            ky: "Даярдай турган жыл жок", ru: "Готовить нечего", kk: "Дайындайтын жыл жоқ",
            en: "There is no year to prepare")
    )

    private static func refusal(_ code: String, _ title: Text) -> Refusal {
        Refusal(status: .forbidden, code: code, title: title, advice: RefusalTexts.startPage)
    }

    static func title(_ year: Int) -> Text {
        let years = "\(year)/\((year + 1) % 100)"
        return Text(
            ky: "\(years)-окуу жылы",
            ru: "\(years) учебный год",
            kk: "\(years) оқу жылы",
            en: "School year \(years)")
    }

    static func deed(_ deed: YearPlan.Deed) -> Text {
        switch deed {
        case .up: Text(ky: "кийинки класска өтөт", ru: "переходит", kk: "келесі сыныпқа көшеді", en: "goes up")
        case .leave: Text(ky: "мектепти бүтүрөт", ru: "выпускается", kk: "мектепті бітіреді", en: "finishes school")
        case .join:
            Text(ky: "башка класска кошулат", ru: "вливается", kk: "басқа сыныпқа қосылады", en: "joins another class")
        case .stop: Text(ky: "уланбайт", ru: "не продолжается", kk: "жалғаспайды", en: "does not go on")
        }
    }

    static func joins(_ name: String) -> Text {
        Text(
            ky: "\(name) классына кошулат", ru: "вливается в \(name)", kk: "\(name) сыныбына қосылады",
            en: "joins \(name)")
    }

    static func goesTo(_ name: String) -> Text {
        Text(
            ky: "\(name) классына өтөт",
            ru: "переходит в \(name)",
            kk: "\(name) сыныбына көшеді",
            en: "goes to \(name)"
        )
    }

    static func parted(_ name: String, from: String) -> Text {
        Text(
            ky: "\(name) (кайдан: \(from))", ru: "\(name) (из \(from))", kk: "\(name) (қайдан: \(from))",
            en: "\(name) (from \(from))")
    }

    static func notSent(_ count: Int) -> Text {
        Text(
            ky: "Башка класска жиберилгендердин ал классы жок болду, өз классы менен барат: \(count).",
            ru: "Класса, в который направили, уже не будет; пойдут со своим классом: \(count).",
            kk: "Жіберілген сыныбы енді болмайды, өз сыныбымен барады: \(count).",
            en: "The class they were sent into will not be there; they go with their own: \(count).")
    }

    static func staysIn(_ name: String) -> Text {
        Text(ky: "калат, \(name)", ru: "остаётся, \(name)", kk: "қалады, \(name)", en: "stays, \(name)")
    }

    static func preparedBy(_ name: String, _ day: String) -> Text {
        Text(
            ky: "Даярдаган: \(name), \(day). Директордун тастыктоосун күтөт.",
            ru: "Подготовлено: \(name), \(day). Ждёт подтверждения директора.",
            kk: "Дайындаған: \(name), \(day). Директордың растауын күтеді.",
            en: "Prepared by \(name), \(day). It waits for the director.")
    }

    static func confirmedBy(_ name: String, _ day: String) -> Text {
        Text(
            ky: "Жаңы жыл түзүлдү. Тастыктаган: \(name), \(day).",
            ru: "Новый год создан. Подтвердил(а) \(name), \(day).",
            kk: "Жаңа жыл жасалды. Растаған: \(name), \(day).",
            en: "The new year is made. Confirmed by \(name), \(day).")
    }

    static func said(_ note: String?) -> Text? {
        switch note {
        case "prepared": ShellTexts.saved
        case "withdrawn":
            Text(
                ky: "Даярдык кайтарылып алынды.", ru: "Подготовка отозвана.", kk: "Дайындық қайтарып алынды.",
                en: "The preparation is withdrawn.")
        default: nil
        }
    }
}
