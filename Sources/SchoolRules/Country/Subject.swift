/// A subject of the catalogue a new school starts with.
public struct Subject: Hashable, Codable, Sendable {
    /// Stable and in Latin letters: `world-history`.
    public let code: String
    public let names: Names

    public init(code: String, names: Names) {
        self.code = code
        self.names = names
    }

    public static func named(_ code: String) -> Subject? {
        all.first { $0.code == code }
    }

    private init(_ code: String, _ ky: String, _ ru: String, _ kk: String, _ en: String) {
        self.init(code: code, names: Names(ky: ky, ru: ru, kk: kk, en: en))
    }

    /// The subjects of all three countries; each profile leaves out what the country does not teach.
    public static let all: [Subject] = [
        Subject("kyrgyz-language", "Кыргыз тили", "Кыргызский язык", "Қырғыз тілі", "Kyrgyz language"),
        Subject(
            "kyrgyz-literature", "Кыргыз адабияты", "Кыргызская литература",
            "Қырғыз әдебиеті", "Kyrgyz literature"),
        Subject("kazakh-language", "Казак тили", "Казахский язык", "Қазақ тілі", "Kazakh language"),
        Subject("kazakh-literature", "Казак адабияты", "Казахская литература", "Қазақ әдебиеті", "Kazakh literature"),
        Subject("russian-language", "Орус тили", "Русский язык", "Орыс тілі", "Russian language"),
        Subject("russian-literature", "Орус адабияты", "Русская литература", "Орыс әдебиеті", "Russian literature"),
        Subject("literature", "Адабият", "Литература", "Әдебиет", "Literature"),
        Subject("english", "Англис тили", "Английский язык", "Ағылшын тілі", "English"),
        Subject("foreign-language", "Чет тили", "Иностранный язык", "Шетел тілі", "Foreign language"),
        Subject("uzbek-language", "Өзбек тили", "Узбекский язык", "Өзбек тілі", "Uzbek language"),
        Subject("primer", "Алиппе", "Азбука", "Әліппе", "Primer"),
        Subject("literary-reading", "Адабий окуу", "Литературное чтение", "Әдебиеттік оқу", "Literary reading"),
        Subject("mathematics", "Математика", "Математика", "Математика", "Mathematics"),
        Subject("algebra", "Алгебра", "Алгебра", "Алгебра", "Algebra"),
        Subject("geometry", "Геометрия", "Геометрия", "Геометрия", "Geometry"),
        Subject("computer-science", "Информатика", "Информатика", "Информатика", "Computer science"),
        Subject(
            "digital-literacy", "Санариптик сабаттуулук", "Цифровая грамотность",
            "Цифрлық сауаттылық", "Digital literacy"),
        Subject("history", "Тарых", "История", "Тарих", "History"),
        Subject(
            "history-of-kyrgyzstan", "Кыргызстандын тарыхы", "История Кыргызстана",
            "Қырғызстан тарихы", "History of Kyrgyzstan"),
        Subject(
            "history-of-kazakhstan", "Казакстандын тарыхы", "История Казахстана",
            "Қазақстан тарихы", "History of Kazakhstan"),
        Subject("world-history", "Дүйнөлүк тарых", "Всемирная история", "Дүниежүзі тарихы", "World history"),
        Subject("man-and-society", "Адам жана коом", "Человек и общество", "Адам және қоғам", "Man and society"),
        Subject("social-studies", "Коом таануу", "Обществознание", "Қоғамтану", "Social studies"),
        Subject("law", "Укук", "Право", "Құқық негіздері", "Law"),
        Subject("geography", "География", "География", "География", "Geography"),
        Subject("biology", "Биология", "Биология", "Биология", "Biology"),
        Subject("chemistry", "Химия", "Химия", "Химия", "Chemistry"),
        Subject("physics", "Физика", "Физика", "Физика", "Physics"),
        Subject("astronomy", "Астрономия", "Астрономия", "Астрономия", "Astronomy"),
        Subject("natural-science", "Табият таануу", "Естествознание", "Жаратылыстану", "Natural science"),
        Subject("homeland-studies", "Мекен таануу", "Родиноведение", "Дүниетану", "Homeland studies"),
        Subject("world-around", "Дүйнө таануу", "Окружающий мир", "Дүниетану", "World around"),
        Subject("music", "Музыка", "Музыка", "Музыка", "Music"),
        Subject("fine-art", "Көркөм өнөр", "Изобразительное искусство", "Бейнелеу өнері", "Fine art"),
        Subject("technology", "Технология", "Технология", "Технология", "Technology"),
        Subject("labour", "Эмгек", "Труд", "Еңбекке баулу", "Labour"),
        Subject("art-and-labour", "Көркөм эмгек", "Художественный труд", "Көркем еңбек", "Art and labour"),
        Subject("physical-education", "Дене тарбия", "Физическая культура", "Дене шынықтыру", "Physical education"),
        Subject(
            "pre-military-training", "Аскерге чейинки даярдык", "Допризывная подготовка",
            "Алғашқы әскери және технологиялық дайындық", "Pre-military training"),
        Subject("manas-studies", "Манас таануу", "Манасоведение", "Манастану", "Manas studies"),
        Subject(
            "religious-culture", "Дин маданиятынын тарыхы", "История религиозной культуры",
            "Дінтану негіздері", "History of religious culture"),
        Subject("ethics", "Адеп", "Этика", "Әдеп", "Ethics"),
        Subject("elective", "Тандоо курсу", "Курс по выбору", "Таңдау курсы", "Elective"),
    ]
}
