import SchoolRules
import Sheets
import Web

/// A form with the file of a list.
struct UploadForm: Sendable {
    /// Why it is not taken.
    struct Problem: Error, Sendable {
        let words: Text
        /// The first day as it was typed.
        var day = ""
        var isOfDay = false
    }

    let files: [UploadedFiles.File]
    let day: String
    var wish: ImportWish {
        var wish = ImportWish()
        wish.firstDay = day
        return wish
    }

    static func read(_ visit: Visit, _ kind: ImportKind) -> Result<UploadForm, Problem> {
        let sent: Multipart
        do {
            sent = try visit.asked.multipart()
        } catch {
            return .failure(Problem(words: ImportingTexts.notRead))
        }
        let day = sent.form["first-day"] ?? ""
        let files = sent.files("file").map { UploadedFiles.File(name: $0.fileName ?? "", bytes: Array($0.content)) }
        guard !files.isEmpty else { return .failure(Problem(words: ImportingTexts.noFile, day: day)) }
        let size = files.reduce(0) { $0 + $1.bytes.count }
        guard size <= UploadedFiles.mostBytes else {
            return .failure(Problem(words: ImportingTexts.tooLarge(size), day: day))
        }
        if kind.takesDay {
            guard let first = Day(day), SchoolCalendar.schoolYear(containing: first) == visit.year else {
                return .failure(Problem(words: ImportingTexts.noDay, day: day, isOfDay: true))
            }
        }
        return .success(UploadForm(files: files, day: kind.takesDay ? day : ""))
    }

    enum Opened: Sendable {
        case success(UploadedFiles)
        case failure(ImportFault)

        func problem(day: String) -> Problem {
            switch self {
            case .success: Problem(words: ImportingTexts.notRead, day: day)
            case .failure(let fault): Problem(words: fault.text, day: day)
            }
        }
    }

    /// The files, if they are what they should be.
    func opened(_ kind: ImportKind) throws -> Opened {
        do throws(SheetProblem) {
            guard !files.contains(where: \.bytes.isEmpty) else { throw SheetProblem(.emptyFile) }
            let files = try UploadedFiles(kind, files)
            if kind.list != nil { _ = try files.tables() }
            if [.people, .teaching].contains(kind) { _ = try files.roster() }
            return .success(files)
        } catch {
            return .failure(.sheet(error))
        }
    }
}
