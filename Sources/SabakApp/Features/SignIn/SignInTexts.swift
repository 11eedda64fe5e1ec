import Web

enum SignInTexts {
    static let signIn = Text(ky: "Кирүү", ru: "Вход", kk: "Кіру", en: "Sign in")
    static let what = Text(
        ky: "Электрондук журнал жана күндөлүк", ru: "Электронный журнал и дневник",
        kk: "Электрондық журнал және күнделік", en: "Electronic class journal and diary")
    static let login = Text(ky: "Логин", ru: "Логин", kk: "Логин", en: "Login")
    static let password = Text(ky: "Сырсөз", ru: "Пароль", kk: "Құпиясөз", en: "Password")
    static let enter = Text(ky: "Кирүү", ru: "Войти", kk: "Кіру", en: "Sign in")
    static let haveCode = Text(
        ky: "Бир жолку кодум бар", ru: "У меня есть одноразовый код", kk: "Бір реттік кодым бар",
        en: "I have a one-time code")
    static let havePassword = Text(
        ky: "Сырсөзүм бар", ru: "У меня есть пароль", kk: "Құпиясөзім бар", en: "I have a password")
    static let forgotten = Text(
        ky: "Сырсөздү унуттуңузбу? Кызматкерлер мектептин администраторуна, ата-эне менен окуучулар класс жетекчиге "
            + "кайрылат: ал жаңы бир жолку код берет.",
        ru: "Забыли пароль? Сотрудники обращаются к администратору школы, родители и ученики — к классному "
            + "руководителю: он выдаст новый одноразовый код.",
        kk: "Құпиясөзді ұмыттыңыз ба? Қызметкерлер мектеп әкімшісіне, ата-ана мен оқушылар сынып жетекшісіне "
            + "барады: ол жаңа бір реттік код береді.",
        en: "Forgot the password? Staff ask the school's administrator, parents and students the class teacher, who "
            + "issues a new one-time code.")
    static let closed = Text(
        ky: "Сиздин кирүүңүз жабылган. Ката болсо, кызматкерлер мектептин администраторуна, ата-эне менен окуучулар "
            + "класс жетекчиге кайрылат.",
        ru: "Ваш доступ закрыт. Если это ошибка, сотрудники обращаются к администратору школы, родители и ученики — "
            + "к классному руководителю.",
        kk: "Сіздің кіруіңіз жабылған. Қате болса, қызметкерлер мектеп әкімшісіне, ата-ана мен оқушылар сынып "
            + "жетекшісіне хабарласады.",
        en: "Your account is closed. If that is a mistake, staff ask the school's administrator, parents and students "
            + "the class teacher.")
    static let duty = Text(
        ky: "Логин менен сырсөз жөнүндө милдет", ru: "Обязанность беречь логин и пароль",
        kk: "Логин мен құпиясөзді сақтау міндеті", en: "The duty to keep login and password safe")
    /// Clause 003 6.5: nobody discloses the own credentials. A change of meaning raises `DutyQueries.wording`.
    static let dutyText = [
        Text(
            ky: "Логиним менен сырсөзүмдү эч кимге бербейм, балага да, кесиптешке да.",
            ru: "Я никому не сообщаю свои логин и пароль — ни детям, ни коллегам.",
            kk: "Логинім мен құпиясөзімді ешкімге бермеймін: балаға да, әріптеске де.",
            en: "I give my login and password to nobody, neither to children nor to colleagues."),
        Text(
            ky: "Башкалар көрө турган жерге жазбайм, бөтөн түзмөктө иш бүткөндө чыгам.",
            ru: "Не записываю их там, где увидят другие, и выхожу, когда закончу на чужом устройстве.",
            kk: "Басқалар көретін жерге жазбаймын, бөтен құрылғыда жұмыс біткенде шығамын.",
            en: "I write them down nowhere others see them, and sign out when done on a device not my own."),
        Text(
            ky: "Бирөө билип калса, сырсөздү дароо алмаштырып, мектепке айтам.",
            ru: "Если их узнал кто-то ещё, сразу меняю пароль и говорю школе.",
            kk: "Біреу біліп қойса, құпиясөзді бірден ауыстырып, мектепке айтамын.",
            en: "If somebody else has learnt them, I change the password at once and tell the school."),
        Text(
            ky: "Менин атымдан жазылганга мен жооп берем.", ru: "За записи под моим именем отвечаю я.",
            kk: "Менің атымнан жазылғанға мен жауап беремін.", en: "I answer for what is entered in my name."),
    ]
    static let accept = Text(ky: "Кабыл алам", ru: "Принимаю", kk: "Қабылдаймын", en: "I accept")
    static let readDuty = Text(
        ky: "Окуп, кабыл алуу", ru: "Прочитать и принять", kk: "Оқып, қабылдау", en: "Read and accept")
    static let notChanged = Text(
        ky: "Сырсөз өзгөргөн жок.", ru: "Пароль не изменён.", kk: "Құпиясөз өзгерген жоқ.",
        en: "The password is not changed.")
    static let passwordTooLong = Text(
        ky: "Сырсөз өтө узун: 200 белгиден ашпасын.", ru: "Пароль слишком длинный: не больше 200 знаков.",
        kk: "Құпиясөз тым ұзын: 200 таңбадан аспасын.", en: "The password is too long: at most 200 characters.")
    static let passwordTooPlain = Text(
        ky: "Мындай сырсөздү табуу оңой: логинден жана кайталанган белгиден башка нерсе тандаңыз.",
        ru: "Такой пароль легко угадать: выберите не логин и не повторение одного знака.",
        kk: "Мұндай құпиясөзді табу оңай: логиннен және қайталанған таңбадан басқа нәрсе таңдаңыз.",
        en: "Such a password is easy to guess: choose neither the login nor one character over and over.")
    static let wrong = Text(
        ky: "Логин же сырсөз туура эмес. Дагы бир жолу текшериңиз.",
        ru: "Неверный логин или пароль. Проверьте ещё раз.",
        kk: "Логин немесе құпиясөз дұрыс емес. Қайта тексеріңіз.", en: "Wrong login or password. Check them again.")
    static let needsHTTPS = Text(
        ky: "Бул даректен кирүү үчүн коопсуз байланыш керек: https:// менен ачыңыз.",
        ru: "Для входа с этого адреса нужно защищённое соединение: откройте его с https://.",
        kk: "Бұл мекенжайдан кіру үшін қауіпсіз байланыс керек: https:// арқылы ашыңыз.",
        en: "Signing in at this address needs a secure connection: open it with https://.")
    static let firstTime = Text(ky: "Биринчи кирүү", ru: "Первый вход", kk: "Алғашқы кіру", en: "First sign-in")
    static let firstTimeWhat = Text(
        ky: "Мектептен алган логин менен кодду жазып, өзүңүзгө сырсөз коюңуз.",
        ru: "Введите логин и код, полученные в школе, и придумайте пароль.",
        kk: "Мектептен алған логин мен кодты жазып, өзіңізге құпиясөз қойыңыз.",
        en: "Type the login and the code you got from the school, and choose a password.")
    static let code = Text(ky: "Бир жолку код", ru: "Одноразовый код", kk: "Бір реттік код", en: "One-time code")
    static let newPassword = Text(ky: "Жаңы сырсөз", ru: "Новый пароль", kk: "Жаңа құпиясөз", en: "New password")
    static let passwordHint = Text(
        ky: "Кеминде 8 белги, логин эмес. Бир нече сөз тизмеги ылайыктуу.",
        ru: "Не меньше 8 знаков, не логин. Подойдут несколько слов.",
        kk: "Кемінде 8 таңба, логин емес. Бірнеше сөз жарайды.",
        en: "At least 8 characters, not the login. A few words do well.")
    static let saveAndEnter = Text(
        ky: "Кабыл алам жана кирем", ru: "Принимаю и вхожу", kk: "Қабылдаймын және кіремін", en: "I accept and sign in")
    static let passwordTooShort = Text(
        ky: "Сырсөз өтө кыска: кеминде 8 белги керек.", ru: "Пароль слишком короткий: нужно не меньше 8 знаков.",
        kk: "Құпиясөз тым қысқа: кемінде 8 таңба керек.", en: "The password is too short: at least 8 characters.")
    static let wrongCode = Text(
        ky: "Код колдонулган же мөөнөтү бүткөн. Мектептен жаңысын алыңыз.",
        ru: "Код неверен, уже использован или устарел. Возьмите в школе новый.",
        kk: "Код дұрыс емес, қолданылған немесе мерзімі өткен. Мектептен жаңасын алыңыз.",
        en: "The code is wrong, used or too old. Ask the school for a new one.")
    static let changePassword = Text(
        ky: "Сырсөздү өзгөртүү", ru: "Сменить пароль", kk: "Құпиясөзді өзгерту", en: "Change password")
    static let oldPassword = Text(
        ky: "Азыркы сырсөз", ru: "Нынешний пароль", kk: "Қазіргі құпиясөз", en: "Present password")
    static let wrongOld = Text(
        ky: "Азыркы сырсөз туура эмес. Бир аздан кийин кайталаңыз.", ru: "Нынешний пароль неверен. Повторите.",
        kk: "Қазіргі құпиясөз дұрыс емес. Қайталаңыз.", en: "The present password is wrong. Try again.")
    static let passwordChanged = Text(
        ky: "Сырсөз өзгөрдү. Башка түзмөктөрдө кайра кирүү керек.",
        ru: "Пароль изменён. На других устройствах нужно войти заново.",
        kk: "Құпиясөз өзгерді. Басқа құрылғыларда қайта кіру керек.",
        en: "The password is changed. Other devices have to sign in again.")
    static let sessions = Text(
        ky: "Ачык сеанстар", ru: "Открытые сеансы", kk: "Ашық сеанстар", en: "Open sessions")
    static let thisSession = Text(ky: "ушул", ru: "этот", kk: "осы", en: "this one")
    static let endOthers = Text(
        ky: "Калгандарын жабуу", ru: "Закрыть остальные", kk: "Қалғандарын жабу", en: "End the others")
    static let othersEnded = Text(
        ky: "Калган сеанстар жабылды.", ru: "Остальные сеансы закрыты.", kk: "Қалған сеанстар жабылды.",
        en: "The other sessions are ended.")

    static func accepted(on day: String) -> Text {
        Text(
            ky: "\(day) күнү кабыл алынган.", ru: "Принято \(day).", kk: "\(day) күні қабылданған.",
            en: "Accepted on \(day).")
    }

    static func openedAt(_ moment: String) -> Text {
        Text(ky: "\(moment) кирген", ru: "вход \(moment)", kk: "\(moment) кірген", en: "signed in \(moment)")
    }

    static func wait(_ seconds: Int) -> Text {
        let minutes = max(1, (seconds + 59) / 60)
        return Text(
            ky: "Туура эмес аракеттер көп болду. \(minutes) мүнөттөн кийин кайталаңыз.",
            ru: "Слишком много неверных попыток. Повторите через \(minutes) мин.",
            kk: "Қате әрекет тым көп. \(minutes) минуттан кейін қайталаңыз.",
            en: "Too many wrong tries. Try again in \(minutes) min.")
    }

    static func tooManyTries(_ seconds: Int) -> Refusal {
        Refusal(status: .tooManyRequests, code: "too_many_tries", title: wait(seconds), advice: forgotten)
    }
}
