import SchoolRules
import Web

/// Clashes in words: who or what is busy, and with what.
struct TimetableClashWords {
    let week: TimetableWeek
    let words: Language

    /// "Осмонова Г. Т.: занято, 8-Б География".
    func say(_ clash: Clash) -> String? {
        guard let value = week.values[clash.other], let page = week.page(value.page) else { return nil }
        switch clash.cause {
        case .teacher(let id):
            let name = page.teachers.first { $0.id == id }?.name.surname ?? ""
            return TimetableTexts.busy(name, page.title(words))[words]
        case .room(let room): return TimetableTexts.busy(room, page.whom(words))[words]
        case .students: return TimetableTexts.studentsBusy(page.title(words))[words]
        }
    }

    /// A clash with its own place: "вт, 3: 7-А Алгебра. Осмонова: занято, 8-Б География".
    func sayWhole(_ clash: Clash) -> String? {
        guard let value = week.values[clash.slot], let page = week.page(value.page), let said = say(clash) else {
            return nil
        }
        let hour = "\(DateWords.shortWeekday(value.weekday)[words]), \(value.number)"
        return "\(hour): \(page.title(words)). \(said)"
    }
}
