import SchoolRules
import Web

/// The school to be founded, as typed.
struct FirstRunForm: Sendable {
    let typed: Form
    let name: String
    let country: Country?
    let language: InterfaceLanguage?
    private(set) var people: FirstPeople?
    var problems: [String: Text] = [:]

    init(_ form: Form) {
        typed = form
        name = (form["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        country = form["country"].flatMap(Country.init)
        language = form["language"].flatMap(InterfaceLanguage.init)
        if name.isEmpty || name.count > 120 { problems["name"] = FirstRunTexts.nameSchool }
        if country == nil { problems["country"] = FirstRunTexts.chooseCountry }
        readPeople()
    }

    /// An empty form with the country whose own language the visitor reads. Russian is read in all of them and says
    /// nothing: the country gives terms, bells and the scale, and a wrong one would pass unseen.
    init(countryOf language: Language) {
        let home: Country? = language == .ky ? .KG : language == .kk ? .KZ : nil
        typed = Form(fields: [("country", home?.rawValue ?? ""), ("language", language.rawValue)])
        name = ""
        country = home
        self.language = nil
    }

    private mutating func readPeople() {
        var names: [String: PersonName] = [:]
        for field in ["director", "administrator", "clerk", "deputy"] {
            let text = typed[field] ?? ""
            guard !text.isEmpty || field == "director" || field == "administrator" else { continue }
            names[field] = text.count > 120 ? nil : PersonName(text)
            if names[field] == nil { problems[field] = FirstRunTexts.nameThem }
        }
        guard let director = names["director"], let administrator = names["administrator"] else { return }
        do throws(FirstPeople.Problem) {
            people = try FirstPeople(
                director: director, administrator: administrator, clerk: names["clerk"], deputy: names["deputy"])
        } catch {
            switch error {
            case .administratorIsDirector: problems["administrator"] = FirstRunTexts.twoPeople
            case .deputyHoldsAnother: problems["deputy"] = FirstRunTexts.deputyApart
            }
        }
    }
}
