extension CellEntry {
    /// Reads what a teacher typed into a cell; empty text empties the cell.
    ///
    /// Case does not matter and Latin look-alikes count. Whole codes come first (С/С), then marks with a slash (5/4),
    /// then code and mark with a space (О 4). н, Н and Latin H mean absent, reason unknown, in every language.
    /// After a late code a number on the scale is a mark and any other is minutes, with or without a space (О 8, кеч8);
    /// a sign of minutes makes it minutes whatever the scale (О 5', кеч 5 мин). • or * is a debt, alone or with its day
    /// (•5.12); see ``DebtSign``.
    public static func parse(
        _ typed: String, scale: Scale, codes: [AbsenceCode], language: RecordLanguage
    ) throws(CellProblem) -> CellEntry {
        let reader = CellReader(scale: scale, codes: codes, language: language)
        return try reader.read(typed)
    }
}

/// Reads cells by one scale, one table of codes and one language.
private struct CellReader {
    let scale: Scale
    let codes: [AbsenceCode]
    let language: RecordLanguage

    private struct Draft {
        var marks: [String] = []
        var code: AbsenceCode?
        var minutes: Int?

        var entry: CellEntry {
            CellEntry(marks: marks, absence: code.map { CellAbsence($0, minutes: minutes) })
        }
    }

    func read(_ typed: String) throws(CellProblem) -> CellEntry {
        let text = DebtSign.joined(spacedOnce(composed(typed)))
        if text.isEmpty {
            return CellEntry()
        } else if let whole = sign(text) {
            return whole
        }
        var draft = Draft()
        for word in words(text) {
            try take(word, into: &draft)
        }
        return draft.entry
    }

    /// A text that is a code or marks as a whole; an exact spelling beats a look-alike.
    private func sign(_ text: String) -> CellEntry? {
        let upper = text.uppercased()
        if codeFold(text) == "Н", let unknown = codes.first(where: { $0.category == .unknown }) {
            return CellEntry(absence: CellAbsence(unknown))
        } else if let exact = codes.first(where: { $0.label(in: language).uppercased() == upper }) {
            return CellEntry(absence: CellAbsence(exact))
        } else if let exact = exactMarks(text) {
            return CellEntry(marks: exact)
        } else if let code = code(text) {
            return CellEntry(absence: CellAbsence(code))
        } else if let debt = DebtSign(typed: text) {
            return CellEntry(marks: [debt.stored])
        } else {
            return scale.value(text).map { CellEntry(marks: [$0.value]) }
        }
    }

    /// One mark or two with a slash, all spelt exactly: C/C on a scale of letters is no code С/С.
    private func exactMarks(_ text: String) -> [String]? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let marks = parts.compactMap { scale.exactValue(String($0))?.value }
        return marks.count == parts.count && marks.count <= 2 ? marks : nil
    }

    private func code(_ text: String) -> AbsenceCode? {
        let folded = codeFold(text)
        return codes.first { $0.spellings(in: language).contains { codeFold($0) == folded } }
    }

    private func take(_ word: String, into draft: inout Draft) throws(CellProblem) {
        if let minutes = explicitMinutes(word) {
            try take(minutes: minutes, word, into: &draft)
        } else if let sign = sign(word) {
            try take(sign, into: &draft)
        } else if word.contains("/") {
            try takeSlashed(word, into: &draft)
        } else if let number = decimal(word) {
            guard let code = draft.code, code.takesMinutes else { throw .notOnScale(word) }
            try take(minutes: number, word, into: &draft)
        } else {
            throw .unknownText(word)
        }
    }

    private func take(_ sign: CellEntry, into draft: inout Draft) throws(CellProblem) {
        if let absence = sign.absence {
            guard draft.code == nil else { throw .twoAbsences }
            draft.code = codes.first { $0.id == absence.codeID }
        } else {
            guard draft.marks.isEmpty else {
                throw draft.marks.count + sign.marks.count > 2 ? .tooMany : .marksNeedSlash
            }
            draft.marks = sign.marks
        }
    }

    private func takeSlashed(_ word: String, into draft: inout Draft) throws(CellProblem) {
        guard draft.marks.isEmpty else { throw .tooMany }
        for part in word.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
            if let value = scale.value(part)?.value ?? DebtSign(typed: part)?.stored {
                draft.marks.append(value)
            } else {
                throw decimal(part) == nil ? .unknownText(word) : .notOnScale(part)
            }
        }
        guard draft.marks.count <= 2 else { throw .tooMany }
    }

    private func take(minutes: Int, _ word: String, into draft: inout Draft) throws(CellProblem) {
        guard let code = draft.code, code.takesMinutes, draft.minutes == nil else { throw .minutesNotAllowed(word) }
        guard (1...90).contains(minutes) else { throw .minutesOutOfRange(minutes) }
        draft.minutes = minutes
    }

    /// Letters of a code directly followed by digits are parted (О8 is О and 8), a sign of minutes joins its number.
    private func words(_ text: String) -> [String] {
        var words: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if isMinuteSign(word), let last = words.last, decimal(last) != nil {
                words[words.count - 1] = last + word
            } else if let digit = word.firstIndex(where: isDigit), isSign(String(word[..<digit])), sign(word) == nil {
                words += [String(word[..<digit]), String(word[digit...])]
            } else {
                words.append(word)
            }
        }
        return words
    }

    private func isSign(_ text: String) -> Bool { sign(text)?.absence != nil }

    private func explicitMinutes(_ word: String) -> Int? {
        let digits = word.prefix(while: isDigit)
        return isMinuteSign(String(word.dropFirst(digits.count))) ? decimal(digits) : nil
    }

    private func isMinuteSign(_ text: String) -> Bool {
        ["'", "′", "’", "М", "МИН", "МҮН"].contains(codeFold(text))
    }
}

private func isDigit(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }

/// Trimmed, runs of white space as one space, none around a slash.
private func spacedOnce(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.split(separator: "/", omittingEmptySubsequences: false)
        .map { part in part.trimmingSpaces }.joined(separator: "/")
}

extension DebtSign {
    /// A day may stand a space away from its sign: • 5.12.
    fileprivate static func joined(_ text: String) -> String {
        let words = text.split(separator: " ")
        var joined: [String] = []
        for word in words {
            if let last = joined.last, last == sign || last == "*", word.contains("."), word.first?.isNumber == true {
                joined[joined.count - 1] = last + word
            } else {
                joined.append(String(word))
            }
        }
        return joined.joined(separator: " ")
    }
}
