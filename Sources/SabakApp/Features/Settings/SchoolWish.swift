import SchoolRules
import Web

/// The few facts of the school itself.
struct SchoolSettings: Sendable, Equatable {
    var language: Language
    var recordLanguage: RecordLanguage
    var leaversRead: Bool
    /// Grades without marks, as kept: `1,2`.
    var unmarked: String
    /// Where the school's people find the program, such as `https://sabak.school7.kg`; empty: where they do already.
    var address: String
    var issuers: StaffIssuers
}

struct SchoolWish: Sendable {
    private(set) var facts: SchoolSettings
    private(set) var problems = FormProblems()

    /// Only what the visitor's part of the settings holds is taken from the form.
    init(_ facts: SchoolSettings, form: Form, _ visit: Visit) {
        self.facts = facts
        if SettingsPart.technical.isFor(visit), let language = form["language"].flatMap(Language.init) {
            self.facts.language = language
        }
        if SettingsPart.technical.isFor(visit), let typed = form["address"] { readAddress(typed) }
        if SettingsPart.issuing.isFor(visit), form["issuing"] != nil {
            self.facts.issuers = StaffIssuers(Set(StaffIssuers.choices.filter { form["issuer-\($0.rawValue)"] == "1" }))
        }
        guard SettingsPart.teaching.isFor(visit) else { return }
        if let language = form["record"].flatMap(RecordLanguage.init) { self.facts.recordLanguage = language }
        self.facts.leaversRead = form["leavers"] == "1"
        let grades = (form["unmarked"] ?? "").split { " ,;".contains($0) }.map { Int($0) }
        if grades.allSatisfy({ (0...12).contains($0 ?? -1) }) {
            self.facts.unmarked = Set(grades.compactMap { $0 }).sorted().map(String.init).joined(separator: ",")
        } else {
            problems["unmarked"] = SettingsTexts.badGrades
        }
    }

    private mutating func readAddress(_ typed: String) {
        var address = typed.lowercased().filter { !$0.isWhitespace }
        while address.hasSuffix("/") { address.removeLast() }
        facts.address = address
        let host = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
        let isPlain =
            address.utf8.allSatisfy { $0 > 32 && $0 < 127 } && !address.contains("?") && !address.contains("#")
        let isSite = address.hasPrefix("https://") || address.hasPrefix("http://")
        guard address.isEmpty || isPlain && isSite && host.count == 1 && host.first?.isEmpty == false,
            address.count <= 120
        else {
            problems["address"] = SettingsTexts.badAddress
            return
        }
    }
}
