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
        ky: "Сырсөздү унутсаңыз: мугалимдер администраторго, ата-энелер класс жетекчиге кайрылышат.",
        ru: "Забыли пароль: учителя обращаются к администратору, семьи — к классному руководителю.",
        kk: "Құпиясөзді ұмытсаңыз: мұғалімдер әкімшіге, ата-аналар сынып жетекшісіне хабарласады.",
        en: "Forgot the password? Staff ask the administrator, families ask the class teacher.")
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
        ky: "Кеминде 8 белги. Бир нече сөз тизмеги ылайыктуу.", ru: "Не меньше 8 знаков. Подойдут несколько слов.",
        kk: "Кемінде 8 таңба. Бірнеше сөз жарайды.", en: "At least 8 characters. A few words do well.")
    static let saveAndEnter = Text(
        ky: "Сактап кирүү", ru: "Сохранить и войти", kk: "Сақтап кіру", en: "Save and sign in")
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
