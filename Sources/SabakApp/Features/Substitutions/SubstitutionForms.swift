import SchoolRules
import Web

enum SubstitutionForms {
    /// Which day, and whose lessons (0: nobody chosen yet, -1: those without a teacher).
    struct View: Sendable {
        let day: Day
        let teacher: Int64
        var isVacancy: Bool { teacher == -1 }

        init(_ form: Form, today: Day) {
            day = form["day"].flatMap { Day($0) } ?? today
            teacher = form["teacher"].flatMap { Int64($0) } ?? 0
        }
    }

    /// Who substitutes in which lessons, why and by which order.
    struct Wish: Sendable {
        struct Choice: Sendable {
            let lesson, person: Int64
        }

        let choices: [Choice]
        let reason, order: String
        let problem: Text?

        init(_ form: Form) {
            choices = form.named(with: "substitute-").compactMap { field in
                guard let lesson = Int64(field.rest), let person = Int64(field.value) else { return nil }
                return Choice(lesson: lesson, person: person)
            }
            let own = form["own"] ?? ""
            reason = own.isEmpty ? SubstitutionReason(rawValue: form["reason"] ?? "")?.rawValue ?? "" : own
            order = form["order"] ?? ""
            if choices.isEmpty {
                problem = SubstitutionTexts.nobodyChosen
            } else if reason.isEmpty {
                problem = SubstitutionTexts.noReason
            } else {
                problem = reason.count > 200 || order.count > 40 ? SubstitutionTexts.tooLong : nil
            }
        }
    }
}
