import SchoolRules
import Store
import Web

/// What every page of the diary has around it: whose diary it is, and how to come to the other child.
struct DiaryFrame {
    let visit: Visit
    let child: FoundChild
    /// The visitor's children; empty for a student and for staff.
    let children: [DiaryChild]
    /// Whether staff look at what the family sees.
    var isPreview = false

    var language: Language { visit.language }
    var today: Day { visit.today }
    /// What the pages of the diary show: the child, what is new of the other children, and since when.
    var shows: Set<Touched> {
        Set(children.map { .student($0.id) }).union([.student(child.id), .person(visit.person.id)])
    }
    var mayAnnounce: Bool {
        !isPreview && visit.may(.announceAbsence, over: .child) && !visit.may(.readOwnDiary, over: .own)
    }

    /// The address of a place of this child's diary, such as `/week`.
    func address(_ place: String = "") -> String { (isPreview ? "/diary-preview/" : "/diary/") + "\(child.id)" + place }

    func page(_ title: Text, menu: String, frame: Layout.Frame = .diary, _ content: HTML) -> HTML {
        let layout = Layout(
            visit: visit, title: "\(title[language]) · \(child.name.given)", place: isPreview ? "" : menu, frame: frame)
        return layout.html(content)
    }

    /// The children to switch between, with the marks that are new, and a line beside them.
    func over(_ place: String = "", aside: HTML = HTML()) -> HTML {
        let own: HTML =
            children.count > 1 || isPreview
            ? HTML() : "<b>\(child.name.list)</b>\(child.className.map { ", " + $0.display(language) } ?? "")"
        let parts = [own, aside].filter { !$0.isEmpty }
        let line = parts.enumerated().map { $0 == 0 ? $1 : " · \($1)" as HTML }
        let sub: HTML = parts.isEmpty ? HTML() : "<p class=\"sub\">\(line)</p>"
        return "<div class=\"over\">\(switcher(place))\(sub)</div>"
    }

    private func switcher(_ place: String) -> HTML {
        if isPreview {
            return """
                <p class="say" role="status"><b>\(child.name.list)\
                \(child.className.map { ", " + $0.display(language) } ?? "").</b> \(DiaryTexts.preview[language])</p>
                """
        }
        guard children.count > 1 else { return HTML() }
        let links = children.html { other in
            let isChosen = other.id == child.id
            let current: HTML? = isChosen ? " aria-current=\"true\"" : nil
            let news = isChosen || other.news == 0 ? "" : " · " + DiaryTexts.news(other.news)[language]
            return """
                <a href="/diary/\(other.id)\(place)"\(current)><span class="face" aria-hidden="true">\
                \(other.name.initials)</span><b>\(other.name.given)</b><small>\(other.className.display(language))\
                \(news)</small></a>
                """
        }
        return "<nav class=\"children\" aria-label=\"\(DiaryTexts.children[language])\">\(links)</nav>"
    }
}

/// The signs of a lesson's cell, calm: no mark of a child is red.
struct DiarySigns {
    let language: Language
    let kinds: [DiaryKind]

    func marks(_ marks: [DiaryMark]) -> HTML? {
        guard !marks.isEmpty else { return nil }
        let values = marks.map(\.shown).joined(separator: marks.contains { $0.maximum > 0 } ? ", " : "/")
        let before = marks.compactMap(\.changedFrom).joined(separator: "/")
        guard !before.isEmpty else { return "<b class=\"mark\">\(values)</b>" }
        return """
            <del>\(before)</del> <span class="sr">\(DiaryTexts.now[language])</span><b class="mark">\(values)</b>
            """
    }

    /// "до 5 декабря", for a work that is owed.
    func due(_ marks: [DiaryMark]) -> String {
        marks.compactMap(\.due).first.map { DebtTexts.until($0)[language] } ?? ""
    }

    func absence(_ absence: DiaryAbsence) -> HTML {
        "<i class=\"\(Self.signClass(absence.category))\">\(absence.code)</i>"
    }

    /// The sign, for screen readers with its meaning.
    func spoken(_ absence: DiaryAbsence) -> HTML {
        "\(self.absence(absence))<span class=\"sr\"> \(words(absence))</span>"
    }

    /// What the absence means: "ill", or how many minutes late.
    func words(_ absence: DiaryAbsence) -> String {
        if absence.minutes > 0 { return DiaryTexts.minutes(absence.minutes)[language] }
        return absence.words[language].lowercasedFirst
    }

    /// The kinds of the marks, each once.
    func kinds(of marks: [DiaryMark]) -> String {
        var names: [String] = []
        for mark in marks {
            guard let name = kinds.first(where: { $0.id == mark.kind })?.name.lowercasedFirst,
                !names.contains(name)
            else { continue }
            names.append(name)
        }
        return names.joined(separator: ", ")
    }

    func quoted(_ words: String) -> String { language == .en ? "“\(words)”" : "«\(words)»" }

    private static func signClass(_ category: AbsenceCategory) -> String {
        switch category {
        case .present: "other"
        case .late, .ill, .excused, .unexcused, .unknown: category.rawValue
        }
    }
}
