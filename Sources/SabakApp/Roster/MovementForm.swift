import SchoolRules
import Web

/// What is typed about an order, the same wherever a student comes, moves or goes.
struct MovementForm: Sendable {
    let order: MovementOrder
    private(set) var problems: [String: Text] = [:]

    init(_ form: Form) {
        func text(_ name: String, _ most: Int) -> String { String((form[name] ?? "").prefix(most)) }
        var order = MovementOrder(number: text("order", 40))
        order.reason = form["reason"].flatMap(LeavingReason.init)
        (order.place, order.town) = (text("place", 200), text("town", 120))
        (order.document, order.note) = (text("document", 120), text("note", 200))
        for (name, value) in [("orderDay", form["orderDay"] ?? ""), ("documentDay", form["documentDay"] ?? "")] {
            guard !value.isEmpty else { continue }
            guard let day = DateReading.day(value) else {
                problems[name] = MovementWords.wrongDay
                continue
            }
            if name == "orderDay" { order.day = day.description } else { order.documentDay = day.description }
        }
        self.order = order
    }

    /// Whether a typed day is so near to today that it was meant.
    static func isNear(_ day: Day?, to today: Day, within days: Int = 400) -> Bool {
        day.map { abs($0.days(since: today)) <= days } ?? false
    }

    /// The fields of what is known, to be corrected.
    static func filled(_ order: MovementOrder) -> [(name: String, value: String)] {
        [
            ("order", order.number), ("orderDay", order.day), ("reason", order.reason?.rawValue ?? ""),
            ("place", order.place), ("town", order.town), ("document", order.document),
            ("documentDay", order.documentDay), ("note", order.note),
        ]
    }
}

/// The fields about an order in a form.
struct MovementFields: Sendable {
    let inputs: Inputs

    var order: HTML {
        """
        \(inputs.text("order", MovementWords.orderNumber))\
        \(inputs.text("orderDay", MovementWords.orderDay, type: "date"))
        """
    }

    /// Where a student comes from, and what was brought.
    var origin: HTML {
        """
        <div class="row">\(inputs.text("place", MovementWords.fromSchool, width: "grow"))\
        \(inputs.text("town", MovementWords.town))\
        \(inputs.text("document", MovementWords.documentBrought))\
        \(inputs.text("documentDay", MovementWords.documentDay, type: "date"))</div>
        """
    }

    /// Why and where a student goes, and what was given.
    var leaving: HTML {
        let reasons =
            [("", "—")] + LeavingReason.allCases.map { ($0.rawValue, MovementWords.reason($0)[inputs.language]) }
        return """
            <div class="row">\
            \(inputs.choice("reason", MovementWords.reasonHead, reasons, width: "grow", isRequired: true))\
            \(inputs.text("place", MovementWords.toSchool, width: "grow"))\
            \(inputs.text("town", MovementWords.town))</div>
            <div class="row">\(inputs.text("document", MovementWords.documentGiven, width: "grow"))\
            \(inputs.text("documentDay", MovementWords.documentDay, type: "date"))</div>
            """
    }

    var note: HTML { inputs.text("note", MovementWords.note, width: "grow") }
}
