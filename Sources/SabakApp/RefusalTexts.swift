import HTTPTypes
import Web

extension Refusal {
    static let notSignedIn = Refusal(
        status: .unauthorized, code: "not_signed_in", title: RefusalTexts.notSignedIn, advice: RefusalTexts.signIn)
    static let forbidden = Refusal(
        status: .forbidden, code: "forbidden", title: RefusalTexts.forbidden, advice: RefusalTexts.askDeputy)
    /// Also for what exists but is not the visitor's: both look alike.
    static let notFound = Refusal(
        status: .notFound, code: "not_found", title: RefusalTexts.notFound, advice: RefusalTexts.startPage)
    static let readOnly = Refusal(
        status: .forbidden, code: "read_only", title: RefusalTexts.readOnly, advice: RefusalTexts.askTeacher)
    static let methodNotAllowed = Refusal(
        status: .methodNotAllowed, code: "method_not_allowed", title: RefusalTexts.methodNotAllowed,
        advice: RefusalTexts.startPage)
    static let foreignForm = Refusal(
        status: .forbidden, code: "csrf", title: RefusalTexts.foreignForm, advice: RefusalTexts.reload)
    static let tooLarge = Refusal(
        status: .contentTooLarge, code: "too_large", title: RefusalTexts.tooLarge, advice: RefusalTexts.sendLess)
    static let tooSlow = Refusal(
        status: .requestTimeout, code: "too_slow", title: RefusalTexts.tooSlow, advice: RefusalTexts.checkAndRepeat)
    static let wrongMediaType = Refusal(
        status: .unsupportedMediaType, code: "unsupported_media_type", title: RefusalTexts.wrongMediaType,
        advice: RefusalTexts.sendJSON)
    static let busy = Refusal(
        status: .serviceUnavailable, code: "busy", title: RefusalTexts.busy, advice: RefusalTexts.repeatSoon)
    static let busyServer = Refusal(
        status: .serviceUnavailable, code: "busy", title: RefusalTexts.busyServer, advice: RefusalTexts.sendAgain)
    static let databaseBusy = Refusal(
        status: .serviceUnavailable, code: "database_busy", title: RefusalTexts.databaseBusy,
        advice: RefusalTexts.sendAgain)
    static let diskFull = Refusal(
        status: .init(code: 507, reasonPhrase: "Insufficient Storage"), code: "disk_full", title: RefusalTexts.diskFull,
        advice: RefusalTexts.tellAdministrator)
    static let schoolIsReadOnly = Refusal(
        status: .serviceUnavailable, code: "school_read_only", title: RefusalTexts.schoolIsReadOnly,
        advice: RefusalTexts.tellAdministrator)
    static let dataDamaged = Refusal(
        status: .serviceUnavailable, code: "data_damaged", title: RefusalTexts.dataDamaged,
        advice: RefusalTexts.tellAdministratorOfDisk)
    static let termClosed = Refusal(
        status: .conflict, code: "term_closed", title: RefusalTexts.termClosed, advice: RefusalTexts.askDeputy)
    static let changedMeanwhile = Refusal.conflict("changed_meanwhile", RefusalTexts.changedMeanwhile)
    static let keyReused = Refusal(
        status: .unprocessableContent, code: "idempotency_key_reused", title: RefusalTexts.keyReused,
        advice: RefusalTexts.newKey)
    static let keyMissing = Refusal(
        status: .badRequest, code: "idempotency_key_missing", title: RefusalTexts.keyMissing,
        advice: RefusalTexts.newKey)

    static func fault(number: String) -> Refusal {
        Refusal(
            status: .internalServerError, code: "fault", title: RefusalTexts.fault,
            advice: RefusalTexts.faultNumber(number))
    }
}

enum RefusalTexts {
    static let notSignedIn = Text(
        ky: "Адегенде кириңиз", ru: "Сначала войдите", kk: "Алдымен кіріңіз", en: "Please sign in first")
    static let signIn = Text(
        ky: "Логин жана сырсөзүңүз менен кирип, кайталаңыз.", ru: "Войдите под своим логином и повторите.",
        kk: "Логиніңізбен кіріп, қайталаңыз.", en: "Sign in with your login and try again.")
    static let forbidden = Text(
        ky: "Бул бөлүмгө кирүүгө укугуңуз жок", ru: "У вас нет права на этот раздел",
        kk: "Бұл бөлімге құқығыңыз жоқ", en: "You have no right to this section")
    static let askDeputy = Text(
        ky: "Керек болсо, директордун орун басарына кайрылыңыз.",
        ru: "Если он вам нужен, обратитесь к заместителю директора.",
        kk: "Қажет болса, директордың орынбасарына хабарласыңыз.", en: "If you need it, ask the deputy director.")
    static let notFound = Text(
        ky: "Мындай барак табылган жок", ru: "Такой страницы нет", kk: "Мұндай бет табылмады", en: "Page not found")
    static let startPage = Text(
        ky: "Даректи текшериңиз же башкы бетке өтүңүз.", ru: "Проверьте адрес или перейдите на главную.",
        kk: "Мекенжайды тексеріңіз немесе басты бетке өтіңіз.", en: "Check the address or go to the start page.")
    static let readOnly = Text(
        ky: "Бул жазууну окууга гана болот", ru: "Эту запись можно только читать",
        kk: "Бұл жазбаны тек оқуға болады", en: "You may only read this record")
    static let askTeacher = Text(
        ky: "Өзгөртүү үчүн барактын мугалимине кайрылыңыз.", ru: "Чтобы изменить её, обратитесь к учителю страницы.",
        kk: "Өзгерту үшін беттің мұғаліміне хабарласыңыз.", en: "To change it, ask the teacher of the page.")
    static let methodNotAllowed = Text(
        ky: "Бул дарек мындай аракетти кабыл албайт", ru: "Этот адрес не принимает такое действие",
        kk: "Бұл мекенжай мұндай әрекетті қабылдамайды", en: "This address does not take this method")
    static let foreignForm = Text(
        ky: "Форма эскирип калды", ru: "Форма устарела", kk: "Пішін ескірген", en: "The form is out of date")
    static let reload = Text(
        ky: "Баракты кайра ачып, дагы бир жолу аракет кылыңыз.", ru: "Обновите страницу и повторите.",
        kk: "Бетті жаңартып, қайталаңыз.", en: "Reload the page and try again.")
    static let tooLarge = Text(
        ky: "Жөнөтүлгөн маалымат өтө чоң", ru: "Отправлено слишком много данных", kk: "Жіберілген дерек тым үлкен",
        en: "Too much was sent")
    static let sendLess = Text(
        ky: "Азыраак бөлүктөр менен жөнөтүңүз.", ru: "Отправьте меньшими частями.",
        kk: "Кішірек бөліктермен жіберіңіз.",
        en: "Send it in smaller parts.")
    static let tooSlow = Text(
        ky: "Маалымат өтө жай келди", ru: "Данные шли слишком долго", kk: "Дерек тым баяу келді",
        en: "The data came too slowly")
    static let checkAndRepeat = Text(
        ky: "Текшерип, кайталаңыз.", ru: "Проверьте и повторите.", kk: "Тексеріп, қайталаңыз.",
        en: "Check it and try again.")
    static let wrongMediaType = Text(
        ky: "Маалыматтын мындай түрү кабыл алынбайт", ru: "Такой вид данных не принимается",
        kk: "Деректің мұндай түрі қабылданбайды", en: "This kind of data is not accepted")
    static let sendJSON = Text(
        ky: "application/json түрүндө жөнөтүңүз.", ru: "Отправьте в виде application/json.",
        kk: "application/json түрінде жіберіңіз.", en: "Send it as application/json.")
    static let busy = Text(
        ky: "Азыр өтө көп адам кирип жатат", ru: "Сейчас входит слишком много людей",
        kk: "Қазір кіріп жатқан адам тым көп", en: "Too many people are signing in just now")
    static let repeatSoon = Text(
        ky: "Бир нече секунддан кийин кайталаңыз.", ru: "Повторите через несколько секунд.",
        kk: "Бірнеше секундтан кейін қайталаңыз.", en: "Try again in a few seconds.")
    static let busyServer = Text(
        ky: "Сервер азыр өтө бош эмес", ru: "Сервер сейчас перегружен", kk: "Сервер қазір тым бос емес",
        en: "The server is overloaded just now")
    static let databaseBusy = Text(
        ky: "Маалымат базасы азыр жооп бербей жатат", ru: "База данных сейчас не отвечает",
        kk: "Дерекқор қазір жауап бермей тұр", en: "The database does not answer just now")
    static let sendAgain = Text(
        ky: "Бир нече секунддан кийин кайра жөнөтүңүз: жазуу эки жолу түшпөйт.",
        ru: "Отправьте ещё раз через несколько секунд: запись не задвоится.",
        kk: "Бірнеше секундтан кейін қайта жіберіңіз: жазба екі рет түспейді.",
        en: "Send it again in a few seconds: it will not be recorded twice.")
    static let diskFull = Text(
        ky: "Сервердин дискинде орун калган жок, эч нерсе өзгөргөн жок",
        ru: "На диске сервера не осталось места, ничего не изменено",
        kk: "Сервер дискінде орын қалмады, ештеңе өзгерген жоқ",
        en: "The server's disk is full, nothing was changed")
    static let schoolIsReadOnly = Text(
        ky: "Мектептин маалыматы азыр окуу үчүн гана ачык", ru: "Данные школы сейчас открыты только для чтения",
        kk: "Мектеп деректері қазір тек оқу үшін ашық", en: "The school's data are open for reading only")
    static let tellAdministrator = Text(
        ky: "Администраторго айтыңыз: өзгөртүүлөр тарыхын текшерүү керек.",
        ru: "Сообщите администратору: нужно проверить историю изменений.",
        kk: "Әкімшіге айтыңыз: өзгерістер тарихын тексеру керек.",
        en: "Tell the administrator: the history of changes must be checked.")
    static let dataDamaged = Text(
        ky: "Бул барактын маалыматы дискте бузулган, ошондуктан көрсөтүлбөйт",
        ru: "Данные этой страницы повреждены на диске, поэтому не показаны",
        kk: "Бұл беттің деректері дискіде бүлінген, сондықтан көрсетілмейді",
        en: "The data of this page are damaged on the disk and are not shown")
    static let tellAdministratorOfDisk = Text(
        ky: "Администраторго айтыңыз: мектептин маалыматын камдык көчүрмөдөн кайтаруу керек. Башка барактар окулат.",
        ru: "Сообщите администратору: данные школы нужно восстановить из резервной копии. Другие страницы читаются.",
        kk: "Әкімшіге айтыңыз: мектеп деректерін сақтық көшірмеден қалпына келтіру керек. Басқа беттер оқылады.",
        en: "Tell the administrator: the school's data must be restored from a backup. Other pages can be read.")
    static let termClosed = Text(
        ky: "Бул мезгил жабылган", ru: "Этот период закрыт", kk: "Бұл кезең жабылған", en: "This term is closed")
    static let changedMeanwhile = Text(
        ky: "Муну ушул аралыкта башка адам өзгөрттү", ru: "Тем временем это изменил кто-то другой",
        kk: "Осы аралықта мұны басқа адам өзгертті", en: "Somebody has changed this meanwhile")
    static let keyReused = Text(
        ky: "Бул ачкыч башка суроо-талапта колдонулган", ru: "Этот ключ уже был у другого запроса",
        kk: "Бұл кілт басқа сұрауда қолданылған", en: "This key was used with another request")
    static let keyMissing = Text(
        ky: "Idempotency-Key жок", ru: "Нет заголовка Idempotency-Key", kk: "Idempotency-Key жоқ",
        en: "The Idempotency-Key header is missing")
    static let newKey = Text(
        ky: "Ар бир жаңы өзгөртүүгө жаңы ачкыч бериңиз.", ru: "Дайте каждому новому изменению новый ключ.",
        kk: "Әр жаңа өзгеріске жаңа кілт беріңіз.", en: "Give each new change a new key.")
    static let fault = Text(
        ky: "Бизде ката кетти", ru: "У нас произошла ошибка", kk: "Бізде қате болды", en: "Something went wrong here")

    static func faultNumber(_ number: String) -> Text {
        Text(
            ky: "Эч нерсе жоголгон жок. Кайталаңыз; кайталанса, администраторго бул номерди айтыңыз: \(number).",
            ru: "Ничего не потеряно. Повторите; если не поможет, назовите администратору номер \(number).",
            kk: "Ештеңе жоғалған жоқ. Қайталаңыз; болмаса, әкімшіге мына нөмірді айтыңыз: \(number).",
            en: "Nothing is lost. Try again; if it happens again, give the administrator this number: \(number).")
    }
}
